using Grpc.Core;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Archive;

/// <summary>A candidate rule set on all reports on file.</summary>
[Trait("Size", "Long")]
public sealed class ArchiveTrialTests
{
    private const int Reports = 450;

    [Fact]
    public async Task Candidate_OnManyReports_SaysWhatAppearsVanishesAndChanges()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.Finding("local-a", "旧。"), TestRules.Finding("local-b"), TestRules.Finding("local-c"));
        await FileManyAsync(server);
        var candidate = TestRules.Overlay(
            TestRules.Finding("local-a", "新。"), TestRules.Finding("local-c"), TestRules.Finding("local-d", severity: "warning"));

        var replies = await TryAsync(server, new TryRulesRequest { Candidate = candidate, Examples = 2 });

        replies.Select(reply => reply.Done).ShouldBe(replies.Select(reply => reply.Done).Order());
        replies.ShouldAllBe(reply => reply.Total == Reports);
        replies.Count.ShouldBeGreaterThan(3);
        replies.SkipLast(1).ShouldAllBe(reply => reply.Summary == null);
        var summary = replies[^1].Summary;
        (summary.Reports, summary.ChangedReports, summary.Verdicts.Count).ShouldBe((Reports, Reports, 0));
        summary.RuleSetVersion.ShouldBe((await server.StatusAsync()).Version);
        summary.Rules.Select(rule => (rule.RuleId, rule.Appeared, rule.Vanished, rule.Changed)).ShouldBe(
            [("local-a", 0, 0, Reports), ("local-b", 0, Reports, 0), ("local-d", Reports, 0, 0)]);
        summary.Rules.ShouldAllBe(rule => rule.Examples.Count == 2 && rule.Title.Length > 0);
        var example = summary.Rules[0].Examples[0];
        (example.Change.Before.Message, example.Change.After.Message).ShouldBe(("旧。", "新。"));
        (await server.GetAsync(example.Id)).Report.Organization.ShouldBe(example.Organization);
    }

    [Fact]
    public async Task Candidate_ThatShiftsVerdictsAndFails_SaysSoAndIsNotPublishedByMistake()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.FileAsync(await WarmUpReport.ReadAsync(), Archives.Slip("某某单位", 2023));
        await server.FileAsync(await WarmUpReport.ReadAsync(), Archives.Slip("某某单位", 2024));
        var rules = new[] { TestRules.Finding("local-a"), TestRules.Failing("local-f", "warning") };

        var replies = await TryAsync(
            server, new TryRulesRequest { Candidate = TestRules.Overlay(rules), Filter = new FiledReportFilter { Year = 2024 } });

        var summary = replies[^1].Summary;
        summary.Verdicts.ShouldBe([new VerdictShift { Before = Verdict.Accept, After = Verdict.Reject, Reports = 1 }]);
        var failure = summary.Failures.ShouldHaveSingleItem();
        (failure.Failure.RuleId, failure.Reports).ShouldBe(("local-f", 1));
        var refused = await Administration.RefusedAsync(server.Admin.PublishAsync(
            Administration.Request(TestRules.Overlay(rules), (await server.StatusAsync()).Version)));
        refused.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        refused.Detail.ShouldContain("local-f");
    }

    [Fact]
    public async Task Candidate_WithProblems_IsToldThemAndNothingElse()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.FileAsync(await WarmUpReport.ReadAsync());

        var replies = await TryAsync(server, new TryRulesRequest { Candidate = TestRules.Overlay("- id: [") });

        replies.ShouldHaveSingleItem().Problems.ShouldNotBeEmpty();
        replies[0].Summary.ShouldBeNull();
    }

    [Fact]
    public async Task Trial_Cancelled_EndsAndTheServerGoesOn()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await FileManyAsync(server);
        var candidate = TestRules.Overlay(TestRules.Finding("local-a"));
        using (var call = server.Archive().TryRules(new TryRulesRequest { Candidate = candidate }))
        {
            (await call.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
        }

        // The place for work on rules is free again.
        (await server.Admin.LintAsync(new LintRequest { Candidate = candidate }).ResponseAsync.InTime()).Problems.ShouldBeEmpty();
    }

    private static async Task FileManyAsync(RunningServer server)
    {
        var text = await WarmUpReport.ReadAsync();
        await Parallel.ForAsync(0, Reports, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
            await server.FileAsync(text, Archives.Slip($"单位{number}", 2024)));
    }

    private static async Task<IReadOnlyList<TryRulesReply>> TryAsync(RunningServer server, TryRulesRequest request)
    {
        using var call = server.Archive().TryRules(request);
        var replies = new List<TryRulesReply>();
        while (await call.ResponseStream.MoveNext(CancellationToken.None).InTime())
        {
            replies.Add(call.ResponseStream.Current);
        }

        return replies;
    }
}
