using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Text;
using Validation.Form;

namespace Validation.Engine.Reports.Tables.Rows;

/// <summary>
/// Finds the record of each template row. Both keep their order; labels may be altered, rows may be missing or be there in excess.
/// </summary>
internal sealed class RowAligner(TableTemplate table, IReadOnlyList<TableRecord> records)
{
    // Among more records than this nothing is looked for by likeness: no table has them between two of its rows.
    private const int MostInGap = 100;

    private readonly LabelWords _labels = LabelWords.Of(table);
    private readonly int[] _recordOf = [.. Enumerable.Repeat(-1, table.Rows.Count)];

    /// <summary>The index of the record of each row; -1 where there is none.</summary>
    /// <param name="mayLackBlanks">The text shows no empty cells, so that a row of these may leave no trace but its headings.</param>
    public int[] Align(bool mayLackBlanks)
    {
        if (table.Rows is [{ Label.Length: 0 } only])
        {
            return [FindSingle(only, mayLackBlanks)];
        }

        // First the rows whose label stands in the text as the template prints it.
        var candidates = Free(0, records.Count);
        Choose(candidates, 0, table.Rows.Count, (i, row) =>
            records[candidates[i]].Words.EndsWith(_labels.Rows[row], StringComparison.Ordinal)
                ? 10 + Math.Min(records[candidates[i]].Values.Count, 7) : 0);
        FillGaps();
        return _recordOf;
    }

    // The row of 表四 has no label: it is the record with all its numbers, else the one that comes nearest below the headings.
    private int FindSingle(RowTemplate row, bool mayLackBlanks)
    {
        // Headings may be printed one character below another, those of several columns in turn: then only the characters are there.
        var width = row.Cells.Count;
        var headings = records
            .TakeWhile(record => LabelMatch.OfCharacters(record.Words, row.Headings) < Thresholds.HeadingCharacters).Count();
        var likely = records
            .Select((one, i) => (Item: one, Index: i, Filled: (one.HasGluedZeros ? one.PartedZeros(width)?.Count : null) ?? one.Filled))
            .Where(record => record.Filled >= width
                || (record.Index >= headings && record.Item.HasValues && record.Item.Values.Count > width / 2))
            .OrderBy(record => Math.Min(record.Filled, width)).Select(static record => record.Index).LastOrDefault(-1);

        // "0,0,3,0,3": numbers below the headings, though none that can be told apart.
        var hasOthers = records.Skip(headings).SelectMany(static record => record.Labels).Any(static label =>
            label.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && !label.Text.Any(char.IsLetter));
        return likely >= 0 || headings == records.Count || !mayLackBlanks || hasOthers ? likely : headings;
    }

    // Gives rows their records, down the text and down the template, so that the scores of the pairs add up to most: the longest common
    // subsequence with weights. A score of 0 is no pair. Of several such ways it takes the first rows and the first records.
    private void Choose(List<int> candidates, int from, int to, Func<int, int, double> scoreOf)
    {
        var best = new double[candidates.Count + 1, to - from + 1];
        for (var i = 1; i <= candidates.Count; i++)
        {
            for (var row = 1; row <= to - from; row++)
            {
                var score = scoreOf(i - 1, from + row - 1);
                var without = Math.Max(best[i - 1, row], best[i, row - 1]);
                best[i, row] = score > 0 ? Math.Max(without, best[i - 1, row - 1] + score) : without;
            }
        }

        for (var (i, row) = (candidates.Count, to - from); i > 0 && row > 0;)
        {
            if (best[i, row] == best[i, row - 1])
            {
                row--;
            }
            else if (best[i, row] == best[i - 1, row])
            {
                i--;
            }
            else
            {
                _recordOf[from + --row] = candidates[--i];
            }
        }
    }

    // Between two rows that were found by their label stand those whose label is altered.
    private void FillGaps()
    {
        for (var (from, to) = (0, 0); from < table.Rows.Count; from = to + 1)
        {
            to = Array.FindIndex(_recordOf, from, static record => record >= 0);
            to = to < 0 ? table.Rows.Count : to;
            var (first, end) = (from == 0 ? 0 : _recordOf[from - 1] + 1, to == table.Rows.Count ? records.Count : _recordOf[to]);
            if (to > from && Free(first, end) is { Count: <= MostInGap } free)
            {
                AlignGap(free, from, to);
            }
        }
    }

    // （六）其他处理 with numbers of its own is a group without rows, and not the row 3.其他.
    private List<int> Free(int first, int end) => [.. Enumerable.Range(first, end - first).Where(i => records[i].HasValues
        && !(_labels.GroupAtEnd(records[i].Words) is { } group && group != ApplicationsTemplate.Results))];

    private void AlignGap(List<int> free, int from, int to)
    {
        // As many records as rows: they stand in each other's place, even where little of a label is left.
        var isInPlace = free.Count == to - from && from > 0 && to < table.Rows.Count
            && free.Index().All(record => records[record.Item].Values.Count >= table.Rows[from + record.Index].Cells.Count);
        Choose(free, from, to, (i, row) =>
        {
            var isPlace = isInPlace && i == row - from;
            var hasLabel = records[free[i]].Labels.Count > 0;
            var least = !isPlace ? Thresholds.Row : hasLabel ? Thresholds.RowInPlace : 0;
            var likeness = LikenessOf(free[i], _labels.Rows[row], least);
            return likeness > 0 || (isPlace && !hasLabel) ? likeness + 0.01 : 0;
        });
    }

    private double LikenessOf(int index, string label, double least)
    {
        var record = records[index];
        var own = record.Labels.TakeLast(1).Select(static last => LabelWords.Of(last.Text)).Append(record.Words);

        // The label ends the words. Flowing text may print the numbers in its middle: then up to two pieces behind them complete it.
        List<Token> behind = !record.IsGrid && index + 1 < records.Count ? records[index + 1].Labels : [];
        var completed = Enumerable.Range(0, Math.Min(2, behind.Count) + 1)
            .Select(count => record.Words + string.Concat(behind.Take(count).Select(static piece => Characters.Words(piece.Text))));
        var ends = completed.Select(words => words[Math.Max(0, words.Length - label.Length)..]);
        return own.Concat(ends).Max(words => Likeness.Of(words, label, least));
    }
}
