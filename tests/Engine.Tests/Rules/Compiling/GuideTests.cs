using System.Text;
using Validation.Engine.Rules.Trying;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Rules.Compiling;

/// <summary>The worked example of the guide for administrators works.</summary>
public sealed class GuideTests
{
    private static readonly string Example = Read();

    [Fact]
    public void TenRules_OnTheNationalSet_CompileWithoutAWarningAndPassTheirTests()
    {
        var compilation = TestRules.Compile(Example, onNational: true);

        compilation.Problems.Select(problem => $"{problem.Line} {problem.Message}").ShouldBeEmpty();
        var result = RuleTestRunner.Run(compilation.RuleSet!, includeNational: false);
        result.Failures.ShouldBeEmpty();
        result.Undecided.ShouldBeEmpty();
        result.Passed.ShouldBeGreaterThanOrEqualTo(12);
        RuleSetDiff.Rules(TestRules.National, compilation.RuleSet!).Count.ShouldBe(10);
    }

    [Theory]
    [InlineData("doc-date-deadline", "with")]
    [InlineData("sec1-length", "with")]
    [InlineData("t2-fee-unit", "severity")]
    public void TenRules_ThatChangeNationalOnes_ChangeWhatTheySay(string rule, string key) =>
        RuleSetDiff.Rules(TestRules.National, Rules()).Single(change => change.RuleId == rule).Keys.Select(changed => changed.Key)
            .ShouldBe([key]);

    [Fact]
    public void TenRules_OnAReport_FindWhatItLacks()
    {
        var report = Encoding.UTF8.GetBytes(new Sample("qinhuangdao-2024").Text);
        var found = new ReportValidator().Validate(report, Rules()).Findings.Select(finding => finding.RuleId).ToList();

        found.ShouldContain("local-hotline");
        found.ShouldNotContain("local-town-platform");
        found.ShouldNotContain("t3-secret");
    }

    private static Validation.Engine.Rules.RuleSet Rules() => TestRules.Compile(Example, onNational: true).RuleSet!;

    private static string Read()
    {
        var guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", "README.md"));
        var chapter = guide[guide.IndexOf("## 一位新管理员的十条规则", StringComparison.Ordinal)..];
        return chapter.Split("```")[1]["yaml\n".Length..];
    }
}
