using Validation.Engine.Rules;
using Validation.Engine.Rules.Compiling;
using Validation.Engine.Rules.Trying;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Tests.Rules.Compiling;

/// <summary>Values that a rule names, and overrides that change them.</summary>
public sealed class ParameterTests
{
    private const string Tests = "tests: [{name: 对, report: {year: 2026}, findings: []}, {name: 错, report: {year: 2010}, findings: [{}]}]";

    private const string Rule =
        "id: nation-year\nwith: {least: 2015, word: \"10\", share: 0.5, strict: true}\n" +
        "assert: report.year >= with.least && with.word == '10' && with.share < 0.6 && with.strict\n" +
        "message: \"早于 {with.least}。\"\n" + Tests;

    [Fact]
    public void Override_OfAParameter_ChangesTheFindingAndKeepsTheRest()
    {
        var report = ReportTemplate.NewReport();
        report.Year = 2020;

        Find(report, string.Empty).ShouldBeEmpty();
        Find(report, "- override: nation-year\n  with: {least: 2024}").ShouldHaveSingleItem().Message.ShouldBe("早于 2024。");
    }

    [Fact]
    public void Override_OfAParameter_FollowsTheNationalFix()
    {
        var report = ReportTemplate.NewReport();
        report.Year = 2020;
        var mended = Rule.Replace("早于 {with.least}", "应当不早于 {with.least}", StringComparison.Ordinal);

        Find(report, "- override: nation-year\n  with: {least: 2024}", mended).ShouldHaveSingleItem().Message.ShouldBe("应当不早于 2024。");
    }

    [Fact]
    public void Override_OfAParameter_LeavesTheRulesOwnTestsAlone()
    {
        var rules = Compile("- override: nation-year\n  with: {least: 2024}").RuleSet!;

        RuleTestRunner.Run(rules, includeNational: true).Failures.ShouldBeEmpty();
    }

    [Fact]
    public void Explain_ChangedParameter_ShowsBothValues()
    {
        var rules = Compile("- override: nation-year\n  with: {least: 2024}").RuleSet!;
        var explained = RuleExplanation.Of(rules, "nation-year")!;

        explained.Parameters.Select(parameter => (parameter.Name, parameter.Own, parameter.InForce)).ShouldBe(
            [("least", "2015", "2024"), ("word", "10", "10"), ("share", "0.5", "0.5"), ("strict", "true", "true")]);
        explained.OverriddenAt.ShouldBe("local.yaml:1");
    }

    [Fact]
    public void Diff_ChangedParameter_IsAChangeOfTheKey()
    {
        var change = RuleSetDiff.Rules(Compile(string.Empty).RuleSet!, Compile("- override: nation-year\n  with: {least: 2024}").RuleSet!)
            .ShouldHaveSingleItem();

        change.Keys.ShouldHaveSingleItem().ShouldBe(new KeyChange
        {
            Key = "with",
            Before = "{least: 2015, word: 10, share: 0.5, strict: true}",
            After = "{least: 2024, word: 10, share: 0.5, strict: true}",
        });
    }

    [Theory]
    [InlineData("{lest: 1}", "没有名为“lest”的参数，可以修改的有：least、word、share、strict。")]
    [InlineData("{least: 0.5}", "参数“least”应当是整数，如 30；全国规则写的是 2015。")]
    [InlineData("{word: 12}", "参数“word”应当是文字（数字和日期形式的文字要加引号）；全国规则写的是 10。")]
    [InlineData("{share: abc}", "参数“share”应当是数，如 0.2；全国规则写的是 0.5。")]
    [InlineData("{strict: 1}", "参数“strict”应当是true 或 false；全国规则写的是 true。")]
    [InlineData("{least: [1]}", "参数“least”的值应当是一个数、true、false 或一段文字。")]
    public void Override_ThatDoesNotFit_IsRefused(string with, string message) =>
        Compile($"- override: nation-year\n  with: {with}").Problems.Select(problem => problem.Message)
            .ShouldContain(problem => problem.Contains(message));

    [Fact]
    public void Override_OfANumberWithAnInteger_Fits() =>
        Compile("- override: nation-year\n  with: {share: 1}").Problems.ShouldBeEmpty();

    /// <summary>What administrators most likely want to change can be changed.</summary>
    [Theory]
    [InlineData("sec1-length", "most")]
    [InlineData("sec5-empty", "least")]
    [InlineData("t3-carryout-share", "percent")]
    [InlineData("t3-other-share", "percent")]
    [InlineData("t2-fee-unit", "most")]
    [InlineData("doc-date-deadline", "governments")]
    public void National_Thresholds_AreParameters(string rule, string parameter) =>
        RuleExplanation.Of(TestRules.National, rule)!.Parameters.ShouldContain(named => named.Name == parameter);

    private static RuleSetCompilation Compile(string overlay, string rule = Rule) => RuleSetCompiler.Compile(new RuleSetSource(
        "x", [TestRules.FileOf("national.yaml", TestRules.Whole(rule))], [TestRules.FileOf("local.yaml", overlay)], TestRules.Today));

    private static IReadOnlyList<Finding> Find(Report report, string overlay, string rule = Rule) =>
        RuleEngine.Evaluate(Compile(overlay, rule).RuleSet!, report, EngineLimits.Default).Findings;
}
