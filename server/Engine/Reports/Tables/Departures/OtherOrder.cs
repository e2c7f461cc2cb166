using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Tables.Values;
using Validation.Engine.Reports.Text;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Reports.Tables.Departures;

/// <summary>Finds rows and columns that stand elsewhere in the table than in the template, and columns that the template lacks.</summary>
internal static class OtherOrder
{
    /// <summary>
    /// The rows that stand elsewhere and can be read, in the order of the text. Only a row of a grid with the exact label counts, and only
    /// where no other record has it.
    /// </summary>
    public static IReadOnlyList<RowReading> Rows(TableReading reading)
    {
        var labels = LabelWords.Of(reading.Table).Rows;
        var candidates =
            from left in reading.Leftover
            where left.Record is { IsGrid: true, Labels.Count: > 0 }
            let row = Array.IndexOf(labels, LabelWords.Of(left.Record.Labels[^1].Text))
            where row >= 0 && reading.Rows[row].Record is null
            group new RowReading(reading.Table.Rows[row], left.Index, left.Record) by row;
        var rows = candidates.Where(static rows => rows.Count() == 1).Select(static rows => rows.First()).ToList();
        rows.ForEach(row => row.Values = reading.Placer.Place(row.Record!, row.Template));
        return rows.FindAll(static row => row.Values is not null);
    }

    /// <summary>Notes columns in another order, and those that the template lacks, each once.</summary>
    public static void NoteColumns(TableReading reading, ICollection<Deviation> deviations)
    {
        var noted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in reading.Rows)
        {
            if (row is not { Values: not null, Record: { Headings: { } headings } record }
                || headings.MapOf(row.Template) is not { Found: > 0 } map)
            {
                continue;
            }

            if (!map.IsInOrder && Columns(row, map.LeftToRight) is var actual && noted.Add(actual))
            {
                deviations.Note(Kind.ColumnOrder, reading.Table.Key, headings.Position, Columns(row, map.LeftToRight.Order()), actual);
            }

            foreach (var other in map.Others)
            {
                if (record.HasColumns && noted.Add(other.Words))
                {
                    deviations.Note(Kind.ExtraColumn, reading.Table.Key, other.Token.Position, actual: other.Token.Text);
                }
            }
        }
    }

    private static string Columns(RowReading row, IEnumerable<int> cells) =>
        string.Join('、', cells.Select(cell => row.Template.Cells[cell].Column));
}
