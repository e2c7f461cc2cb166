using Validation.Engine.Reports.Text;
using Validation.Engine.Rules;
using Validation.V1;

namespace Validation.Engine.Diagnosis;

/// <summary>
/// Says which cell of 表三 to change. Every cell takes part in several sums: a row's and one or two of a column. A change explains the wrong
/// sums
/// when it makes every sum right that its cells take part in.
/// </summary>
internal static class SumDiagnosis
{
    private const int MostSuggestions = 3;

    /// <summary>Adds suggestions to the findings about sums, the likeliest first, and marks suspect cells.</summary>
    /// <param name="report">The report.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="rules">The rules, which say of themselves whether they are about these sums.</param>
    public static void Explain(Report report, IReadOnlyList<Finding> findings, RuleSet rules)
    {
        var sums = findings.Where(finding => rules.SumRules.Contains(finding.RuleId)).ToList();
        if (sums.Count == 0 || ApplicationSums.Of(report) is not { } equations)
        {
            return;
        }

        var changes = equations.Changes()
            .OrderByDescending(change => change.Mended).ThenBy(change => change.Edits.Count).ThenByDescending(change => Likeness(change))
            .ToList();
        foreach (var finding in sums)
        {
            var paths = finding.Cells.Select(cell => cell.Path).ToHashSet();
            var best = changes.Where(change => change.Edits.Any(edit => paths.Contains(edit.Cell.Path))).Take(MostSuggestions).ToList();
            if (best.Count == 0)
            {
                continue;
            }

            // What the rule itself suggests is only to look again at all of it.
            finding.Suggestions.Clear();
            finding.Suggestions.AddRange(best.Select(Suggest));
            MarkSuspect(finding, best);
        }
    }

    private static void MarkSuspect(Finding finding, List<CellChange> changes)
    {
        var suspects = changes.Where(change => change.Edits.Count == 1).Select(change => change.Edits[0].Cell.Path).ToHashSet();
        foreach (var cell in finding.Cells)
        {
            cell.Suspect = suspects.Contains(cell.Path);
        }
    }

    private static Suggestion Suggest(CellChange change)
    {
        var text = change.Edits is [var only] ? Texts.OneCell(only, change.Mended) : Texts.CellAndTotal(change.Edits[0], change.Edits[1]);
        var suggestion = new Suggestion { Text = text };
        suggestion.Edits.AddRange(change.Edits.Select(edit => new V1.CellEdit { Path = edit.Cell.Path, Text = Sums.Text(edit.After) }));
        return suggestion;
    }

    // A slip of one digit, or two digits in the wrong order, is likelier than another number altogether.
    private static double Likeness(CellChange change) =>
        change.Edits.Average(edit => Similarity.Of(Sums.Text(edit.Before), Sums.Text(edit.After)));
}
