using System.Text;
using Validation.Engine.Rules;
using Validation.Engine.Rules.Trying;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Rules.Compiling;

/// <summary>What an overlay makes of the national set.</summary>
public sealed class OverlayTests
{
    private const string Right = "{name: 对, report: {year: 2020}, findings: []}";

    private const string Local =
        "id: local-rule\nassert: \"false\"\nmessage: 本地问题。\n" +
        "tests: [{name: 对, report: {year: 2020}, findings: []}, {name: 错, findings: [{}]}]\nsince: 2021";

    [Fact]
    public void Compile_RuleAdded_FindsAndIsLocal()
    {
        var rules = On(TestRules.Whole(Local));

        Check(rules).Findings.ShouldContain(finding => finding.RuleId == "local-rule");
        var summary = rules.List.Rules.Single(rule => rule.Id == "local-rule");
        (summary.Local, summary.Family).ShouldBe((true, "local"));
        rules.List.Rules.Count(rule => rule.Local).ShouldBe(1);
    }

    [Fact]
    public void Compile_RuleSwitchedOff_FindsNothingAndIsListed()
    {
        var rules = On("- {override: t3-balance, off: true, reason: 试}");

        Check(rules).Findings.ShouldNotContain(finding => finding.RuleId == "t3-balance");
        rules.List.Rules.Single(rule => rule.Id == "t3-balance").Off.ShouldBeTrue();
    }

    [Fact]
    public void Compile_RuleRegraded_FindingShowsBothWeightsAndVerdictFollows()
    {
        var rules = On("- {override: t3-balance, severity: warning}");
        var reply = Check(rules);

        reply.Findings.Where(finding => finding.RuleId == "t3-balance")
            .ShouldAllBe(finding => finding.Severity == Level.Warning && finding.RuleSeverity == Level.Error && !finding.Trial);
        reply.Verdict.ShouldBe(Verdict.Accept);
    }

    [Fact]
    public void Compile_RuleOnTrial_ReportedAndNeverCounts()
    {
        var rules = On("- {override: t3-balance, trial: 2026-03-01}");
        var reply = Check(rules);

        reply.Findings.Where(finding => finding.RuleId == "t3-balance")
            .ShouldAllBe(finding => finding.Severity == Level.Info && finding.RuleSeverity == Level.Error && finding.Trial);
        reply.Verdict.ShouldBe(Verdict.Accept);
        rules.NextTrialEnd.ShouldBe(TestRules.Today);
        rules.List.Rules.Single(rule => rule.Id == "t3-balance").TrialUntil.ShouldBe("2026-03-01");
    }

    [Fact]
    public void Compile_TrialOver_CountsInFull()
    {
        var rules = TestRules.Compile("- {override: t3-balance, trial: 2026-02-28}", onNational: true).RuleSet!;

        Check(rules).Verdict.ShouldBe(Verdict.Reject);
        rules.NextTrialEnd.ShouldBeNull();
        rules.List.Rules.Single(rule => rule.Id == "t3-balance").TrialUntil.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("since: 2024", true)]
    [InlineData("since: 2025", false)]
    [InlineData("until: 2024", true)]
    [InlineData("until: 2023", false)]
    [InlineData("since: 2024\nuntil: 2024", true)]
    public void Check_ReportYear_OnlyWithinTheYearsOfTheRule(string years, bool applies)
    {
        var rules = On(TestRules.Whole($"id: local-rule\nassert: \"false\"\n{years}"));

        Check(rules).Findings.Any(finding => finding.RuleId == "local-rule").ShouldBe(applies);
    }

    [Fact]
    public void Diff_OffAddedRegraded_EachNamed()
    {
        var after = On($"- {{override: t3-balance, off: true}}\n- {{override: t4-total, severity: info}}\n{TestRules.Whole(Local)}");
        var changes = RuleSetDiff.Rules(TestRules.National, after);

        changes.Select(change => (change.Kind, change.RuleId)).ShouldBe(
        [
            (RuleChange.Types.Kind.Added, "local-rule"),
            (RuleChange.Types.Kind.SwitchedOff, "t3-balance"),
            (RuleChange.Types.Kind.Changed, "t4-total"),
        ]);
        changes[2].Keys.ShouldBe([new KeyChange { Key = "severity", Before = "error", After = "info" }]);
        RuleSetDiff.Rules(after, TestRules.National).Select(change => change.Kind).ShouldBe(
            [RuleChange.Types.Kind.Removed, RuleChange.Types.Kind.SwitchedOn, RuleChange.Types.Kind.Changed]);
        RuleSetDiff.Rules(after, after).ShouldBeEmpty();
    }

    [Fact]
    public void Findings_TwoReplies_WhatAppearsVanishesAndChanges()
    {
        var before = Check(TestRules.National);
        var after = Check(On(
            $"- {{override: sec-number, off: true}}\n- {{override: t3-balance, severity: warning}}\n{TestRules.Whole(Local)}"));
        var changes = RuleSetDiff.Findings(before, after);

        changes.Where(change => change.Before is null).Select(change => change.After.RuleId).ShouldBe(["local-rule"]);
        changes.Where(change => change.After is null).Select(change => change.Before.RuleId).ShouldBe(["sec-number"]);
        changes.Where(change => change.Before is not null && change.After is not null).Select(change => change.After.RuleId).Distinct()
            .ShouldBe(["t3-balance"]);
        RuleSetDiff.Findings(before, before).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Right + ", {name: 少, report: {year: 2020}, findings: [{message: 问题}]}, {name: 错, findings: [{}]}", "少", "应当发现")]
    [InlineData("{name: 多, findings: []}, {name: 错, findings: [{}]}", "多", "不应当有")]
    [InlineData(Right + ", {name: 词, findings: [{message: 别的}]}", "词", "发现的是：本地问题")]
    [InlineData(Right + ", {name: 级, findings: [{severity: info}]}", "级", "Info")]
    public void Run_TestsThatGoWrong_SaidWithPlace(string tests, string name, string message)
    {
        var rules = On(TestRules.Whole($"id: local-rule\nsince: 2021\nassert: \"false\"\nmessage: 本地问题。\ntests: [{tests}]"));
        var result = RuleTestRunner.Run(rules, includeNational: false);

        var failure = result.Failures.ShouldHaveSingleItem();
        (failure.RuleId, failure.Test, failure.File).ShouldBe(("local-rule", name, "local.yaml"));
        failure.Line.ShouldBeGreaterThan(0);
        failure.Message.ShouldContain(message);
    }

    private static RuleSet On(string overlay)
    {
        var compilation = TestRules.Compile(overlay, onNational: true);
        compilation.Problems.Select(problem => $"{problem.Line}: {problem.Message}").ShouldBeEmpty();
        return compilation.RuleSet!;
    }

    private static ValidateReply Check(RuleSet rules) =>
        new ReportValidator().Validate(Encoding.UTF8.GetBytes(new Sample("qinhuangdao-2024").Text), rules);
}
