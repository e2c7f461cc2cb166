using Validation.Template;

namespace Validation.Engine.Reports.Tables;

/// <summary>
/// Finds rows that stand elsewhere in the table than in the template. Only a row of a grid with the exact label counts, and only where no
/// other record has it.
/// </summary>
internal static class MovedRows
{
    /// <summary>The record of each such row.</summary>
    public static IReadOnlyDictionary<int, int> Find(TableTemplate table, IReadOnlyList<TableRecord> records, int[] recordOf)
    {
        var moved = new Dictionary<int, int>();
        if (!recordOf.Contains(-1) || table.Rows.Count < 2)
        {
            return moved;
        }

        var labels = table.Rows.Select(row => RowAligner.LabelWords(row.Label)).ToArray();
        var matched = recordOf.Where(record => record >= 0).ToHashSet();
        var ambiguous = new HashSet<int>();
        for (var i = 0; i < records.Count; i++)
        {
            if (matched.Contains(i) || records[i] is not { IsGrid: true, Filled: > 0, Labels: [.., var last] })
            {
                continue;
            }

            var row = Array.IndexOf(labels, RowAligner.LabelWords(last.Text));
            if (row >= 0 && recordOf[row] < 0 && !moved.TryAdd(row, i))
            {
                ambiguous.Add(row);
            }
        }

        foreach (var row in ambiguous)
        {
            moved.Remove(row);
        }

        return moved;
    }
}
