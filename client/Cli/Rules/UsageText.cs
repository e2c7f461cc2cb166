using Validation.Cli.Rendering;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>Prints which rules fired and which never did.</summary>
internal static class UsageText
{
    /// <summary>How many of the rules that fire most are named where there is more to say.</summary>
    public const int Few = 10;

    private const int Indent = 2;

    /// <summary>Prints in how many reports each rule found something, the most frequent first.</summary>
    /// <param name="page">Where it goes.</param>
    /// <param name="usage">The figures.</param>
    /// <param name="most">How many rules are named.</param>
    public static void Write(PageWriter page, RuleUsage usage, int most)
    {
        page.Paragraph(0, Words.None, new Words(RuleTexts.UsageChecks(usage)));
        var rules = usage.Rules
            .GroupBy(count => count.RuleId, StringComparer.Ordinal)
            .Select(rule => (
                Id: rule.Key,
                Checks: rule.Sum(count => count.Checks),
                Findings: rule.Sum(count => count.Findings),
                Rejected: rule.Where(count => count.Verdict == Verdict.Reject).Sum(count => count.Checks)))
            .OrderByDescending(rule => rule.Checks).ThenBy(rule => rule.Id, StringComparer.Ordinal)
            .Take(most);
        foreach (var (id, checks, findings, rejected) in rules)
        {
            page.Paragraph(Indent, new Words(id, Ink.Strong), new Words(RuleTexts.UsageRule(checks, findings, rejected)));
        }

        if (usage.NeverFired.Count > 0 && usage.Checks > 0)
        {
            page.Paragraph(0, Words.None, new Words(RuleTexts.UsageNever(usage.NeverFired.Count)));
            page.Paragraph(Indent, Words.None, new Words(string.Join(' ', usage.NeverFired), Ink.Faint));
        }
    }
}
