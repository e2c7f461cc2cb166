using Quickenshtein;

namespace Validation.Engine.Reports.Labels;

/// <summary>How alike two texts are.</summary>
internal static class Likeness
{
    /// <summary>
    /// 1 for equal texts, 0 for texts with nothing in common: 1 - edit distance / length of the longer text (Levenshtein).
    /// </summary>
    /// <param name="a">A text.</param>
    /// <param name="b">Another.</param>
    /// <param name="least">A smaller likeness is given as 0, which mostly costs one look at each character.</param>
    public static double Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, double least = 0)
    {
        var longer = Math.Max(a.Length, b.Length);
        if (longer == 0)
        {
            return 1;
        }

        // Each character beyond the shorter text costs an edit, and so does each that the other text lacks.
        var alike = Math.Min(Common(a, b), b.Length);
        if (1 - ((double)(longer - alike) / longer) < least)
        {
            return 0;
        }

        var likeness = 1 - ((double)Levenshtein.GetDistance(a, b) / longer);
        return likeness < least ? 0 : likeness;
    }

    // How many characters of a stand somewhere in b.
    private static int Common(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var common = 0;
        foreach (var character in a)
        {
            common += b.Contains(character) ? 1 : 0;
        }

        return common;
    }
}
