using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Validation.Server.Checks;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Checks;

public sealed class PreviousFindingsTests
{
    private const string Gone = "0123456789abcdef";

    [Fact]
    public async Task Validate_FindingsOfTheCheckBefore_TellsNewRemainingAndFixed()
    {
        await using var server = await RunningServer.StartAsync();
        var first = await CheckAsync(server, Sample(), null);
        first.Since.ShouldBeNull();
        first.Findings.ShouldAllBe(finding => finding.Novelty == Novelty.Unspecified);
        var known = first.Findings.Skip(1).Select(finding => finding.Fingerprint).ToList();

        // Lines move: the fingerprints do not.
        var second = await CheckAsync(server, "\n\n" + Sample(), new PreviousCheck { Fingerprints = { known.Append(Gone).Append(Gone) } });

        second.Since.Fixed.ShouldBe([Gone]);
        second.Since.Unknown.ShouldBeEmpty();
        second.Since.Added.ShouldBe(1);
        second.Since.Remaining.ShouldBe(known.Count);
        var added = second.Findings.Where(finding => finding.Novelty == Novelty.New);
        added.ShouldHaveSingleItem().Fingerprint.ShouldBe(first.Findings[0].Fingerprint);
        second.Findings.Count(finding => finding.Novelty == Novelty.Remaining).ShouldBe(known.Count);
    }

    [Fact]
    public async Task Validate_NothingFoundBefore_EachFindingIsNew()
    {
        await using var server = await RunningServer.StartAsync();

        var reply = await CheckAsync(server, Sample(), new PreviousCheck());

        reply.Findings.Count.ShouldBePositive();
        reply.Findings.ShouldAllBe(finding => finding.Novelty == Novelty.New);
        reply.Since.Added.ShouldBe(reply.Findings.Count);
        reply.Since.Fixed.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("今天开会。")]
    public async Task Validate_DraftThatIsNotJudged_FixesNothing(string text)
    {
        await using var server = await RunningServer.StartAsync();

        var reply = await CheckAsync(server, text, new PreviousCheck { Fingerprints = { Gone } });

        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reply.Since.Fixed.ShouldBeEmpty();
        reply.Since.Unknown.ShouldBe([Gone]);
    }

    [Fact]
    public void Compare_ARuleFailed_DoesNotCallItsFindingsFixed()
    {
        var reply = new ValidateReply { Verdict = Verdict.Accept, RuleFailures = { new RuleFailure { RuleId = "r" } } };

        PreviousFindings.Compare(reply, [Gone]);

        reply.Since.Fixed.ShouldBeEmpty();
        reply.Since.Unknown.ShouldBe([Gone]);
    }

    [Fact]
    public void Compare_AcceptedFinding_CountsNeitherAsNewNorAsRemaining()
    {
        var reply = new ValidateReply
        {
            Verdict = Verdict.Accept,
            Findings =
            {
                new Finding { Fingerprint = Gone, Accepted = new Accepted() }, new Finding { Fingerprint = "1", Accepted = new Accepted() },
            },
        };

        PreviousFindings.Compare(reply, [Gone]);

        (reply.Since.Remaining, reply.Since.Added, reply.Since.Fixed.Count).ShouldBe((0, 0, 0));
        reply.Findings.Select(finding => finding.Novelty).ShouldBe([Novelty.Remaining, Novelty.New]);
    }

    [Theory]
    [InlineData("0123456789ABCDEF", 1)]
    [InlineData("123", 1)]
    [InlineData(Gone, 2_001)]
    public async Task Validate_WhatAreNoFingerprintsOrTooMany_NamesTheField(string fingerprint, int count)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var request = Drafts.Request("a", "草稿");
        request.Previous = new PreviousCheck { Fingerprints = { Enumerable.Repeat(fingerprint, count) } };

        var refusal = await Should.ThrowAsync<RpcException>(server.Client.ValidateAsync(request).ResponseAsync.InTime());

        refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refusal.Violation().Field.ShouldBe("previous.fingerprints");
    }

    [Fact]
    public async Task ValidateStream_NamedInTheFirstOfSeveralParts_Compares()
    {
        await using var server = await RunningServer.StartAsync();
        using var batch = Batch.Open(server);
        var bytes = Encoding.UTF8.GetBytes(Sample());
        var begin = new ValidateRequest
        {
            Id = "a", Content = ByteString.CopyFrom(bytes.AsSpan(0, 1000)), Continued = true,
            Previous = new PreviousCheck { Fingerprints = { Gone } },
        };

        await batch.SendAsync(begin);
        await batch.SendAsync(new ValidateRequest { Id = "a", Content = ByteString.CopyFrom(bytes.AsSpan(1000)) });

        (await batch.NextAsync())!.Since.Fixed.ShouldBe([Gone]);
    }

    [Fact]
    public async Task ValidateStream_WhatIsNoFingerprint_NamesTheField()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var batch = Batch.Open(server);
        var request = Drafts.Request("a", "草稿");
        request.Previous = new PreviousCheck { Fingerprints = { "甲" } };

        await batch.SendAsync(request);

        var (replies, status) = await batch.EndAsync();
        replies.ShouldBeEmpty();
        status.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Theory]
    [InlineData($"?previous={Gone}", 1)]
    [InlineData("?previous=", 0)]
    public async Task Http_FindingsOfTheCheckBefore_AreCompared(string query, int gone)
    {
        await using var server = await RunningServer.StartAsync();
        using var content = Uploads.Raw(Sample());

        var reply = await server.Http.CheckAsync(content, query);

        reply.Since.Fixed.Count.ShouldBe(gone);
        reply.Since.Added.ShouldBe(reply.Findings.Count);
        reply.Findings.ShouldAllBe(finding => finding.Novelty == Novelty.New);
    }

    [Fact]
    public async Task Http_WhatIsNoFingerprint_IsABadRequest()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var content = Uploads.Raw("草稿");

        using var response = await server.Http.PostAsync(Uploads.Path + "?previous=123", content).InTime();

        ((int)response.StatusCode).ShouldBe(400);
        (await response.Content.ReadAsStringAsync().InTime()).ShouldContain("previous");
    }

    private static async Task<ValidateReply> CheckAsync(RunningServer server, string text, PreviousCheck? previous)
    {
        var request = Drafts.Request("a", text);
        request.Previous = previous;
        return await server.Client.ValidateAsync(request).ResponseAsync.InTime();
    }

    private static string Sample() => File.ReadAllText(Path.Combine(SourceTree.Root, "tests", "samples", "qinhuangdao-2024.txt"));
}
