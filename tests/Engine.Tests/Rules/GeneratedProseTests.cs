using Validation.Engine.Tests.Support;
using Validation.V1;
using Xunit.Abstractions;

namespace Validation.Engine.Tests.Rules;

/// <summary>Drafts with random tables that balance and prose that is true to them, and the same with one number of the prose
/// changed.</summary>
public sealed class GeneratedProseTests(ITestOutputHelper output)
{
    private const int Drafts = 500;
    private const int MostOfACell = 25;
    private const double LeastFound = 0.97;

    [Fact]
    public void Check_ProseTrueToTheTables_NoFindingOfTheProseRules()
    {
        for (var seed = 0; seed < Drafts; seed++)
        {
            var prose = new ProseOfNumbers(new NumbersThatBalance(seed, MostOfACell), seed);
            var found = Check(seed, prose).Findings.Where(finding => IsOfProse(finding.RuleId)).Select(finding => finding.Message).ToList();

            found.ShouldBeEmpty($"seed {seed}: {prose.Text}");
        }
    }

    [Fact]
    public void Check_OneNumberOfTheProseChanged_TheRightRuleAndNoOtherError()
    {
        var (found, all) = (0, 0);
        for (var seed = 0; seed < Drafts; seed++)
        {
            var numbers = new NumbersThatBalance(seed, MostOfACell);
            var slots = new ProseOfNumbers(numbers, seed).Slots;
            var prose = new ProseOfNumbers(numbers, seed, changed: seed % slots);
            var findings = Check(seed, prose).Findings;

            all++;
            var isFound = findings.Any(finding => prose.Rules.Contains(finding.RuleId, StringComparer.Ordinal));
            found += isFound ? 1 : 0;
            if (!isFound)
            {
                output.WriteLine($"seed {seed}: {string.Join(" or ", prose.Rules)} silent: {prose.Text}");
            }

            var others = findings.Where(finding => finding.Severity == Level.Error && !prose.Rules.Contains(finding.RuleId));
            others.Select(finding => $"{finding.RuleId}: {finding.Message}").ShouldBeEmpty($"seed {seed}: {prose.Text}");
        }

        output.WriteLine($"{found} of {all} changed numbers found");
        ((double)found / all).ShouldBeGreaterThanOrEqualTo(LeastFound);
    }

    private static bool IsOfProse(string rule) =>
        rule.StartsWith("n3-", StringComparison.Ordinal) || rule.StartsWith("n4-", StringComparison.Ordinal)
        || rule.StartsWith("t2-narr-", StringComparison.Ordinal) || rule.StartsWith("n6-", StringComparison.Ordinal)
        || rule is "q-same-fact-twice" or "q-magnitude" or "doc-year-consistent";

    private static ValidateReply Check(int seed, ProseOfNumbers prose)
    {
        var numbers = new NumbersThatBalance(seed, MostOfACell);
        return Sample.Check(new ReportText(cell => $"{numbers[cell]}") { Overview = prose.Text }.Write(Layout.TabRows));
    }
}
