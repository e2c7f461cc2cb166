namespace Validation.Engine.Documents.Printing;

/// <summary>A printed line: words beside one another, from left to right.</summary>
internal sealed class PageLine
{
    // The boxes of poppler reach from the font's ascent to its descent.
    private const double HeightOfEm = 1.3;
    private const double GapBesideHan = 0.5;
    private const int MostOverlaid = 100;

    private PageLine(List<PageWord> words)
    {
        var length = 0;
        var starts = new int[words.Count];
        for (var i = 0; i < starts.Length; i++)
        {
            length += i > 0 && NeedsSpace(words[i - 1], words[i]) ? 1 : 0;
            starts[i] = length;
            length += words[i].Text.Length;
        }

        (Words, Starts) = (words, starts);
        Text = starts.Length == 1 ? words[0].Text : string.Create(length, this, static (text, line) =>
        {
            text.Fill(' ');
            for (var i = 0; i < line.Words.Count; i++)
            {
                line.Words[i].Text.CopyTo(text[line.Starts[i]..]);
            }
        });
        Box = words.Select(word => word.Box).Aggregate((box, other) => box.With(other));
    }

    /// <summary>The words of the line from left to right, at least one.</summary>
    public IReadOnlyList<PageWord> Words { get; }

    /// <summary>Where each word begins in the text.</summary>
    public IReadOnlyList<int> Starts { get; }

    /// <summary>The text. Between words stands a space, unless one of them is Han and they all but touch.</summary>
    public string Text { get; }

    public PagePlace Box { get; }

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

    // Words of a watermark: in large type, across others. They are a part of no line.
    private static HashSet<PageWord> Overlaid(IReadOnlyList<PageWord> words)
    {
        if (words.Count == 0)
        {
            return [];
        }

        double[] heights = [.. words.Select(word => word.Box.Height)];
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

    private static bool NeedsSpace(PageWord left, PageWord right)
    {
        var em = Math.Min(left.Box.Height, right.Box.Height) / HeightOfEm;
        var isHan = left.Text[^1] >= '\u2E80' || right.Text[0] >= '\u2E80';
        return !isHan || right.Box.X - left.Box.Right > GapBesideHan * em;
    }
}
