using Validation.Engine.Documents;
using Validation.Engine.Reports.Template;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>
/// Reads a table from the places of its words on pages. The lines of a table are not there, nor its cells: labels are found by the template,
/// rows by the labels, columns by the numbers and their headings. Where places do not tell, the row is unclear.
/// </summary>
internal static class PageRecords
{
    /// <summary>The rows of the table that stands in these lines; none where they have no words with places.</summary>
    public static IReadOnlyList<TableRecord> Read(TableTemplate table, IReadOnlyList<Paragraph> lines)
    {
        var words = TableWords.Of(lines);
        return words.Count == 0 ? [] : table.Rows.Count == 1 ? PageSingleRow.Read(table.Rows[0], words) : ReadRows(table, words);
    }

    private static List<TableRecord> ReadRows(TableTemplate table, List<TableWord> words)
    {
        var labels = new PageLabels(table, words);
        if (labels.Rows.Count == 0)
        {
            return [];
        }

        var rows = PageRows.Of(table, words, labels);
        var width = table.Rows.Max(row => row.Cells.Count);
        var wide = rows.Where(row => Width(table, row, width) == width).Select(row => row.Cells).ToList();
        var columns = PageColumns.Find(width, labels.Columns(table.Rows[0]), wide);
        var records = new List<TableRecord>(rows.Count);
        foreach (var row in rows)
        {
            var count = Width(table, row, width);
            var one = PagePlace.Between(row.Line.Page, labels.Edge, row.Line.Y, labels.Edge + row.Line.Height, row.Line.Bottom);
            var cells = count == 1 ? PageCells.PlaceOne(row, columns is null ? one : columns.Place((width - 1) / 2, row.Line))
                : PageCells.Place(row, columns, count, table == ApplicationsTemplate.Table ? width : 0);
            records.Add(RecordOf(table, row, labels, cells, words));
        }

        return records;
    }

    // A row of another label has as many cells as it has numbers, one or all.
    private static int Width(TableTemplate table, PageRow row, int width) =>
        row.Index >= 0 ? table.Rows[row.Index].Cells.Count : row.Cells.Count == 1 && table != ApplicationsTemplate.Table ? 1 : width;

    private static TableRecord RecordOf(
        TableTemplate table, PageRow row, PageLabels labels, IReadOnlyList<Token>? cells, IReadOnlyList<TableWord> words)
    {
        var record = new TableRecord { IsGrid = true, IsUnclear = cells is null, FirstCell = 1 };
        if (row.Index >= 0)
        {
            foreach (var heading in table.Rows[row.Index].Headings.Distinct())
            {
                record.Labels.AddRange(labels.Heading(heading).Take(1).Select(phrase => phrase.ToToken(Glued(phrase, words))));
            }
        }

        if (row.Label is not null)
        {
            record.Labels.Add(row.Label.ToToken());
        }
        else if (row.OtherLabel.Count > 0)
        {
            record.Labels.Add(new Phrase(string.Empty, row.OtherLabel).ToToken());
        }

        record.Values.AddRange(cells ?? [.. row.Cells.Select(word => new Token(TokenKind.Value, word.Text, word.Position))]);
        return record;
    }

    // "三、本年度办理结果0": a number that touches a label is none of a cell.
    private static string Glued(Phrase phrase, IReadOnlyList<TableWord> words)
    {
        var last = phrase.Words[^1];
        return words.FirstOrDefault(word => word.IsValue && !word.IsClaimed && word.IsBeside(last) && word.Box.X >= last.Box.CenterX
            && word.Box.X - last.Box.Right < 0.3 * last.Box.Height)?.Text ?? string.Empty;
    }
}
