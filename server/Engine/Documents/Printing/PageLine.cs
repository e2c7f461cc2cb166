using System.Text;

namespace Validation.Engine.Documents.Printing;

/// <summary>A printed line: words beside one another, from left to right.</summary>
/// <param name="words">The words, at least one, in that order.</param>
internal sealed class PageLine(List<PageWord> words)
{
    // The boxes of poppler reach from the font's ascent to its descent.
    private const double HeightOfEm = 1.3;
    private const double GapBesideHan = 0.5;
    private const int MostOverlaid = 100;

    /// <summary>The words of the line from left to right.</summary>
    public IReadOnlyList<PageWord> Words { get; } = words;

    /// <summary>The text. Between words stands a space, unless one of them is Han and they all but touch.</summary>
    public string Text { get; } = JoinedText(words);

    public PagePlace Box { get; } = words.Select(word => word.Box).Aggregate((box, other) => box.With(other));

    /// <summary>The lines of a page, from above to below.</summary>
    public static List<PageLine> Of(IReadOnlyList<PageWord> words)
    {
        var lines = new List<PageLine>();
        var line = new List<PageWord>();
        var overlaid = Overlaid(words);
        foreach (var word in words.OrderBy(word => word.Box.CenterY).ThenBy(word => word.Box.X))
        {
            if (overlaid.Contains(word))
            {
                lines.Add(new PageLine([word]));
                continue;
            }

            if (line.Count > 0 && !line[0].Box.IsBeside(word.Box))
            {
                lines.Add(Sorted(line));
                line = [];
            }

            line.Add(word);
        }

        if (line.Count > 0)
        {
            lines.Add(Sorted(line));
        }

        return lines;
    }

    /// <summary>Where each word begins in the text.</summary>
    public static IEnumerable<int> Starts(PageLine line)
    {
        var start = 0;
        for (var i = 0; i < line.Words.Count; i++)
        {
            start += i > 0 && NeedsSpace(line.Words[i - 1], line.Words[i]) ? 1 : 0;
            yield return start;
            start += line.Words[i].Text.Length;
        }
    }

    // Words of a watermark: in large type, across others. They are a part of no line.
    private static HashSet<PageWord> Overlaid(IReadOnlyList<PageWord> words)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var heights = new double[words.Count];
        for (var i = 0; i < heights.Length; i++)
        {
            heights[i] = words[i].Box.Height;
        }

        Array.Sort(heights);
        var usual = heights[heights.Length / 2];
        var large = words.Where(word => word.Box.IsLarge(usual)).ToList();
        return large.Count is 0 or >= MostOverlaid
            ? []
            : [.. large.Where(word => words.Any(other => !other.Box.IsLarge(usual) && Overlaps(word.Box, other.Box)))];
    }

    private static bool Overlaps(PagePlace tall, PagePlace box) =>
        box.CenterY > tall.Y && box.CenterY < tall.Bottom && box.Right > tall.X && box.X < tall.Right;

    private static PageLine Sorted(List<PageWord> words)
    {
        words.Sort(static (a, b) => a.Box.X.CompareTo(b.Box.X));
        for (var i = words.Count - 1; i > 0; i--)
        {
            // Bold type is often made by drawing a word twice, a trifle apart.
            if (words[i].Text == words[i - 1].Text && words[i].Box.X - words[i - 1].Box.X < 0.1 * words[i].Box.Height)
            {
                words.RemoveAt(i);
            }
        }

        return new PageLine(words);
    }

    private static string JoinedText(List<PageWord> words)
    {
        if (words.Count == 1)
        {
            return words[0].Text;
        }

        var text = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0 && NeedsSpace(words[i - 1], words[i]))
            {
                text.Append(' ');
            }

            text.Append(words[i].Text);
        }

        return text.ToString();
    }

    private static bool NeedsSpace(PageWord left, PageWord right)
    {
        var em = Math.Min(left.Box.Height, right.Box.Height) / HeightOfEm;
        var isHan = left.Text[^1] >= '\u2E80' || right.Text[0] >= '\u2E80';
        return !isHan || right.Box.X - left.Box.Right > GapBesideHan * em;
    }
}
