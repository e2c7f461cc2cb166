using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Tables.Departures;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Reports.Tables.Values;
using Validation.Engine.Reports.Text;
using Validation.Form;
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

        NoteLabels(foreign: new LeftoverRecords(reading, deviations).Note(beside));
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

    // The labels that differ from the form's. The words of foreign records are no part of the labels around them, and a table of a single
    // row has no labels of rows.
    private void NoteLabels(IReadOnlySet<int> foreign)
    {
        var found = reading.Rows.Index().Where(row => row.Item.Record is not null && reading.Rows.Count > 1);
        var next = 0;
        var pieces = new List<Token>();
        foreach (var (i, (row, index, record)) in found)
        {
            pieces.Clear();
            for (; next <= index; next++)
            {
                pieces.AddRange(foreign.Contains(next) ? [] : reading.Records[next].Labels);
            }

            // Flowing text mixes the wrapped headings of narrow columns: no label can be told from another there.
            var areHeadingsClear = record!.IsGrid || row != ApplicationsTemplate.Received;
            var altered = LabelCover.Compare(pieces, areHeadingsClear ? LabelWords.Of(reading.Table).AroundRow[i] : [row.Label]);
            var behind = reading.Records.ElementAtOrDefault(next);
            foreach (var label in altered.Where(label => behind is null || !IsWhole(label, pieces, behind)))
            {
                // A cell may break its label anywhere, which is no other name.
                var actual = label.Actual.Replace("\n", string.Empty, StringComparison.Ordinal);
                deviations.Note(Kind.Label, PathOf(label), label.Token.Position, label.Expected, actual);
            }

            string PathOf(AlteredLabel label) =>
                label.Expected == row.Label ? row.Key : label.Expected == row.Group?.Label ? row.Group.Key : reading.Table.Key;
        }
    }

    // The label is as the form has it, though only a part of it was found where it is due.
    private static bool IsWhole(AlteredLabel label, List<Token> pieces, TableRecord next)
    {
        // On pages, the last line of a label that the end of a page cuts off is printed nowhere. In flowing text the numbers may stand in
        // the middle of a wrapped label: then the text behind them completes it.
        var expected = LabelWords.Of(label.Expected);
        return next.IsGrid
            ? label.Token.Position.Place is PagePlace here && next.Position.Place is PagePlace there && there.Page > here.Page
                && expected.StartsWith(LabelWords.Of(label.Actual), StringComparison.Ordinal)
            : string.Concat(pieces.Concat(next.Labels.Take(2)).Select(static piece => Characters.Words(piece.Text)))
                .Contains(expected, StringComparison.Ordinal)
                && !Characters.Words(label.Actual).Contains(expected, StringComparison.Ordinal);
    }
}
