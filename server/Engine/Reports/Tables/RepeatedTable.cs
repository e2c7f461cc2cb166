using Validation.Template;
using Validation.V1;

namespace Validation.Engine.Reports.Tables;

/// <summary>
/// Notes a table that stands in the text twice, and its rows whose numbers differ: nobody can tell which of them are meant.
/// </summary>
internal static class RepeatedTable
{
    // Prose may name one row and its number; it does not name several, and no row of as many numbers.
    private const int LeastRows = 3;
    private const int LeastNumbers = 4;

    public static void Note(
        TableTemplate table,
        IReadOnlyList<TableRecord> records,
        int[] recordOf,
        Func<TableRecord, RowTemplate, Placement?> place,
        ICollection<Deviation> deviations)
    {
        var matched = recordOf.Where(record => record >= 0).ToHashSet();
        var labels = table.Rows.Select(row => RowAligner.LabelWords(row.Label)).ToArray();
        var repeated = new List<(RowTemplate Row, TableRecord First, TableRecord Second)>();
        for (var i = 0; i < records.Count; i++)
        {
            if (records[i].Filled == 0 || matched.Contains(i))
            {
                continue;
            }

            var row = Array.FindIndex(labels, label => records[i].Words.EndsWith(label, StringComparison.Ordinal));
            if (row >= 0 && recordOf[row] >= 0 && records[i].Filled >= table.Rows[row].Cells.Count)
            {
                repeated.Add((table.Rows[row], records[recordOf[row]], records[i]));
            }
        }

        var isTable = repeated.Count >= Math.Min(LeastRows, table.Rows.Count);
        if (!isTable)
        {
            repeated.RemoveAll(pair => pair.Row.Cells.Count < LeastNumbers);
        }

        var different = repeated.Where(pair => AreDifferent(pair.First, pair.Second, pair.Row, place)).ToList();
        if (isTable && different.Count == 0)
        {
            var location = repeated[0].Second.Position.ToLocation();
            deviations.Add(new Deviation { Kind = Deviation.Types.Kind.RepeatedTable, Path = table.Key, Location = location });
        }

        foreach (var (row, first, second) in different)
        {
            deviations.Add(new Deviation
            {
                Kind = Deviation.Types.Kind.RepeatedRow,
                Path = row.Key,
                Expected = row.Label,
                Actual = string.Join(' ', second.Values.Where(value => value.Kind == TokenKind.Value).Select(value => value.Text)),
                Location = second.Position.ToLocation(),
            });
        }
    }

    private static bool AreDifferent(
        TableRecord first, TableRecord second, RowTemplate row, Func<TableRecord, RowTemplate, Placement?> place)
    {
        if (place(first, row) is not { } here)
        {
            return false;
        }

        return place(second, row) is not { } there
            || here.Cells.Zip(there.Cells).Any(pair => CellText.Read(pair.First.Text, true) != CellText.Read(pair.Second.Text, true));
    }
}
