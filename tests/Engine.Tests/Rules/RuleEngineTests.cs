using System.Text;
using Validation.Engine.Reports.Template;
using Validation.Engine.Rules;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Rules;

public sealed class RuleEngineTests
{
    [Fact]
    public void Evaluate_RuleThrows_OthersStillRun()
    {
        var result = Evaluate(Finds("a", 1), new FakeRule("b", _ => throw new InvalidOperationException("broken")), Finds("c", 2));

        result.Findings.Select(finding => finding.RuleId).ShouldBe(["a", "c", "c"]);
        var failure = result.Failures.ShouldHaveSingleItem();
        failure.RuleId.ShouldBe("b");
        failure.Message.ShouldBe("InvalidOperationException: broken");
    }

    [Fact]
    public void Evaluate_RuleThrowsAfterAFinding_NoneOfItsFindings()
    {
        var matches = Enumerable.Range(0, 2).Select(i => i == 0 ? new Match("x") : throw new FormatException());
        var result = Evaluate(new FakeRule("a", _ => matches));

        result.Findings.ShouldBeEmpty();
        result.Failures.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("xushui-2024")]
    [InlineData("qinhuangdao-2024")]
    public void Validate_RuleThrows_NotDecidedAndFindingsOfTheOthers(string name)
    {
        var sample = new Sample(name);
        var rules = new RuleSet("x", [new FakeRule("broken", _ => throw new FormatException()), .. RuleSet.National.Rules]);
        var reply = new ReportValidator(rules).Validate(Encoding.UTF8.GetBytes(sample.Text));

        (reply.Verdict, reply.Reason).ShouldBe((Verdict.NotDecided, Reason.RuleFailed));
        reply.RuleFailures.ShouldHaveSingleItem().RuleId.ShouldBe("broken");
        reply.ReasonText.ShouldNotBeEmpty();
        reply.Findings.Select(FindingLine.Of).ShouldBe(sample.ExpectedFindings);
    }

    [Theory]
    [InlineData(2, 3, 2)]
    [InlineData(3, 3, 3)]
    [InlineData(4, 3, 3)]
    [InlineData(500, 3, 3)]
    public void Evaluate_ManyFindings_LastSaysHowManyMore(int matches, int limit, int findings)
    {
        var result = Evaluate(new EngineLimits { FindingsPerRule = limit }, Finds("a", matches), Finds("b", 1));

        var ofRule = result.Findings.Where(finding => finding.RuleId == "a").ToList();
        ofRule.Count.ShouldBe(findings);
        ofRule[^1].Message.ShouldBe(matches > limit ? Texts.AndMore($"a {limit}", matches - limit) : $"a {matches}");
        result.Findings.Count(finding => finding.RuleId == "b").ShouldBe(1);
    }

    [Fact]
    public void Evaluate_NoLimit_AllFindings() =>
        Evaluate(new EngineLimits { FindingsPerRule = null }, Finds("a", 1000)).Findings.Count.ShouldBe(1000);

    [Fact]
    public void Evaluate_TokenCancelledByARule_ThrowsBeforeTheNext()
    {
        using var source = new CancellationTokenSource();
        var ran = new List<string>();
        var rules = new RuleSet("x",
        [
            new FakeRule("a", _ => Run("a", source.Cancel)),
            new FakeRule("b", _ => Run("b", () => { })),
        ]);

        Should.Throw<OperationCanceledException>(
            () => RuleEngine.Evaluate(rules, ReportTemplate.NewReport(), EngineLimits.Default, source.Token));
        ran.ShouldBe(["a"]);

        IEnumerable<Match> Run(string name, Action action)
        {
            ran.Add(name);
            action();
            return [];
        }
    }

    [Fact]
    public void Evaluate_FindingsWithAndWithoutPlace_OrderOfTheDocument()
    {
        var result = Evaluate(new FakeRule("a", _ => [At(9, 1), new Match("none"), At(3, 5), At(3, 2)]));

        result.Findings.Select(finding => finding.Message).ShouldBe(["3:2", "3:5", "9:1", "none"]);
    }

    [Fact]
    public void Evaluate_SameMatchThreeTimes_FingerprintsUnique() =>
        Evaluate(new FakeRule("a", _ => Enumerable.Repeat(new Match("same"), 3))).Findings
            .Select(finding => finding.Fingerprint).ShouldBeUnique();

    [Fact]
    public void RuleSet_TwoRulesWithOneId_Refused() =>
        Should.Throw<ArgumentException>(() => new RuleSet("x", [Finds("a", 1), Finds("a", 2)])).Message.ShouldContain("a");

    [Fact]
    public void NationalRules_Headers_Complete()
    {
        foreach (var rule in RuleSet.National.Rules)
        {
            rule.Header.Id.ShouldMatch("^[a-z0-9]+(-[a-z0-9]+)+$");
            rule.Header.Title.ShouldNotBeEmpty();
            rule.Header.Basis.ShouldNotBeEmpty();
            rule.Header.Severity.ShouldNotBe(Severity.Unspecified);
        }
    }

    private static RuleResult Evaluate(params IRule[] rules) => Evaluate(EngineLimits.Default, rules);

    private static RuleResult Evaluate(EngineLimits limits, params IRule[] rules) =>
        RuleEngine.Evaluate(new RuleSet("x", rules), ReportTemplate.NewReport(), limits, CancellationToken.None);

    private static FakeRule Finds(string id, int count) =>
        new(id, _ => Enumerable.Range(1, count).Select(i => new Match($"{id} {i}") { Subject = $"{i}" }));

    private static Match At(int line, int column) => new($"{line}:{column}") { Location = new Location { Line = line, Column = column } };

    private sealed class FakeRule(string id, Func<Report, IEnumerable<Match>> check) : IRule
    {
        public RuleHeader Header { get; } = new(id, "规则", Severity.Error, "依据");

        public IEnumerable<Match> Check(Report report) => check(report);
    }
}
