using Grpc.Core;
using Validation.Server.Access;
using Validation.Server.Publishing;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using Action = Validation.V1.Publication.Types.Action;

namespace Validation.Server.Tests.Publishing;

public sealed class PublishTests
{
    [Fact]
    public async Task Publish_GoodCandidate_IsInForceAtOnceAndInTheHistory()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var national = (await server.StatusAsync()).Version;

        var reply = await server.PublishAsync(TestRules.Finding("local-a"));

        reply.Problems.ShouldBeEmpty();
        reply.Failures.ShouldBeEmpty();
        reply.Publication.Version.ShouldBe($"{national}+1");
        reply.Publication.PreviousVersion.ShouldBe(national);
        var publication = reply.Publication;
        (publication.Author, publication.Principal, publication.Reason).ShouldBe(("张三", AccessTexts.LocalPrincipal, "测试"));
        reply.Publication.Summary.ShouldBe("新增 1 条");
        (await server.HistoryAsync()).Entries.ShouldBe([reply.Publication]);
        var set = await server.Admin.GetRuleSetAsync(new GetRuleSetRequest()).ResponseAsync.InTime();
        set.Version.ShouldBe($"{national}+1");
        set.Publication.ShouldBe(reply.Publication);
        set.Sha256.ShouldBe(reply.Publication.Sha256);
        set.Overlay.ShouldBe(TestRules.Overlay(TestRules.Finding("local-a")));
        set.Rules.Rules.ShouldContain(rule => rule.Id == "local-a" && rule.Local);
        var check = await server.CheckAsync(await WarmUpReport.ReadAsync(1));
        check.Provenance.RuleSetVersion.ShouldBe($"{national}+1");
        check.Findings.ShouldContain(finding => finding.RuleId == "local-a");
    }

    /// <summary>A bad set never replaces a good one, and says in which file and line it is bad.</summary>
    [Theory]
    [InlineData("- id: local-a\n  titel: 规则", 2)]
    [InlineData("- id: local-a\n  severity: [error]", 2)]
    [InlineData("- id: local-a\n  title: [", 3)]
    [InlineData("twice", 12)]
    [InlineData("retired: [local-a]\nrules:\n", 3)]
    [InlineData("- override: no-such-rule\n  off: true", 1)]
    public async Task Publish_BadCandidate_IsRefusedByFileAndLine(string text, int line)
    {
        await using var server = await RunningServer.StartSmallAsync();
        var before = await server.StatusAsync();
        var rule = TestRules.Finding("local-a");
        var whole = text == "twice" ? rule + "\n" + rule
            : text.StartsWith("retired", StringComparison.Ordinal) ? text + string.Join('\n', rule.Split('\n').Select(one => "  " + one))
            : text;

        var reply = await server.PublishAsync(whole);

        reply.Publication.ShouldBeNull();
        reply.Problems.ShouldContain(problem =>
            problem.Severity == Level.Error && problem.File == TestRules.FileName && problem.Line == line && problem.Message.Length > 0,
            string.Join('\n', reply.Problems));
        (await server.StatusAsync()).ShouldBe(before);
        var refused = (await server.HistoryAsync()).Entries.ShouldHaveSingleItem();
        (refused.Action, refused.Version, refused.PreviousVersion).ShouldBe((Action.Refused, "", before.Version));
        refused.Reason.ShouldStartWith("测试\n");
        refused.Reason.ShouldContain($"{TestRules.FileName}:");
    }

    [Fact]
    public async Task Publish_OwnTestsFail_IsRefused()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var before = await server.StatusAsync();

        var reply = await server.PublishAsync(TestRules.FailingItsTests("local-a"));

        reply.Publication.ShouldBeNull();
        var failure = reply.Failures.ShouldHaveSingleItem();
        (failure.RuleId, failure.File, failure.Test).ShouldBe(("local-a", TestRules.FileName, "对"));
        failure.Line.ShouldBeGreaterThan(1);
        (await server.StatusAsync()).ShouldBe(before);
        (await server.HistoryAsync()).Entries.ShouldHaveSingleItem().Action.ShouldBe(Action.Refused);
    }

    [Theory]
    [InlineData("", "理由", "2026.1")]
    [InlineData(" ", "理由", "2026.1")]
    [InlineData("张\n三", "理由", "2026.1")]
    [InlineData("张三", "", "2026.1")]
    [InlineData("张三", "理由", "")]
    public async Task Publish_SomethingMissing_IsInvalid(string author, string reason, string expected)
    {
        await using var server = await RunningServer.StartSmallAsync();
        var request = new PublishRequest { Empty = true, Author = author, Reason = reason, ExpectedVersion = expected };

        (await Administration.RefusedAsync(server.Admin.PublishAsync(request))).StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Theory]
    [InlineData(false, 0, false)]
    [InlineData(true, 0, false)]
    [InlineData(true, 1, true)]
    public async Task Publish_WithoutFilesOrWithFilesThatMayNotBe_IsInvalidAndChangesNothing(bool isSet, int files, bool empty)
    {
        await using var server = await RunningServer.StartSmallAsync();
        var before = (await server.PublishAsync(TestRules.Finding("local-a"))).Publication.Version;
        var candidate = files == 0 ? new RuleOverlay() : TestRules.Overlay(TestRules.Finding("local-b"));
        var request = new PublishRequest
        {
            Candidate = isSet ? candidate : null, Author = "张三", Reason = "理由", ExpectedVersion = before, Empty = empty,
        };

        var refusal = await Should.ThrowAsync<RpcException>(server.Admin.PublishAsync(request).ResponseAsync.InTime());

        refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refusal.Status.Detail.ShouldBe(empty ? PublishingTexts.CandidateNotEmpty : PublishingTexts.CandidateMissing);
        refusal.Violation().Field.ShouldBe(empty ? "empty" : "candidate");
        (await server.StatusAsync()).Version.ShouldBe(before);
    }

    [Fact]
    public async Task Publish_EmptyOnPurpose_LeavesTheNationalSetAlone()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var before = (await server.PublishAsync(TestRules.Finding("local-a"))).Publication.Version;
        var request = new PublishRequest { Author = "张三", Reason = "理由", ExpectedVersion = before, Empty = true };

        var publication = (await server.Admin.PublishAsync(request).ResponseAsync.InTime()).Publication;

        publication.PreviousVersion.ShouldBe(before);
        var content = await server.Admin.GetRuleSetAsync(new GetRuleSetRequest()).ResponseAsync.InTime();
        content.Overlay.Files.ShouldBeEmpty();
        content.Rules.Rules.ShouldAllBe(rule => !rule.Local);
    }

    [Fact]
    public async Task History_InPages_IsWholeAlsoWhereAttemptsWereRefused()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.Finding("local-a"));
        await server.PublishAsync("- id: [");
        await server.PublishAsync(TestRules.FailingItsTests("local-a"));
        await server.PublishAsync(TestRules.Finding("local-b"));
        var whole = (await server.HistoryAsync()).Entries;

        var pages = new List<Publication>();
        var token = "";
        do
        {
            var page = await server.Admin.HistoryAsync(new HistoryRequest { Limit = 1, PageToken = token }).ResponseAsync.InTime();
            pages.AddRange(page.Entries);
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        pages.Count.ShouldBe(4);
        pages.ShouldBe(whole);
    }

    [Theory]
    [InlineData("", "2026.1+99", StatusCode.NotFound, "NOT_FOUND")]
    [InlineData("x", "", StatusCode.InvalidArgument, "BAD_REQUEST")]
    [InlineData("p-1", "", StatusCode.InvalidArgument, "BAD_REQUEST")]
    public async Task History_FromNowhere_IsRefused(string token, string before, StatusCode code, string reason)
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.Finding("local-a"));
        var request = new HistoryRequest { PageToken = token, BeforeVersion = before };

        var refusal = await Should.ThrowAsync<RpcException>(server.Admin.HistoryAsync(request).ResponseAsync.InTime());

        (refusal.StatusCode, refusal.Info().Reason).ShouldBe((code, reason));
    }

    [Theory]
    [InlineData("../a.yaml")]
    [InlineData("/a.yaml")]
    [InlineData("a//b.yaml")]
    [InlineData("a\\b.yaml")]
    [InlineData("a.txt")]
    [InlineData("c:a.yaml")]
    [InlineData("con.yaml")]
    [InlineData("a/NUL.x.yml")]
    [InlineData("lpt¹.yaml")]
    [InlineData("a\u202Elmay.yaml")]
    [InlineData("a\u2028b.yaml")]
    [InlineData("")]
    [InlineData("LOCAL.yaml")]
    public async Task Publish_PathThatLeadsElsewhere_IsInvalid(string path)
    {
        await using var server = await RunningServer.StartSmallAsync();
        var overlay = TestRules.Overlay(TestRules.Finding("local-a"));
        overlay.Files.Add(new RuleFile { Path = path });

        var status = await Administration.RefusedAsync(server.Admin.LintAsync(new LintRequest { Candidate = overlay }));

        status.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Theory]
    [InlineData((5 * 1024 * 1024) + 1)]
    [InlineData(7 * 1024 * 1024)]
    public async Task Publish_TooLarge_IsExhausted(int bytes)
    {
        await using var server = await RunningServer.StartSmallAsync();
        var request = Administration.Request(TestRules.Overlay(new string('#', bytes)), "2026.1");

        (await Administration.RefusedAsync(server.Admin.PublishAsync(request))).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Publish_FromAnotherVersion_NamesTheOneInForce()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var old = (await server.StatusAsync()).Version;
        var first = await server.PublishAsync(TestRules.Finding("local-a"));

        var late = Administration.Request(TestRules.Overlay(TestRules.Finding("local-b")), old);
        var status = await Administration.RefusedAsync(server.Admin.PublishAsync(late));

        status.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        status.Detail.ShouldBe(PublishingTexts.OtherVersion(old, first.Publication.Version, first.Publication));
        status.Detail.ShouldContain("张三");
        (await server.HistoryAsync()).Entries.Select(entry => entry.Action).ShouldBe([Action.Refused, Action.Published]);
    }

    [Fact]
    public async Task Rollback_ToAnyVersion_GivesByteEqualFindings()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var national = (await server.StatusAsync()).Version;
        var report = await WarmUpReport.ReadAsync(1);
        var bare = await server.CheckAsync(report);
        await server.PublishAsync(TestRules.Finding("local-a"));
        var first = await server.CheckAsync(report);
        await server.PublishAsync(TestRules.Finding("local-b"));
        first.Findings.ShouldNotBe(bare.Findings);

        var back = await server.RollbackAsync($"{national}+1");
        var again = await server.CheckAsync(report);
        (await server.RollbackAsync(national)).Publication.Version.ShouldBe($"{national}+4");
        var bareAgain = await server.CheckAsync(report);

        (back.Publication.Version, back.Publication.RestoredVersion, back.Publication.Action)
            .ShouldBe(($"{national}+3", $"{national}+1", Action.RolledBack));
        back.Publication.Summary.ShouldBe("新增 1 条，删除 1 条");
        again.Findings.ShouldBe(first.Findings);
        again.Verdict.ShouldBe(first.Verdict);
        bareAgain.Findings.ShouldBe(bare.Findings);
        var unknown = new RollbackRequest { Version = "x", ExpectedVersion = $"{national}+4", Author = "张三", Reason = "测试" };
        (await Administration.RefusedAsync(server.Admin.RollbackAsync(unknown))).StatusCode.ShouldBe(StatusCode.NotFound);
    }

    /// <summary>Each reply names one version, and its findings are that version's.</summary>
    [Fact]
    public async Task Publish_DuringManyChecks_MixesNoVersions()
    {
        const int Versions = 5;
        await using var server = await RunningServer.StartSmallAsync("QueuedDocuments=1000");
        var national = (await server.StatusAsync()).Version;
        await server.PublishAsync(TestRules.Finding("local-a", "版本1"));
        var report = await WarmUpReport.ReadAsync(1);
        var checks = new List<Task<ValidateReply>>();

        for (var version = 2; version <= Versions; version++)
        {
            checks.AddRange(Enumerable.Range(0, 25).Select(_ => server.CheckAsync(report)));
            await server.PublishAsync(TestRules.Finding("local-a", $"版本{version}"));
        }

        var replies = await Task.WhenAll(checks).InTime();
        foreach (var reply in replies)
        {
            var revision = reply.Provenance.RuleSetVersion[$"{national}+".Length..];
            reply.Findings.Single(finding => finding.RuleId == "local-a").Message.ShouldBe($"版本{revision}");
        }

        replies.Select(reply => reply.Provenance.RuleSetVersion).Distinct().Count().ShouldBeGreaterThan(1);
    }
}
