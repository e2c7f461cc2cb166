using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Rules;

/// <summary>A rule that fails costs a draft its verdict only where it might have been the one that rejects it.</summary>
public sealed class FailedRuleTests
{
    private const int Many = 20;
    private const string Failing = "坏字";
    private const string Wrong = "错字";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Verdicts_InAnyOrder_AreTheSame(int seed)
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.FailingOn("local-a", Failing), TestRules.FindingOn("local-b", Wrong));
        var random = new Random(seed);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            foreach (var number in Enumerable.Range(0, Many).OrderBy(_ => random.Next()))
            {
                var reply = await server.CheckAsync(await DraftAsync(number));

                var expected = (number % 4) switch
                {
                    0 => (Verdict.Accept, Reason.Unspecified),
                    1 => (Verdict.NotDecided, Reason.RuleFailed),
                    _ => (Verdict.Reject, Reason.Unspecified),
                };
                (reply.Verdict, reply.Reason).ShouldBe(expected, $"{seed}, {number}");
                (reply.ReasonText.Length > 0).ShouldBe(reply.Verdict == Verdict.NotDecided);
                reply.Findings.Count(finding => finding.RuleId == "local-b").ShouldBe(number % 4 >= 2 ? 1 : 0);
                reply.RuleFailures.Select(failure => (failure.RuleId, failure.Severity))
                    .ShouldBe(number % 2 == 1 ? [("local-a", Level.Error)] : []);
            }
        }
    }

    [Theory]
    [InlineData("warning", Level.Warning, Verdict.Accept)]
    [InlineData("info", Level.Info, Verdict.Accept)]
    [InlineData("error", Level.Error, Verdict.NotDecided)]
    public async Task Rule_ThatFails_WeighsWhatItsFindingsWould(string severity, Level level, Verdict verdict)
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.Failing("local-a", severity));

        var reply = await server.CheckAsync(await WarmUpReport.ReadAsync());

        reply.Verdict.ShouldBe(verdict);
        reply.RuleFailures.ShouldHaveSingleItem().Severity.ShouldBe(level);
    }

    [Fact]
    public async Task Rule_OnTrialThatFails_IsListedAndLeavesTheVerdictAlone()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.Failing("local-a").TrimEnd() + "\n  trial: 2100-01-01\n");

        var reply = await server.CheckAsync(await WarmUpReport.ReadAsync());

        reply.Verdict.ShouldBe(Verdict.Accept);
        reply.RuleFailures.ShouldHaveSingleItem().Severity.ShouldBe(Level.Info);
    }

    [Fact]
    public async Task Report_NotReadWhole_IsNotDecidedWhateverRulesFind()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.Failing("local-a"), TestRules.Finding("local-b"));
        var report = await WarmUpReport.ReadAsync();

        var reply = await server.CheckAsync(report.Replace("\t0\n\t1\n\t4\n", "\t0\n\t1\n", StringComparison.Ordinal));

        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reply.Reason.ShouldBe(Reason.PartlyUnreadable);
    }

    [Fact]
    public async Task Trial_OfACandidateThatFails_SaysWhichRuleAndWhy()
    {
        await using var server = await RunningServer.StartSmallAsync();
        using var call = server.Admin.Try();
        await call.RequestStream.WriteAsync(new TryRequest { Candidate = TestRules.Overlay(TestRules.Failing("local-a")) }).InTime();
        await call.RequestStream.WriteAsync(new TryRequest { Draft = Drafts.Request("a", await WarmUpReport.ReadAsync()) }).InTime();
        (await call.ResponseStream.MoveNext(default).InTime()).ShouldBeTrue();

        var reply = call.ResponseStream.Current;

        (reply.VerdictBefore, reply.VerdictAfter, reply.Reason).ShouldBe((Verdict.Accept, Verdict.NotDecided, Reason.RuleFailed));
        reply.RuleFailures.ShouldHaveSingleItem().RuleId.ShouldBe("local-a");
        reply.ReasonText.ShouldNotBeEmpty();
    }

    private static async Task<string> DraftAsync(int number)
    {
        var report = await WarmUpReport.ReadAsync(number);
        return report + (number % 2 == 1 ? Failing + "。\n" : "") + (number % 4 >= 2 ? Wrong + "。\n" : "");
    }
}
