using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Reports.Tables.Values;
using Validation.Engine.Reports.Text;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Reports.Tables.Departures;

/// <summary>
/// Notes a table that stands in the text twice, and its rows whose numbers differ: nobody can tell which of them are meant.
/// </summary>
internal static class RepeatedRows
{
    // Prose may name one row and its number; it does not name several, and no row of as many numbers.
    private const int LeastRows = 3;
    private const int LeastNumbers = 4;

    /// <summary>Notes the rows that stand twice as deviations: among the records of the table, or beside a document's table.</summary>
    public static void Note(TableReading reading, IReadOnlyList<TableRecord> beside, ICollection<Deviation> deviations)
    {
        var labels = LabelWords.Of(reading.Table);
        var repeated = (
            from record in reading.Leftover.Select(static left => left.Record).Concat(beside)
            let index = record.Filled == 0 ? -1 : labels.RowAtEnd(record.Words)
            where index >= 0
            let row = reading.Rows[index]
            where row.Record is not null && record.Filled >= row.Template.Cells.Count
            select (row.Template, First: row.Record, Second: record)).ToList();
        if (repeated.Count == 0)
        {
            return;
        }

        var isTable = repeated.Count >= Math.Min(LeastRows, reading.Rows.Count);
        var different = repeated.FindAll(pair => (isTable || pair.Template.Cells.Count >= LeastNumbers)
            && AreDifferent(reading.Placer.Place(pair.First, pair.Template), reading.Placer.Place(pair.Second, pair.Template)));
        if (isTable && different.Count == 0)
        {
            deviations.Note(Kind.RepeatedTable, reading.Table.Key, repeated[0].Second.Position);
        }

        foreach (var (row, _, second) in different)
        {
            deviations.Note(Kind.RepeatedRow, row.Key, second.Position, row.Label, second.ValueText);
        }
    }

    private static bool AreDifferent(IReadOnlyList<Token>? first, IReadOnlyList<Token>? second) =>
        first is not null && (second is null || first.Zip(second)
            .Any(static pair => CellText.Read(pair.First.Text, true) != CellText.Read(pair.Second.Text, true)));
}
