using Grpc.Core;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Server.Tests.Checks;

public sealed class ReadClaimsTests
{
    private const string Sentence = "2024年，本机关收到政府信息公开申请13件。";

    [Fact]
    public async Task ReadClaims_Sentences_AnswersEachInOrder()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var request = new ReadClaimsRequest { Sentences = { Sentence, string.Empty, "夜里下了一场雨。", "行政复议3件，行政诉讼0件。" } };

        var reply = await server.Client.ReadClaimsAsync(request).ResponseAsync.InTime();

        reply.Sentences.Select(one => one.Claims.Select(claim => (claim.Kind, claim.Value))).ShouldBe([
            [(Kind.Accepted, 13)], [], [], [(Kind.ReviewTotal, 3), (Kind.LitigationTotal, 0)],
        ]);
        reply.Sentences[0].Claims[0].ShouldSatisfyAllConditions(
            claim => claim.Text.ShouldContain("13件"),
            claim => claim.Sentence.ShouldBeEmpty(),
            claim => claim.Location.ShouldBeNull());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2024, 1)]
    [InlineData(2023, 0)]
    public async Task ReadClaims_OfAYear_LeavesOthersOut(int year, int claims)
    {
        await using var server = await RunningServer.StartSmallAsync();
        var request = new ReadClaimsRequest { Sentences = { Sentence }, Year = year };

        var reply = await server.Client.ReadClaimsAsync(request).ResponseAsync.InTime();

        reply.Sentences.ShouldHaveSingleItem().Claims.Count.ShouldBe(claims);
    }

    [Theory]
    [InlineData(1_000, 1, 0, "")]
    [InlineData(1_001, 1, 0, "一次最多 1000 个句子，每个最多 20000 个字。")]
    [InlineData(1, 20_000, 9_999, "")]
    [InlineData(1, 20_001, 0, "一次最多 1000 个句子，每个最多 20000 个字。")]
    [InlineData(1, 1, -1, "-1 不是年份：应是四位数的年份，不知道时写 0。")]
    [InlineData(1, 1, 10_000, "10000 不是年份：应是四位数的年份，不知道时写 0。")]
    public async Task ReadClaims_AtItsLimits_IsTakenOrRefused(int count, int length, int year, string refusal)
    {
        await using var server = await RunningServer.StartSmallAsync();
        var call = server.Client.ReadClaimsAsync(
            new ReadClaimsRequest { Sentences = { Enumerable.Repeat(new string('雨', length), count) }, Year = year });

        if (refusal.Length == 0)
        {
            (await call.ResponseAsync.InTime()).Sentences.Count.ShouldBe(count);
            return;
        }

        var refused = await Should.ThrowAsync<RpcException>(call.ResponseAsync.InTime());
        refused.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refused.Status.Detail.ShouldBe(refusal);
    }
}
