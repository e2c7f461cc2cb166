using System.Text;

namespace Validation.Engine.Documents.Pdf;

/// <summary>A printed line: words beside one another, from left to right.</summary>
internal sealed class PageLine
{
    // The boxes of poppler reach from the font's ascent to its descent.
    private const double HeightOfEm = 1.3;
    private const double GapBesideHan = 0.5;
    private const double LargestType = 2;
    private const int MostOverlaid = 100;

    private PageLine(List<PageWord> words)
    {
        Words = words;
        Box = words.Select(word => word.Box).Aggregate((box, other) => box.With(other));
        Text = JoinedText(words);
    }

    /// <summary>The words.</summary>
    public IReadOnlyList<PageWord> Words { get; }

    /// <summary>The text. Between words stands a space, unless one of them is Han and they all but touch.</summary>
    public string Text { get; }

    /// <summary>Where the line stands.</summary>
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

            if (line.Count > 0 && !IsBeside(line[0].Box, word.Box))
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
        var usual = LargestType * heights[heights.Length / 2];
        if (heights[^1] <= usual || heights[Math.Max(0, heights.Length - MostOverlaid)] > usual)
        {
            return [];
        }

        return [.. words.Where(word => word.Box.Height > usual
            && words.Any(other => other.Box.Height <= usual && Overlaps(word.Box, other.Box)))];
    }

    private static bool Overlaps(PagePlace tall, PagePlace box) =>
        box.CenterY > tall.Y && box.CenterY < tall.Bottom && box.Right > tall.X && box.X < tall.Right;

    private static bool IsBeside(PagePlace first, PagePlace other) =>
        Math.Abs(other.CenterY - first.CenterY) <= 0.3 * Math.Min(first.Height, other.Height);

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
