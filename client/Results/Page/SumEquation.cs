using System.Globalization;
using Validation.Client.Wording;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Client.Page;

/// <summary>A sum that the format prescribes, and how it comes out in a report. It judges nothing.</summary>
/// <param name="Name">The column or row concerned.</param>
/// <param name="Left">The terms of the left side.</param>
/// <param name="Right">The terms of the right side.</param>
internal sealed record SumEquation(string Name, IReadOnlyList<SumTerm> Left, IReadOnlyList<SumTerm> Right)
{
    private const int MostTermsNamed = 8;

    private static readonly Dictionary<string, SumEquation> All = Applications().Concat(Disputes())
        .ToDictionary(sum => Key(sum.Left.Concat(sum.Right).Select(term => term.Cell.Path)), StringComparer.Ordinal);

    /// <summary>The sum that a finding is about. Null: it is about no sum, or not about all cells of one.</summary>
    public static SumEquation? Of(Finding finding) =>
        finding.Cells.Count > 1 ? All.GetValueOrDefault(Key(finding.Cells.Select(cell => cell.Path))) : null;

    /// <summary>The sum with the numbers of a report, such as 本年新收 29＋上年结转 2＝31 ≠ 办理结果总计 34＋结转下年度 2＝36. Null: a cell of it is
    /// missing or invalid.</summary>
    public string? Spell(Report report)
    {
        var terms = Left.Concat(Right).Select(term => term.Cell.Of(report)).ToList();
        if (terms.Exists(cell => cell.State is not (State.Number or State.Blank or State.Dash)))
        {
            return null;
        }

        var (left, right) = (Side(Left, report), Side(Right, report));
        var sign = Sum(Left, report) == Sum(Right, report) ? "＝" : " ≠ ";
        return left + sign + right;
    }

    private static string Side(IReadOnlyList<SumTerm> terms, Report report)
    {
        // Of many terms most are 0.
        var shown = terms.Count > MostTermsNamed ? terms.Where(term => term.Value(report) != 0).ToList() : terms;
        var total = Number(Sum(terms, report));
        var words = string.Join('＋', shown.Select(term => $"{term.Name} {Number(term.Value(report))}"));
        return terms.Count == 1 ? words : words.Length == 0 ? $"{PageTexts.SumOfAll} {total}" : $"{words}＝{total}";
    }

    private static double Sum(IReadOnlyList<SumTerm> terms, Report report) => terms.Sum(term => term.Value(report));

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Key(IEnumerable<string> paths) =>
        string.Join(' ', paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static IEnumerable<SumEquation> Applications()
    {
        var (received, carriedIn) = (ApplicationsTemplate.Received, ApplicationsTemplate.CarriedIn);
        var (resultsTotal, carriedOut) = (ApplicationsTemplate.ResultsTotal, ApplicationsTemplate.CarriedOut);
        for (var i = 0; i < ApplicationsTemplate.Columns.Count; i++)
        {
            var name = WordingTexts.ColumnName(ApplicationsTemplate.Columns[i].Label);
            var total = new SumTerm(resultsTotal.Cells[i], PageTexts.ResultsTotal);
            yield return new SumEquation(
                name,
                [new(received.Cells[i], PageTexts.Received), new(carriedIn.Cells[i], PageTexts.CarriedIn)],
                [total, new(carriedOut.Cells[i], PageTexts.CarriedOut)]);
            var results = ApplicationsTemplate.ResultRows.Select(row => new SumTerm(row.Cells[i], row.Cells[i].Row));
            yield return new SumEquation(name, [.. results], [total]);
        }

        foreach (var row in ApplicationsTemplate.Table.Rows)
        {
            yield return ByColumn(WordingTexts.RowName(row.Cells[0].Row), row.Cells);
        }
    }

    private static IEnumerable<SumEquation> Disputes() =>
        DisputesTemplate.Groups.Select(group => ByColumn(group.Label, group.Cells));

    private static SumEquation ByColumn(string name, IReadOnlyList<CellTemplate> cells)
    {
        var terms = cells.Select(cell => new SumTerm(cell, cell.Column)).ToList();
        return new SumEquation(name, terms[..^1], terms[^1..]);
    }
}

/// <summary>A cell in a sum.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Name">What it is called there.</param>
internal sealed record SumTerm(CellTemplate Cell, string Name)
{
    /// <summary>The number of the cell; 0 where it has none.</summary>
    public double Value(Report report) => Cell.Of(report) is { State: State.Number } cell ? cell.Value : 0;
}
