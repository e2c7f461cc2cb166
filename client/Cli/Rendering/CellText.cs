using Google.Protobuf.Collections;
using Validation.V1;

namespace Validation.Cli.Rendering;

/// <summary>Says in words where something stands and which cells take part.</summary>
internal static class CellText
{
    private const int MostCellsListed = 6;
    private const int MostRowsNamed = 3;

    /// <summary>The place of a finding: section, row, column, line, as far as they are known. Empty: none of them is.</summary>
    public static string Place(Finding finding)
    {
        var parts = new List<string> { finding.Section };
        parts.Add(Common(finding.Cells));
        parts.Add(Place(finding.Location));
        return string.Join(Texts.PlaceSeparator, parts.Where(part => part.Length > 0));
    }

    /// <summary>A place in the document. Empty: it is unknown.</summary>
    public static string Place(Location? location) => location switch
    {
        null => string.Empty,
        { Line: > 0 } => Texts.Line(location.Line),
        { Page: > 0 } => Texts.Page(location.Page),
        { Table: > 0, TableRow: > 0, TableCell: > 0 } => Texts.TableCell(location.Table, location.TableRow, location.TableCell),
        { Table: > 0, TableRow: > 0 } => Texts.TableRow(location.Table, location.TableRow),
        { Table: > 0 } => Texts.Table(location.Table),
        { Paragraph: > 0 } => Texts.Paragraph(location.Paragraph),
        _ => string.Empty,
    };

    /// <summary>One line for each cell, or one line for them all when they are many. None when the place says it already.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<CellReference> cells)
    {
        if (cells.Count <= 1)
        {
            return [];
        }

        return cells.Count <= MostCellsListed ? [.. cells.Select(One)] : [Many(cells)];
    }

    private static string One(CellReference cell)
    {
        var text = cell switch
        {
            { Text.Length: > 0 } => cell.Text,
            { Location: null } => Texts.CellMissing,
            _ => Texts.CellBlank,
        };
        return Texts.Cell(cell.Row, cell.Column, text, Place(cell.Location), cell.Suspect);
    }

    private static string Many(IReadOnlyList<CellReference> cells)
    {
        var rows = cells.GroupBy(cell => cell.Row, StringComparer.Ordinal).ToList();
        var named = rows.Take(MostRowsNamed).Select(row => Texts.RowOfCells(row.Key, row.Count()));
        var lines = cells.Select(cell => cell.Location?.Line ?? 0).Where(line => line > 0).ToList();
        var span = lines.Count == 0 ? string.Empty : Texts.LineSpan(lines.Min(), lines.Max());
        return Texts.ManyCells(cells.Count, string.Join('、', named), rows.Count - MostRowsNamed, span);
    }

    /// <summary>The row and column that all the cells have in common.</summary>
    private static string Common(RepeatedField<CellReference> cells)
    {
        var row = Common(cells.Select(cell => cell.Row));
        var column = Common(cells.Select(cell => cell.Column));
        return (row.Length, column.Length) switch
        {
            (> 0, > 0) => Texts.CellName(row, column),
            (> 0, 0) when cells.Count > 1 => Texts.RowName(row),
            (0, > 0) when cells.Count > 1 => Texts.ColumnName(column),
            _ => row + column,
        };
    }

    private static string Common(IEnumerable<string> labels)
    {
        var different = labels.Distinct(StringComparer.Ordinal).Take(2).ToList();
        return different.Count == 1 ? different[0] : string.Empty;
    }
}
