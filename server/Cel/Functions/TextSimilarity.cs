using Validation.Cel.Evaluation;

namespace Validation.Cel.Functions;

/// <summary>Own functions that tell how alike two texts are: 0 is nothing in common, 1 is equal.</summary>
internal static class TextSimilarity
{
    private static readonly CelType[] TwoTexts = [CelType.String, CelType.String];

    public static IReadOnlyList<CelFunction> All { get; } =
    [
        Define.Global("similarity", TwoTexts, CelType.Double, Levenshtein, CelTexts.Functions.Similarity),
        Define.Global("jaccard", [.. TwoTexts, CelType.Int], CelType.Double, Jaccard, CelTexts.Functions.Jaccard),
    ];

    /// <summary>
    /// 1 less the edit distance (Levenshtein 1966) per code point of the longer text. The budget pays for each cell of the table.
    /// </summary>
    private static CelValue Levenshtein(CelFrame frame, ReadOnlySpan<CelValue> values)
    {
        var (first, second) = (values[0].AsString, values[1].AsString);
        if (first == second)
        {
            return CelValue.Of(1.0);
        }

        if (!Sizes.Spend(frame, ((long)first.Length + 1) * (second.Length + 1)))
        {
            return Fault.BudgetExceeded;
        }

        var (a, b) = (CodePoints.Values(first), CodePoints.Values(second));
        return CelValue.Of(1 - ((double)Distance(a, b) / Math.Max(a.Length, b.Length)));
    }

    /// <summary>The edit distance, with one row of the table at a time.</summary>
    public static int Distance(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 0; i < a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < b.Length; j++)
            {
                var replaced = diagonal + (a[i] == b[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(diagonal, row[j]) + 1);
            }
        }

        return row[^1];
    }

    /// <summary>The share of the runs of n characters that both texts have (Jaccard 1901).</summary>
    private static CelValue Jaccard(CelFrame frame, ReadOnlySpan<CelValue> values)
    {
        var (first, second, length) = (values[0].AsString, values[1].AsString, values[2].AsInt);
        if (length is < 1 or > 64)
        {
            return Fault.OutOfRange;
        }

        if (!Sizes.Spend(frame, ((long)first.Length + second.Length) * length))
        {
            return Fault.BudgetExceeded;
        }

        var (a, b) = (Grams(first, (int)length), Grams(second, (int)length));
        var common = a.Count(b.Contains);
        var all = a.Count + b.Count - common;
        return CelValue.Of(all == 0 ? first == second ? 1.0 : 0.0 : (double)common / all);
    }

    private static HashSet<string> Grams(string text, int length)
    {
        var grams = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + length <= text.Length; i++)
        {
            grams.Add(text.Substring(i, length));
        }

        return grams;
    }
}
