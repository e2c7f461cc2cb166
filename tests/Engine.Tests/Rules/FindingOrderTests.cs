using System.Text;
using Validation.Engine.Rules;
using Validation.Engine.Rules.Trying;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Tests.Rules;

/// <summary>The order of findings, which clients keep.</summary>
public sealed class FindingOrderTests
{
    private const string EachParagraph = "each: {p: opening.paragraphs}\nassert: \"false\"\nmessage: \"{p.text}\"\nsubject: \"{p.text}\"";
    private const string Nowhere = "assert: \"false\"\nmessage: none";

    [Fact]
    public void Findings_OfAllWeights_ErrorsThenWarningsThenHintsEachByPlace()
    {
        var found = Evaluate(
            $"severity: info\n{Nowhere}", $"severity: warning\n{EachParagraph}", $"severity: error\n{Nowhere}",
            $"severity: info\n{EachParagraph}", $"severity: error\n{EachParagraph}", $"severity: warning\n{Nowhere}");

        found.ShouldBe(
        [
            "Error 3:2", "Error 9:1", "Error none", "Warning 3:2", "Warning 9:1", "Warning none", "Info 3:2", "Info 9:1", "Info none",
        ]);
    }

    [Fact]
    public void Findings_OfAWeightThatIsShownLower_StandWithTheirLike()
    {
        var found = Evaluate(
            "severity: error\ntrial: 2026-12-31\nassert: \"false\"\nmessage: trial", "severity: info\nassert: \"false\"\nmessage: hint",
            "severity: error\nlower: {warning: \"true\"}\nassert: \"false\"\nmessage: lowered",
            "severity: warning\nassert: \"false\"\nmessage: warning", "severity: error\nassert: \"false\"\nmessage: error");

        found.ShouldBe(["Error error", "Warning lowered", "Warning warning", "Info trial", "Info hint"]);
    }

    [Fact]
    public void Findings_OfOnePlace_KeepTheOrderOfTheRules()
    {
        string[] names = [.. Enumerable.Range(0, 20).Select(number => $"{number * 7 % 20}")];
        var found = Evaluate(
            [.. names.Select((name, i) => $"id: rule-{i}\neach: {{p: opening.paragraphs}}\nassert: \"false\"\nmessage: \"{name}\"")]);

        found.ShouldBe([.. names.Concat(names).Select(name => $"Error {name}")]);
    }

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Findings_OfRealReport_AreOrderedByTheContract(string name)
    {
        var findings = new Sample(name).Check().Findings;

        findings.Select(finding => (int)finding.Severity).ShouldBe(findings.Select(finding => (int)finding.Severity).OrderDescending());
        foreach (var weight in findings.GroupBy(finding => finding.Severity))
        {
            var places = weight.Select(finding => finding.Location?.Ordinal ?? int.MaxValue).ToList();
            places.ShouldBe(places.Order());
        }
    }

    [Fact]
    public void Changes_OfATrial_AreOrderedLikeFindings()
    {
        var before = Reply(
            "- {override: t3-balance, off: true}", "- {override: t3-blank, severity: info}", "- {override: sec-number, severity: error}");
        var after = Reply();

        RuleSetDiff.Findings(before, after).Select(change => change.After ?? change.Before)
            .Select(finding => $"{finding.Severity} {finding.RuleId}")
            .ShouldBe(["Error t3-balance", "Error t3-balance", "Warning sec-number", "Warning t3-blank"]);
    }

    private static ValidateReply Reply(params string[] overlay)
    {
        var rules = TestRules.Compile(string.Join('\n', overlay), onNational: true).RuleSet!;
        return new ReportValidator().Validate(Encoding.UTF8.GetBytes(new Sample("qinhuangdao-2024").Text), rules);
    }

    private static string[] Evaluate(params string[] rules)
    {
        var report = ReportTemplate.NewReport();
        foreach (var (line, column) in new[] { (9, 1), (3, 2) })
        {
            var place = new Location { Line = line, Column = column, Ordinal = line };
            report.Opening.Add(new Passage { Text = $"{line}:{column}", Location = place });
        }

        return
        [
            .. RuleEngine.Evaluate(TestRules.Of(rules), report, EngineLimits.Default).Findings
                .Select(finding => $"{finding.Severity} {finding.Message}"),
        ];
    }
}
