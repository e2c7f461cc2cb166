using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Tables.Departures;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Reports.Tables.Values;
using Validation.Engine.Reports.Text;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Reports.Tables;

/// <summary>Writes a reading of a table into a report: its cells, and where it departs from the template.</summary>
internal sealed class TableWriter(TableReading reading, Report report, ICollection<Deviation> deviations)
{
    /// <summary>Writes all of it. What stands beside a document's table, as rows, may repeat some of its own.</summary>
    public void Write(IReadOnlyList<TableRecord> beside)
    {
        var moved = OtherOrder.Rows(reading);
        foreach (var row in moved)
        {
            Fill(row);
            deviations.Note(Kind.RowOrder, row.Template.Key, row.Record!.Position, row.Template.Label);
        }

        var usualFirst = reading.Placer.UsualFirst();
        foreach (var row in reading.Rows.Where(static row => row.Record is not null))
        {
            Write(row, row.Record!, usualFirst);
        }

        OtherOrder.NoteColumns(reading, deviations);
        var foreign = new LeftoverRecords(reading, moved, deviations).Note();
        RepeatedRows.Note(reading, beside, deviations);
        AlteredLabels.Note(reading, foreign, deviations);
    }

    private void Write(RowReading row, TableRecord record, int? usualFirst)
    {
        if (row.Values is null)
        {
            deviations.Note(Kind.UnreadableRow, row.Template.Key, record.Position, row.Template.Label, record.ValueText);
            return;
        }

        Fill(row);
        var first = row.Values[0];
        if (usualFirst is not null && record is { IsGrid: true, HasColumns: false, Filled: > 0 }
            && record.Values.IndexOf(first) + record.FirstCell != usualFirst)
        {
            deviations.Note(Kind.ShiftedRow, row.Template.Key, first.Position);
        }
    }

    private void Fill(RowReading row)
    {
        for (var i = 0; i < row.Template.Cells.Count; i++)
        {
            CellText.Fill(row.Template.Cells[i].Of(report), row.Values![i], row.Template.Cells[i].HasDecimals);
        }

        foreach (var stray in row.Strays)
        {
            var kind = PageNumbers.IsPossible(stray.Text) ? Kind.PageNumber : Kind.StrayValue;
            deviations.Note(kind, row.Template.Key, stray.Position, actual: stray.Text);
        }
    }
}
