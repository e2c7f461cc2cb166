using Validation.Engine.Reports.Text;
using Validation.Template;

namespace Validation.Engine.Reports.Tables;

/// <summary>
/// Finds the record of each template row. Both keep their order; labels may be altered, rows may be missing or be there in excess.
/// </summary>
internal static class RowAligner
{
    private const double LeastLikeness = 0.5;
    private const double LeastLikenessInPlace = 0.3;

    // Among more records than this nothing is looked for by likeness: no table has them between two of its rows.
    private const int MostInGap = 100;

    /// <summary>The index of the record of each row; -1 where there is none.</summary>
    public static int[] Align(IReadOnlyList<TableRecord> records, IReadOnlyList<RowTemplate> rows)
    {
        var labels = rows.Select(row => LabelWords(row.Label)).ToArray();
        var recordOf = MonotoneChain.Best(Pairs(records, labels), rows.Count);
        FillGaps(records, labels, rows, recordOf);
        return recordOf;
    }

    /// <summary>A label's words without its number.</summary>
    public static string LabelWords(string label) => Characters.Words(label[Numbering.Of(label).Length..]);

    private static List<Pair> Pairs(IReadOnlyList<TableRecord> records, string[] labels)
    {
        var pairs = new List<Pair>();
        for (var i = 0; i < records.Count; i++)
        {
            if (!records[i].HasValues)
            {
                continue;
            }

            for (var j = 0; j < labels.Length; j++)
            {
                if (records[i].Words.EndsWith(labels[j], StringComparison.Ordinal))
                {
                    pairs.Add(new Pair(i, j, 10 + Math.Min(records[i].Values.Count, 7)));
                }
            }
        }

        return pairs;
    }

    // Between two rows that were found by their label stand those whose label is altered.
    private static void FillGaps(IReadOnlyList<TableRecord> records, string[] labels, IReadOnlyList<RowTemplate> rows, int[] recordOf)
    {
        for (var from = 0; from < rows.Count; from++)
        {
            if (recordOf[from] >= 0)
            {
                continue;
            }

            var to = from;
            while (to < rows.Count && recordOf[to] < 0)
            {
                to++;
            }

            var first = from == 0 ? 0 : recordOf[from - 1] + 1;
            var last = to == rows.Count ? records.Count : recordOf[to];
            var free = Enumerable.Range(first, last - first).Where(i => records[i].HasValues && !IsOfGroup(records[i], rows)).ToList();
            if (free.Count <= MostInGap)
            {
                AlignGap(records, labels, rows, recordOf, free, from, to);
            }

            from = to;
        }
    }

    // （六）其他处理 with numbers of its own is a group without rows, and not the row 3.其他.
    private static bool IsOfGroup(TableRecord record, IReadOnlyList<RowTemplate> rows) =>
        rows.Any(row => row.Group is not null && record.Words.EndsWith(LabelWords(row.Group.Label), StringComparison.Ordinal));

    private static void AlignGap(
        IReadOnlyList<TableRecord> records,
        string[] labels,
        IReadOnlyList<RowTemplate> rows,
        int[] recordOf,
        List<int> free,
        int from,
        int to)
    {
        // As many records as rows: they stand in each other's place, even where little of a label is left.
        var isInPlace = free.Count == to - from && from > 0 && to < rows.Count
            && free.Select((record, i) => records[record].Values.Count >= rows[from + i].Cells.Count).All(fits => fits);
        var least = isInPlace ? LeastLikenessInPlace : LeastLikeness;
        var pairs = new List<Pair>();
        foreach (var record in free)
        {
            for (var row = from; row < to; row++)
            {
                var likeness = Likeness(records, record, labels[row]);
                var isPlace = isInPlace && free.IndexOf(record) == row - from;
                if (likeness >= (isPlace ? least : LeastLikeness) || (isPlace && records[record].Labels.Count == 0))
                {
                    pairs.Add(new Pair(record, row, likeness + 0.01));
                }
            }
        }

        var chain = MonotoneChain.Best(pairs, rows.Count);
        for (var row = from; row < to; row++)
        {
            recordOf[row] = chain[row];
        }
    }

    private static double Likeness(IReadOnlyList<TableRecord> records, int record, string label)
    {
        var words = records[record].Words;
        var best = Math.Max(Similarity.Of(words, label), Similarity.Of(Tail(words, label.Length), label));
        if (records[record].Labels is [.., var last])
        {
            best = Math.Max(best, Similarity.Of(LabelWords(last.Text), label));
        }

        // Flowing text may print the numbers in the middle of a wrapped label.
        if (!records[record].IsGrid && record + 1 < records.Count)
        {
            var more = words;
            foreach (var piece in records[record + 1].Labels.Take(2))
            {
                more += Characters.Words(piece.Text);
                best = Math.Max(best, Similarity.Of(Tail(more, label.Length), label));
            }
        }

        return best;
    }

    private static ReadOnlySpan<char> Tail(string text, int length) => text.AsSpan(Math.Max(0, text.Length - length));
}
