namespace Validation.Engine.Documents.Printing;

/// <summary>Turns pages that show their text sideways, as some printers leave them: a person turns the page, or the head.</summary>
internal static class SidewaysPage
{
    // Shorter words are as high as they are wide.
    private const int LeastLetters = 3;

    // Labels may be set vertically on an upright page; its text as a whole is not.
    private const int MostSideways = 4;

    /// <summary>The words with the places that they have on the page once it is turned; the same ones if it stands upright.</summary>
    /// <param name="words">The words of a page in the order of reading.</param>
    public static IReadOnlyList<PageWord> Upright(IReadOnlyList<PageWord> words)
    {
        int high = 0, wide = 0, leftwards = 0;
        PagePlace? before = null;
        double right = 0, bottom = 0;
        foreach (var (text, box) in words)
        {
            right = Math.Max(right, box.Right);
            bottom = Math.Max(bottom, box.Bottom);
            if (text.Length < LeastLetters)
            {
                continue;
            }

            (high, wide) = box.Height > box.Width ? (high + text.Length, wide) : (high, wide + text.Length);
            leftwards += before is null ? 0 : before.X.CompareTo(box.X);
            before = box;
        }

        if (high <= wide * MostSideways)
        {
            return words;
        }

        // Text that runs down a page has its lines from right to left, text that runs up from left to right.
        return [.. words.Select(word => word with { Box = Turned(word.Box) })];

        PagePlace Turned(PagePlace box)
        {
            var (x, y) = leftwards >= 0 ? (box.Y, right - box.Right) : (bottom - box.Bottom, box.X);
            return box with { X = x, Y = y, Width = box.Height, Height = box.Width };
        }
    }
}
