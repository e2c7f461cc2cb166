using System.Text;
using Validation.Engine.Acceptances;
using Validation.Engine.Bodies;
using Validation.Engine.Rules;
using Validation.Engine.Rules.Trying;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Rules.Compiling;

/// <summary>Overrides that hold for some reports only.</summary>
public sealed class OverrideCaseTests
{
    private const string Overlay = """
        - {override: t3-balance, off: true, when: report.kind == 'STREET', reason: 街道不用}
        - {override: t3-balance, severity: warning, when: "report.kind in ['DEPARTMENT', 'VERTICAL']"}
        """;

    [Theory]
    [InlineData(BodyKind.Street, 0, Level.Unspecified)]
    [InlineData(BodyKind.Department, 2, Level.Warning)]
    [InlineData(BodyKind.City, 2, Level.Error)]
    public void Case_ThatHoldsForTheReport_Counts(BodyKind kind, int findings, Level level)
    {
        var reply = Check(On(Overlay), kind);

        var found = reply.Findings.Where(finding => finding.RuleId == "t3-balance").ToList();
        found.Count.ShouldBe(findings);
        found.ShouldAllBe(finding => finding.Severity == level && finding.RuleSeverity == Level.Error);
        reply.Verdict.ShouldBe(level == Level.Error ? Verdict.Reject : Verdict.Accept);
        reply.Provenance.NotEvaluated.Where(rule => rule.RuleId == "t3-balance").Select(rule => rule.Reason)
            .ShouldBe(findings == 0 ? ["已停用：街道不用"] : []);
    }

    [Fact]
    public void Case_IsListedAndCompared()
    {
        var rules = On(Overlay);

        var rule = rules.List.Rules.Single(rule => rule.Id == "t3-balance");
        (rule.Off, rule.Severity).ShouldBe((false, Level.Error));
        rule.Cases.Select(one => (one.When, one.Off, one.Severity, one.Reason)).ShouldBe(
        [
            ("report.kind == 'STREET'", true, Level.Unspecified, "街道不用"),
            ("report.kind in ['DEPARTMENT', 'VERTICAL']", false, Level.Warning, ""),
        ]);
        var change = RuleSetDiff.Rules(TestRules.National, rules).ShouldHaveSingleItem();
        (change.RuleId, change.Keys.Single().Key).ShouldBe(("t3-balance", "override"));
    }

    [Fact]
    public void Case_BesideAnOverrideForAll_CountsBeforeIt()
    {
        var rules = On(
            "- {override: t3-balance, severity: info}\n- {override: t3-balance, severity: warning, when: report.kind == 'CITY'}");

        Check(rules, BodyKind.City).Findings.First(finding => finding.RuleId == "t3-balance").Severity.ShouldBe(Level.Warning);
        Check(rules, BodyKind.Street).Findings.First(finding => finding.RuleId == "t3-balance").Severity.ShouldBe(Level.Info);
        RuleTestRunner.Run(rules, includeNational: true).Failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("- {override: t3-balance, severity: warning, when: report.kin == 'CITY'}", "kin")]
    [InlineData("- {override: t3-balance, severity: warning, when: report.kind}", "bool")]
    [InlineData("- {override: t3-balance, trial: 2027-03-31, when: report.kind == 'CITY'}", "when")]
    [InlineData("- {override: t3-balance, when: report.kind == 'CITY'}", "改什么")]
    public void Case_WrittenWrongly_IsSaid(string overlay, string part)
    {
        var problem = TestRules.Compile(overlay, onNational: true).Problems.ShouldHaveSingleItem();

        (problem.File, problem.Line).ShouldBe(("local.yaml", 1));
        problem.Message.ShouldContain(part);
    }

    private static RuleSet On(string overlay)
    {
        var compilation = TestRules.Compile(overlay, onNational: true);
        compilation.Problems.Select(problem => $"{problem.Line}: {problem.Message}").ShouldBeEmpty();
        return compilation.RuleSet!;
    }

    private static ValidateReply Check(RuleSet rules, BodyKind kind)
    {
        var sample = new Sample("qinhuangdao-2024");
        var bodies = new BodyRegister([new Body { Name = "某某机关", Aliases = { sample.Check().Report.Organization }, Kind = kind }]);
        return new ReportValidator().Validate(
            Encoding.UTF8.GetBytes(sample.Text), rules, new LocalRecords(bodies, AcceptanceRegister.Empty));
    }
}
