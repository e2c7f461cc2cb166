using System.Text;
using Validation.Engine.Rules;
using Validation.Engine.Rules.Facts;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Rules;

/// <summary>What a reply says about rules that were not evaluated.</summary>
public sealed class UnevaluatedRulesTests
{
    [Fact]
    public void Reply_RuleWaitsForData_SaysForWhat()
    {
        var rule = Check("xushui-2024", "- {id: waits, title: 比较, severity: info, basis: 依据, why: 原因, waits-for: 上年报告}")
            .Provenance.NotEvaluated.Single(rule => rule.RuleId == "waits");

        rule.ShouldBe(new UnevaluatedRule { RuleId = "waits", Title = "比较", Reason = "缺上年报告" });
    }

    [Theory]
    [InlineData("- {override: t3-balance, off: true}", "已停用")]
    [InlineData("- {override: t3-balance, off: true, reason: 本市统一不用这条}", "已停用：本市统一不用这条")]
    public void Reply_RuleSwitchedOff_SaysSoAndWhy(string overlay, string reason)
    {
        var reply = Check("qinhuangdao-2024", overlay);

        reply.Provenance.NotEvaluated.Single(rule => rule.RuleId == "t3-balance").Reason.ShouldBe(reason);
        reply.Verdict.ShouldBe(Verdict.Accept);
    }

    [Theory]
    [InlineData("since: 2025", "只适用于 2025 年起的报告")]
    [InlineData("until: 2023", "只适用于 2023 年及以前的报告")]
    [InlineData("since: 2021\nuntil: 2023", "只适用于 2021 至 2023 年的报告")]
    [InlineData("since: 2023\nuntil: 2023", "只适用于 2023 年的报告")]
    [InlineData("since: 2024\nuntil: 2024", null)]
    [InlineData("since: 2024", null)]
    public void Reply_RuleForOtherYears_SaysWhich(string years, string? reason)
    {
        var reply = Check("xushui-2024", TestRules.Whole($"id: some-years\n{years}"));

        reply.Provenance.NotEvaluated.SingleOrDefault(rule => rule.RuleId == "some-years")?.Reason.ShouldBe(reason);
        reply.Provenance.NotEvaluated.Any(rule => rule.RuleId == "some-years").ShouldBe(reason is not null);
    }

    [Fact]
    public void Reply_ReportWithoutYear_EveryYearIsTried() =>
        Rules(TestRules.Whole("id: some-years\nsince: 2025")).Unevaluated.For(0, ComparedReports.None)
            .ShouldNotContain(rule => rule.RuleId == "some-years");

    [Fact]
    public void Reply_RuleEvaluatedAndNothingFound_IsNotNamed() =>
        Check("xushui-2024").Provenance.NotEvaluated.ShouldNotContain(rule => rule.RuleId == "t3-balance");

    [Fact]
    public void Reply_NationalRules_NamesThoseThatWaitAndNoOthers()
    {
        var waiting = TestRules.National.List.Rules.Where(rule => rule.WaitsFor.Length > 0).Select(rule => rule.Id);

        Check("xushui-2024").Provenance.NotEvaluated.Select(rule => rule.RuleId).ShouldBe(waiting);
    }

    [Fact]
    public void Reply_OnNoReport_NamesNone() =>
        Sample.Check("今天天气很好，适合出门散步。").Provenance.NotEvaluated.ShouldBeEmpty();

    [Fact]
    public void List_RuleOffOrOfSomeYears_SaysWhy()
    {
        var rules = Rules(
            "- {override: t3-balance, off: true, reason: 本市统一不用这条}",
            TestRules.Whole("id: some-years\nsince: 2021\nuntil: 2023")).List.Rules;

        rules.Single(rule => rule.Id == "t3-balance").OffReason.ShouldBe("本市统一不用这条");
        var some = rules.Single(rule => rule.Id == "some-years");
        (some.Since, some.Until, some.OffReason).ShouldBe((2021, 2023, string.Empty));
        rules.Single(rule => rule.Id == "t3-row-total").Since.ShouldBe(0);
    }

    private static ValidateReply Check(string sample, params string[] overlay) =>
        new ReportValidator().Validate(Encoding.UTF8.GetBytes(new Sample(sample).Text), Rules(overlay));

    private static RuleSet Rules(params string[] overlay) => overlay.Length == 0
        ? TestRules.National
        : TestRules.Compile(string.Join('\n', overlay), onNational: true).RuleSet!;
}
