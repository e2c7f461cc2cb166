using Google.Protobuf;
using Grpc.Core;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Records;

[Collection(PostgresTests.Name)]
public sealed class RuleUsageTests(PostgresCluster postgres) : IDisposable
{
    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Findings_AreCountedOverAllServers(string database)
    {
        var option = await _databases.OptionAsync(database);
        await using var first = await RunningServer.StartAsync(null, option);
        await using var second = await RunningServer.StartAsync(null, option);
        var reply = await CheckAsync(first);
        await CheckAsync(first);
        await CheckAsync(second);
        // What was counted goes to the store at the latest when it is asked for.
        await UsageAsync(second);

        var usage = await UsageAsync(first);

        usage.Checks.ShouldBe(3);
        var expected = reply.Findings.GroupBy(finding => finding.RuleId).ToDictionary(rule => rule.Key, rule => 3L * rule.Count());
        usage.Rules.ToDictionary(rule => rule.RuleId, rule => rule.Findings).ShouldBe(expected, ignoreOrder: true);
        usage.Rules.ShouldAllBe(rule => rule.Checks == 3 && rule.Verdict == Verdict.Reject
            && rule.RuleSetVersion == reply.Provenance.RuleSetVersion);
        usage.NeverFired.ShouldContain("doc-title");
        usage.NeverFired.ShouldNotContain("t3-balance");
        usage.NeverFired.Intersect(expected.Keys).ShouldBeEmpty();
    }

    [Fact]
    public async Task Days_ThatAreOver_AreLeftOut()
    {
        var time = MovableTime.AtNoon();
        await using var server = await RunningServer.StartAsync(time);
        await CheckAsync(server);
        (await UsageAsync(server, 1)).Checks.ShouldBe(1);

        time.MoveOn(TimeSpan.FromDays(29));
        await CheckAsync(server);

        (await UsageAsync(server)).Checks.ShouldBe(2);
        (await UsageAsync(server, 29)).Checks.ShouldBe(1);
        time.MoveOn(TimeSpan.FromDays(1));
        (await UsageAsync(server)).Checks.ShouldBe(1);
    }

    [Fact]
    public async Task Draft_ThatIsNoReport_IsNotCounted_AndUsageNeedsARole()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.Client.ValidateAsync(Drafts.Request("a", "a")).ResponseAsync.InTime();
        (await UsageAsync(server)).Checks.ShouldBe(0);

        var publisher = await server.KeyAsync(null, Role.Publisher);
        var clerk = await server.KeyAsync(publisher.Secret, Role.Clerk);
        (await Administration.RefusedAsync(server.Admin.GetUsageAsync(new GetUsageRequest(), Shown.Key(clerk.Secret))))
            .StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    public void Dispose()
    {
        _databases.Dispose();
    }

    private static async Task<ValidateReply> CheckAsync(RunningServer server)
    {
        var draft = new ValidateRequest { Content = ByteString.CopyFromUtf8(await WarmUpReport.ReadAsync()) };
        return await server.Client.ValidateAsync(draft).ResponseAsync.InTime();
    }

    private static Task<RuleUsage> UsageAsync(RunningServer server, int days = 0)
    {
        return server.Admin.GetUsageAsync(new GetUsageRequest { Days = days }).ResponseAsync.InTime();
    }
}
