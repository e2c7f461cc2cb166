using Google.Protobuf.Collections;
using Validation.V1;

namespace Validation.Client.Wording;

/// <summary>Names places of the document in words.</summary>
public static class PlaceWords
{
    /// <summary>The place of a finding: section, row, column, line, as far as they are known. Empty: none of them is.</summary>
    public static string Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        string[] parts = [finding.Section, Common(finding.Cells), Of(finding.Location)];
        return string.Join('，', parts.Where(part => part.Length > 0));
    }

    /// <summary>A place in the document. Empty: it is unknown.</summary>
    public static string Of(Location? location) => location switch
    {
        null => string.Empty,
        { Line: > 0 } => WordingTexts.Line(location.Line),
        { Page: > 0 } => WordingTexts.PageOf(location.Page),
        { Table: > 0, TableRow: > 0, TableCell: > 0 } => WordingTexts.TableCell(location.Table, location.TableRow, location.TableCell),
        { Table: > 0, TableRow: > 0 } => WordingTexts.TableRow(location.Table, location.TableRow),
        { Table: > 0 } => WordingTexts.Table(location.Table),
        { Paragraph: > 0 } => WordingTexts.Paragraph(location.Paragraph),
        _ => string.Empty,
    };

    /// <summary>The row and column that all the cells have in common.</summary>
    private static string Common(RepeatedField<CellReference> cells)
    {
        var row = Common(cells.Select(cell => cell.Row));
        var column = Common(cells.Select(cell => cell.Column));
        return (row.Length, column.Length) switch
        {
            (> 0, > 0) => WordingTexts.CellName(row, column),
            (> 0, 0) when cells.Count > 1 => WordingTexts.RowName(row),
            (0, > 0) when cells.Count > 1 => WordingTexts.ColumnName(column),
            _ => row + column,
        };
    }

    private static string Common(IEnumerable<string> labels)
    {
        var different = labels.Distinct(StringComparer.Ordinal).Take(2).ToList();
        return different.Count == 1 ? different[0] : string.Empty;
    }
}
