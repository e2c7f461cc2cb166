using System.Text;
using Validation.Engine.Rules;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Tests.Rules;

public sealed class RuleEngineTests
{
    private const string Broken = "id: broken\nassert: 1 / (report.year - report.year) == 1";

    [Fact]
    public void Evaluate_RuleFails_OthersStillRun()
    {
        var result = Evaluate(Finds("rule-a", 1), Broken, Finds("rule-c", 2));

        result.Findings.Select(finding => finding.RuleId).ShouldBe(["rule-a", "rule-c", "rule-c"]);
        result.Failures.ShouldHaveSingleItem().RuleId.ShouldBe("broken");
        result.Failures[0].Message.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("each: {n: \"[0, 1, 2]\"}\nassert: 4 / (n - 2) == 9")]
    [InlineData("assert: \"false\"\nmessage: \"{1 / (report.year - report.year)}\"")]
    [InlineData("assert: \"false\"\nlower: {info: \"[1][report.year + 1] == 1\"}")]
    [InlineData("assert: \"false\"\ncells: \"dyn([report.year, 1])\"")]
    [InlineData("assert: \"false\"\nat: \"dyn([1].map(x, x))\"")]
    [InlineData("assert: \"false\"\nsection: 7 + report.year")]
    [InlineData("applies: \"{'a': 1}[report.title] == 1\"\nassert: \"true\"")]
    public void Evaluate_AnyExpressionFails_NoneOfItsFindings(string rule)
    {
        var result = Evaluate(rule);

        result.Findings.ShouldBeEmpty();
        result.Failures.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("xushui-2024", "error", Verdict.NotDecided, Reason.RuleFailed)]
    [InlineData("xushui-2024", "warning", Verdict.Accept, Reason.Unspecified)]
    [InlineData("qinhuangdao-2024", "error", Verdict.Reject, Reason.Unspecified)]
    [InlineData("qinhuangdao-2024", "info", Verdict.Reject, Reason.Unspecified)]
    public void Validate_RuleFails_CostsNoErrorAndNoFindingOfTheOthers(string name, string severity, Verdict verdict, Reason reason)
    {
        var sample = new Sample(name);
        var rules = TestRules.Compile(TestRules.Whole($"{Broken}\nseverity: {severity}"), onNational: true).RuleSet!;
        var reply = new ReportValidator().Validate(Encoding.UTF8.GetBytes(sample.Text), rules);

        (reply.Verdict, reply.Reason).ShouldBe((verdict, reason));
        reply.RuleFailures.ShouldHaveSingleItem().RuleId.ShouldBe("broken");
        (reply.ReasonText.Length > 0).ShouldBe(verdict == Verdict.NotDecided);
        reply.Findings.Select(FindingLine.Of).ShouldBe(sample.ExpectedFindings);
    }

    [Theory]
    [InlineData("assert: \"applications.cells.all(a, applications.cells.all(b, applications.cells.all(c, a + b + c >= 0)))\"")]
    [InlineData("each: {a: applications.cells, b: applications.cells, c: applications.cells}\nassert: a + b + c >= 0")]
    public void Evaluate_RuleWorksTooLong_FailsAndOthersRun(string slow)
    {
        var result = Evaluate(slow, Finds("other", 1));

        result.Failures.ShouldHaveSingleItem().Message.ShouldBe(Texts.RuleTooSlow);
        result.Findings.ShouldHaveSingleItem().RuleId.ShouldBe("other");
    }

    [Fact]
    public void Evaluate_StepsLimitReached_SameOnEveryRun()
    {
        var rules = TestRules.Of("each: {a: applications.cells}\nassert: applications.cells.all(b, a + b >= 0)");
        var report = ReportTemplate.NewReport();
        int Failures(long steps) =>
            RuleEngine.Evaluate(rules, report, new EngineLimits { Rules = new RuleLimits { Steps = steps } }).Failures.Count;
        var enough = Enumerable.Range(1, 60).Select(thousands => thousands * 10_000L).First(steps => Failures(steps) == 0);

        for (var turn = 0; turn < 5; turn++)
        {
            Failures(enough).ShouldBe(0);
            Failures(enough - 10_000).ShouldBe(enough > 10_000 ? 1 : 0);
        }
    }

    [Theory]
    [InlineData(2, 3, 2)]
    [InlineData(3, 3, 3)]
    [InlineData(4, 3, 3)]
    [InlineData(9, 3, 3)]
    public void Evaluate_ManyFindings_LastSaysHowManyMore(int matches, int limit, int findings)
    {
        var limits = new EngineLimits { Rules = new RuleLimits { Findings = limit } };

        var result = Evaluate(limits, Finds("rule-a", matches), Finds("rule-b", 1));

        var ofRule = result.Findings.Where(finding => finding.RuleId == "rule-a").ToList();
        ofRule.Count.ShouldBe(findings);
        ofRule[^1].Message.ShouldBe(matches > limit ? Texts.AndMore($"rule-a {limit}", matches - limit) : $"rule-a {matches}");
        result.Findings.Count(finding => finding.RuleId == "rule-b").ShouldBe(1);
    }

    [Fact]
    public void Evaluate_LargestLimit_AllFindings() =>
        Evaluate(
            new EngineLimits { Rules = new RuleLimits { Findings = int.MaxValue } },
            "each: {c: applications.cells, d: disputes.cells}\nassert: \"false\"")
            .Findings.Count.ShouldBe(175 * 15);

    [Fact]
    public void Evaluate_TokenCancelled_Throws() => Should.Throw<OperationCanceledException>(() =>
        RuleEngine.Evaluate(TestRules.Of(Broken), ReportTemplate.NewReport(), EngineLimits.Default, new CancellationToken(canceled: true)));

    [Fact]
    public void Evaluate_FindingsWithAndWithoutPlace_OrderOfTheDocument()
    {
        var report = ReportTemplate.NewReport();
        foreach (var (line, column) in new[] { (9, 1), (3, 5), (3, 2) })
        {
            var passage = new Passage { Text = $"{line}:{column}", Location = new Location { Line = line, Column = column } };
            report.Opening.Add(passage);
        }

        var rules = TestRules.Of(
            "each: {p: opening.paragraphs}\nassert: \"false\"\nmessage: \"{p.text}\"", "assert: \"false\"\nmessage: none");
        RuleEngine.Evaluate(rules, report, EngineLimits.Default).Findings.Select(finding => finding.Message)
            .ShouldBe(["3:2", "3:5", "9:1", "none"]);
    }

    [Fact]
    public void Evaluate_SameMatchThreeTimes_FingerprintsUnique() =>
        Evaluate("each: {n: \"[1, 1, 1]\"}\nassert: \"false\"").Findings.Select(finding => finding.Fingerprint).ShouldBeUnique();

    private static RuleResult Evaluate(params string[] rules) => Evaluate(EngineLimits.Default, rules);

    private static RuleResult Evaluate(EngineLimits limits, params string[] rules) =>
        RuleEngine.Evaluate(TestRules.Of(rules), ReportTemplate.NewReport(), limits, CancellationToken.None);

    private static string Finds(string id, int count)
    {
        var numbers = string.Join(", ", Enumerable.Range(1, count));
        return $"id: {id}\neach: {{n: \"[{numbers}]\"}}\nassert: \"false\"\nmessage: \"{id} {{n}}\"\nsubject: \"{{n}}\"";
    }
}
