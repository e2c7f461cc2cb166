using Validation.Engine.Documents;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>
/// The edges that the columns of a table may have by their headings alone, which stand to the left, in the middle or to the right of their
/// cells. Numbers need not stand as the headings do: below the next heading may be the end of the column before.
/// </summary>
internal sealed class ColumnEdges
{
    private const double Tolerance = 1;

    // For each way, where the second and every further column begins.
    private readonly List<double[]> _ways = [];

    /// <summary>Leaves out the ways that a number contradicts, because it would stand in two columns.</summary>
    /// <param name="headings">Left and right edge of each heading, in order; they do not overlap.</param>
    /// <param name="words">Left and right edge of each number.</param>
    public ColumnEdges(IReadOnlyList<(double Left, double Right)> headings, IReadOnlyList<(double Left, double Right)> words)
    {
        var pairs = headings.Zip(headings.Skip(1)).ToList();
        double[][] ways =
        [
            [.. pairs.Select(pair => pair.Second.Left)],
            [.. pairs.Select(pair => (pair.First.Left + pair.First.Right + pair.Second.Left + pair.Second.Right) / 4)],
            [.. pairs.Select(pair => pair.First.Right)],
        ];
        var (first, last) = (headings[0].Left, headings[^1].Right);
        for (var i = 0; i < ways.Length; i++)
        {
            var isBeyond = words.Any(word => (i == 0 && word.Left < first - Tolerance) || (i == 2 && word.Right > last + Tolerance));
            var isCrossed = words.Any(word => ways[i].Any(edge => word.Left < edge - Tolerance && word.Right > edge + Tolerance));
            if (!isBeyond && !isCrossed)
            {
                _ways.Add(ways[i]);
            }
        }
    }

    /// <summary>A word there stands in that column, whichever way it is.</summary>
    public bool Allow(PagePlace box, int column) => _ways.TrueForAll(way => way.Count(edge => edge < box.CenterX) == column);
}
