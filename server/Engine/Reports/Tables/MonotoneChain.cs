namespace Validation.Engine.Reports.Tables;

/// <summary>A record that may be a row of the template.</summary>
internal readonly record struct Pair(int Record, int Row, double Score);

/// <summary>Chooses pairs that go down the records and down the rows.</summary>
internal static class MonotoneChain
{
    /// <summary>
    /// The chain with the highest score: the record of each row, -1 where there is none. Takes time in proportion to pairs × rows.
    /// </summary>
    /// <param name="pairs">The pairs, by record.</param>
    /// <param name="rows">How many rows the template has.</param>
    public static int[] Best(IReadOnlyList<Pair> pairs, int rows)
    {
        // For each row the best chain that ends in it, made of records above the one at hand.
        var ends = new Link?[rows];
        for (var i = 0; i < pairs.Count;)
        {
            var next = i;
            var links = new List<Link>();
            for (; next < pairs.Count && pairs[next].Record == pairs[i].Record; next++)
            {
                var above = BestAbove(ends, pairs[next].Row);
                links.Add(new Link(pairs[next], (above?.Score ?? 0) + pairs[next].Score, above));
            }

            foreach (var link in links.Where(link => ends[link.Pair.Row] is not { } end || link.Score > end.Score))
            {
                ends[link.Pair.Row] = link;
            }

            i = next;
        }

        var recordOf = new int[rows];
        Array.Fill(recordOf, -1);
        for (var link = BestAbove(ends, rows); link is not null; link = link.Above)
        {
            recordOf[link.Pair.Row] = link.Pair.Record;
        }

        return recordOf;
    }

    private static Link? BestAbove(Link?[] ends, int row)
    {
        Link? best = null;
        for (var i = 0; i < row; i++)
        {
            if (ends[i] is { } end && (best is null || end.Score > best.Score))
            {
                best = end;
            }
        }

        return best;
    }

    private sealed record Link(Pair Pair, double Score, Link? Above);
}
