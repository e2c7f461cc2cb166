using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Text;
using Validation.Form;

namespace Validation.Engine.Reports.Tables.Rows;

/// <summary>
/// Tells words in the place of numbers from labels: in "行政处罚 | 见附件 |" no number shows where the label ends, but the template does.
/// Taken for a part of the label, such words would leave a blank cell.
/// </summary>
internal static class WordsForNumbers
{
    /// <summary>Makes what stands behind a whole label the values of its row, where these are too few without it.</summary>
    public static void Divide(TableTemplate table, IReadOnlyList<TableRecord> records)
    {
        var labels = LabelWords.Of(table);

        // Under headings it is known where values stand. 其他 and 总计 are labels of rows and of columns: a row of headings has no words but
        // theirs.
        foreach (var record in records.Where(record => table.Rows.Count > 1
            && record is { IsGrid: true, Labels.Count: > 1 } and not { HasColumns: true, Headings: not null }))
        {
            var cells = record.Row.Take(record.FirstCell).ToList();
            var label = cells.FindLastIndex(cell => RowOf(cell, labels) >= 0);
            if (label >= 0 && (record.Filled == 0 || record.Values.Count < table.Rows[RowOf(cells[label], labels)].Cells.Count)
                && cells.Skip(label + 1).Any(cell =>
                    cell.Kind == TokenKind.Text && !LabelMatch.IsColumn(Characters.Words(cell.Text), labels.Headings)))
            {
                record.DivideAt(label + 1);
            }
        }
    }

    private static int RowOf(Token cell, LabelWords labels) => cell.Kind == TokenKind.Text ? labels.RowOf(cell.Text) : -1;
}
