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
    private readonly int? _usualFirst = reading.UsualFirst();
    private readonly HashSet<string> _notedColumns = new(StringComparer.Ordinal);

    /// <summary>Writes all of it. What stands beside a document's table, as rows, may repeat some of its own.</summary>
    public void Write(IReadOnlyList<TableRecord> beside)
    {
        foreach (var row in reading.Moved)
        {
            Fill(row);
            deviations.Note(Kind.RowOrder, row.Template.Key, row.Record!.Position, row.Template.Label);
        }

        foreach (var row in reading.Rows.Where(static row => row.Record is not null))
        {
            Write(row, row.Record!);
        }

        var foreign = new LeftoverRecords(reading, deviations).Note(beside);
        AlteredLabels.Note(reading, foreign, deviations);
    }

    private void Write(RowReading row, TableRecord record)
    {
        if (row.Values is null)
        {
            deviations.Note(Kind.UnreadableRow, row.Template.Key, record.Position, row.Template.Label, record.ValueText);
            return;
        }

        Fill(row);
        var first = row.Values[0];
        if (_usualFirst is not null && record is { IsGrid: true, HasColumns: false, Filled: > 0 }
            && record.Values.IndexOf(first) + record.FirstCell != _usualFirst)
        {
            deviations.Note(Kind.ShiftedRow, row.Template.Key, first.Position);
        }

        if (record.Headings is { } headings && headings.MapOf(row.Template) is { Found: > 0 } columns)
        {
            NoteColumns(row, columns, headings);
        }
    }

    private void Fill(RowReading row)
    {
        for (var i = 0; i < row.Width; i++)
        {
            CellText.Fill(row.Template.Cells[i].Of(report), row.Values![i], row.Template.Cells[i].HasDecimals);
        }

        foreach (var stray in row.Strays)
        {
            var kind = PageNumbers.IsPossible(stray.Text) ? Kind.PageNumber : Kind.StrayValue;
            deviations.Note(kind, row.Template.Key, stray.Position, actual: stray.Text);
        }
    }

    // Columns in another order, and those that the template lacks: each once, whichever rows have them.
    private void NoteColumns(RowReading row, ColumnMap columns, HeadingBlock headings)
    {
        if (!columns.IsInOrder && Names(columns.LeftToRight) is var actual && _notedColumns.Add(actual))
        {
            deviations.Note(Kind.ColumnOrder, reading.Table.Key, headings.Position, Names(columns.LeftToRight.Order()), actual);
        }

        foreach (var other in columns.Others)
        {
            if (row.Record!.HasColumns && _notedColumns.Add(other.Words))
            {
                deviations.Note(Kind.ExtraColumn, reading.Table.Key, other.Token.Position, actual: other.Token.Text);
            }
        }

        string Names(IEnumerable<int> cells) => string.Join('、', cells.Select(cell => row.Template.Cells[cell].Column));
    }
}
