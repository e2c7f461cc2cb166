using Validation.Form;
using Validation.V1;

namespace Validation.Client.Wording;

/// <summary>Says in words which cells take part in a finding.</summary>
public static class CellWords
{
    private const int MostListed = 6;
    private const int MostRowsNamed = 3;

    /// <summary>One line for each cell, or one line for them all when they are many. None when the place says it already.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<CellReference> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Count <= 1)
        {
            return [];
        }

        return AreListed(cells) ? [.. cells.Select(Line)] : [Summary(cells)];
    }

    /// <summary>Whether each cell has a line of its own, and not all one together.</summary>
    public static bool AreListed(IReadOnlyList<CellReference> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return cells.Count <= MostListed;
    }

    /// <summary>The cell's name by its row and column.</summary>
    public static string Name(CellReference cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Row.Length > 0 && cell.Column.Length > 0 ? WordingTexts.CellName(cell.Row, cell.Column) : cell.Row + cell.Column;
    }

    /// <summary>What the cell holds; what a blank or missing cell is instead.</summary>
    public static string Content(CellReference cell) => cell switch
    {
        { Text.Length: > 0 } => cell.Text,
        { Location: null } => WordingTexts.CellMissing,
        _ => WordingTexts.CellBlank,
    };

    /// <summary>All the cells in one line: their number and rows.</summary>
    public static string Summary(IReadOnlyList<CellReference> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var rows = cells.GroupBy(RowOf, StringComparer.Ordinal).ToList();
        var named = rows.Take(MostRowsNamed).Select(row => WordingTexts.RowOfCells(row.Key, row.Count()));
        var lines = cells.Select(cell => cell.Location?.Line ?? 0).Where(line => line > 0).ToList();
        var span = lines.Count == 0 ? string.Empty : WordingTexts.LineSpan(lines.Min(), lines.Max());
        return WordingTexts.ManyCells(cells.Count, string.Join('、', named), rows.Count > MostRowsNamed ? rows.Count : 0, span);
    }

    /// <summary>The row's label; of many cells only some have it with them.</summary>
    private static string RowOf(CellReference cell) =>
        cell.Row.Length > 0 ? cell.Row : ReportTemplate.Cells.GetValueOrDefault(cell.Path)?.Row ?? string.Empty;

    private static string Line(CellReference cell) =>
        WordingTexts.Cell(Name(cell), Content(cell), PlaceWords.Of(cell.Location), cell.Suspect);
}
