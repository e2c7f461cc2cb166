using Validation.Engine.Reports.Text;
using Validation.Engine.Rules;
using Validation.V1;
using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Diagnosis;

/// <summary>
/// Says which cell of 表三 to change. Every cell takes part in several sums: a row's and one or two of a column. A change explains the wrong
/// sums
/// when it makes every sum right that its cells take part in.
/// </summary>
internal static class SumDiagnosis
{
    private const int MostSuggestions = 3;

    private static readonly Dictionary<Kind, string> Totals = new()
    {
        [Kind.New] = "applications.received.total",
        [Kind.Accepted] = "applications.received.total",
        [Kind.CarriedIn] = "applications.carried_in.total",
        [Kind.ResultsTotal] = "applications.results_total.total",
        [Kind.CarriedOut] = "applications.carried_out.total",
        [Kind.Granted] = "applications.granted.total",
        [Kind.Partial] = "applications.partly_granted.total",
    };

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
            .OrderByDescending(change => change.Mended).ThenBy(change => change.Edits.Count)
            .ThenByDescending(change => SupportOf(change, report) is not null).ThenByDescending(change => Likeness(change))
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
            finding.Suggestions.AddRange(best.Select(change => Suggest(change, report)));
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

    private static Suggestion Suggest(CellChange change, Report report)
    {
        var text = change.Edits is [var only] ? Texts.OneCell(only, change.Mended) : Texts.CellAndTotal(change.Edits[0], change.Edits[1]);
        text += SupportOf(change, report) is { } claim ? Texts.Support(claim.Text) : string.Empty;
        var suggestion = new Suggestion { Text = text };
        suggestion.Edits.AddRange(change.Edits.Select(edit => new V1.CellEdit { Path = edit.Cell.Path, Text = Sums.Text(edit.After) }));
        return suggestion;
    }

    /// <summary>The count of the prose that is the number which a total would have. Null: the prose does not state it.</summary>
    private static Claim? SupportOf(CellChange change, Report report) => change.Edits
        .Select(edit => report.Claims.FirstOrDefault(claim =>
            claim.Value == edit.After && claim.Scope.Length == 0 && Totals.TryGetValue(claim.Kind, out var path) && path == edit.Cell.Path))
        .FirstOrDefault(claim => claim is not null);

    // A slip of one digit, or two digits in the wrong order, is likelier than another number altogether.
    private static double Likeness(CellChange change) =>
        change.Edits.Average(edit => Similarity.Of(Sums.Text(edit.Before), Sums.Text(edit.After)));
}
