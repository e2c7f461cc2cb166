using System.Globalization;
using Validation.Engine.Diagnosis;
using Validation.Engine.Rules;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Diagnosis;

/// <summary>What is found and suggested when numbers of a report that was read are changed.</summary>
internal static class Diagnosed
{
    /// <summary>The ids of the rules about sums.</summary>
    private static readonly string[] SumRules = ["t3-balance", "t3-results-total", "t3-row-total", "t4-total"];

    /// <summary>The number of a cell; 0 for a blank one.</summary>
    public static double Number(Report report, CellTemplate cell) => cell.Of(report).State == State.Number ? cell.Of(report).Value : 0;

    /// <summary>A copy of a report with other numbers.</summary>
    public static Report Changed(Report report, params IEnumerable<(CellTemplate Cell, double Value)> changes)
    {
        var changed = report.Clone();
        foreach (var (cell, value) in changes)
        {
            var own = cell.Of(changed);
            (own.State, own.Value, own.Text) = (State.Number, value, Sums.Text(value));
        }

        return changed;
    }

    /// <summary>All findings of a report, with their suggestions.</summary>
    public static IReadOnlyList<Finding> Findings(Report report, double? carriedOutLastYear = null)
    {
        var result = RuleEngine.Evaluate(TestRules.National, report, EngineLimits.Default);
        SumDiagnosis.Explain(report, result.Findings, TestRules.National, carriedOutLastYear);
        return result.Findings;
    }

    /// <summary>The findings about sums.</summary>
    public static IReadOnlyList<Finding> Sum(Report report, double? carriedOutLastYear = null) =>
        [.. Findings(report, carriedOutLastYear).Where(finding => SumRules.Contains(finding.RuleId))];

    /// <summary>The numbers that a slip makes of one: one more, one less, ten more, ten less, two digits exchanged. None is
    /// negative.</summary>
    public static IEnumerable<double> TypingSlips(double value)
    {
        var text = Sums.Text(value);
        double[] slips =
        [
            value + 1, value - 1, value + 10, value - 10,
            text.Length < 2 ? value : double.Parse(text[..^2] + text[^1] + text[^2], CultureInfo.InvariantCulture),
        ];
        return slips.Where(slip => slip >= 0 && slip != value);
    }

    /// <summary>Whether a suggestion is to put back exactly these numbers.</summary>
    public static bool PutsBack(Suggestion suggestion, Report report, params CellTemplate[] cells) =>
        suggestion.Edits.Count == cells.Length && Array.TrueForAll(cells, cell =>
            suggestion.Edits.Any(edit => edit.Path == cell.Path && edit.Text == Sums.Text(Number(report, cell))));
}
