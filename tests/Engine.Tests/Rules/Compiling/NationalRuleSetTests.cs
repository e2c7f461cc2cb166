using Validation.Engine.Rules;
using Validation.Engine.Rules.Compiling;
using Validation.Engine.Rules.Trying;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Rules.Compiling;

public sealed class NationalRuleSetTests
{
    private const int LeastRules = 70;

    public static TheoryData<string> RuleIds() =>
        [.. TestRules.National.Rules.Where(rule => rule.IsEvaluated).Select(rule => rule.Header.Id)];

    [Fact]
    public void Compile_NationalFiles_NoProblems() =>
        RuleSetCompiler.Compile(new RuleSetSource("x", TestRules.Files.Files, [], TestRules.Today)).Problems
            .Select(problem => $"{problem.File}:{problem.Line}:{problem.Column} {problem.Message}").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Run_OwnTestsOfTheRule_AllPass(string id)
    {
        var rule = TestRules.National.Find(id)!;
        var result = RuleTestRunner.Run(new RuleSet("x", [rule], null), includeNational: true);

        result.Failures.Select(failure => $"{failure.File}:{failure.Line} {failure.Test}: {failure.Message}").ShouldBeEmpty();
        result.Passed.ShouldBe(rule.Definition.Tests.Count);
    }

    [Fact]
    public void Rules_National_EnoughOfThemAndComplete()
    {
        var rules = TestRules.National.Rules;

        rules.Count(rule => rule.IsEvaluated).ShouldBeGreaterThanOrEqualTo(LeastRules);
        rules.Select(rule => rule.Definition.Family).Distinct()
            .ShouldBe(["文档", "结构", "表二", "表三", "表四", "文字与表", "费用", "跨年", "敏感信息", "文字质量"], ignoreOrder: true);
        rules.ShouldAllBe(rule => rule.Header.Title.Length <= 20 && rule.Header.Basis.Length > 0 && rule.Definition.Why.Length > 0);
        rules.ShouldAllBe(rule => rule.Definition.Trial == null, "a trial ends on a day, and the national set is the same on every day");
        rules.Where(rule => rule.Definition.WaitsFor.Length > 0).ShouldAllBe(rule => !rule.IsEvaluated);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Explain_Rule_WhyBasisAndBothExamples(string id)
    {
        var explanation = RuleExplanation.Of(TestRules.National, id)!;

        explanation.Why.ShouldNotBeEmpty();
        explanation.Rule.Basis.ShouldNotBeEmpty();
        explanation.WrongExample.ShouldNotBeEmpty();
        explanation.WrongMessage.ShouldNotBeEmpty();
        explanation.RightExample.ShouldNotBeEmpty();
        explanation.Text.ShouldStartWith($"- id: {id}\n");
        explanation.Line.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Explain_NoSuchRule_Null() => RuleExplanation.Of(TestRules.National, "no-such-rule").ShouldBeNull();

    [Fact]
    public void Read_FolderWithoutRules_SaysSo() =>
        Should.Throw<FileNotFoundException>(() => NationalRuleSet.Read(Path.Combine(AppContext.BaseDirectory, "samples")));

    [Fact]
    public void Evaluate_CleanReportsInEveryLayout_NoErrorAndNoWarningAboutNumbers()
    {
        var numbers = new NumbersThatBalance(17, 60);
        foreach (var layout in Enum.GetValues<Layout>())
        {
            var reply = Sample.Check(new ReportText(cell => $"{numbers[cell]}").Write(layout));
            reply.Findings.Where(finding => finding.Severity == Level.Error).Select(FindingLine.Of).ShouldBeEmpty(layout.ToString());
            reply.RuleFailures.ShouldBeEmpty(layout.ToString());
        }
    }
}
