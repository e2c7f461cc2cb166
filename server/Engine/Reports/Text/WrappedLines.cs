using Validation.V1;

namespace Validation.Engine.Reports.Text;

/// <summary>
/// Joins lines that a page wraps: the text of a PDF file prints a paragraph on many lines, and a sentence breaks anywhere.
/// </summary>
internal static class WrappedLines
{
    private const int ShortestWrapped = 20;
    private const double LeastOfLongest = 0.75;
    private const string Ends = "。！？；：!?;:…";

    /// <summary>The paragraphs of a section.</summary>
    public static JoinedParagraph[] Join(IReadOnlyList<Passage> passages)
    {
        var longest = 0;
        foreach (var passage in passages)
        {
            longest = Math.Max(longest, passage.Text.Length);
        }

        var paragraphs = new List<JoinedParagraph>(passages.Count);
        for (var first = 0; first < passages.Count;)
        {
            var next = first + 1;
            while (next < passages.Count && GoesOn(passages[next - 1].Text, passages[next].Text, longest))
            {
                next++;
            }

            paragraphs.Add(Paragraph(passages, first, next));
            first = next;
        }

        return [.. paragraphs];
    }

    // A line that is as long as its neighbours, ends in the middle of a sentence, and is not followed by a numbered heading.
    private static bool GoesOn(string line, string next, int longest) =>
        line.Length >= Math.Max(ShortestWrapped, longest * LeastOfLongest)
        && !Ends.Contains(line[^1], StringComparison.Ordinal)
        && !(line[^1] is '”' or '）' or ')' && Ends.Contains(line[^2], StringComparison.Ordinal))
        && Numbering.Of(next).Style == NumberingStyle.None;

    private static JoinedParagraph Paragraph(IReadOnlyList<Passage> passages, int first, int end)
    {
        if (end == first + 1)
        {
            return new JoinedParagraph(PlainText.Of(passages[first].Text), [passages[first]]);
        }

        var lines = new Passage[end - first];
        var texts = new string[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = passages[first + i];
            texts[i] = PlainText.Of(lines[i].Text);
        }

        return new JoinedParagraph(string.Concat(texts), lines);
    }
}

/// <summary>A paragraph whose lines are joined.</summary>
/// <param name="Text">The text in plain form, see <see cref="PlainText"/>.</param>
/// <param name="Lines">The lines that it is printed on.</param>
internal sealed record JoinedParagraph(string Text, IReadOnlyList<Passage> Lines)
{
    /// <summary>The place of a character of the paragraph. Null: it is not known.</summary>
    public Location? LocationOf(int index)
    {
        var line = 0;
        for (; line < Lines.Count - 1 && PlainText.Of(Lines[line].Text).Length is var length && index >= length; line++)
        {
            index -= length;
        }

        var location = Lines[line].Location?.Clone();
        if (location is { Column: > 0 })
        {
            location.Column += PlainText.IndexIn(Lines[line].Text, index);
        }

        return location;
    }

    /// <summary>The end of the sentence that the character stands in: behind a full stop, a question or exclamation mark, or at the end of
    /// the paragraph.</summary>
    public int EndOf(int start)
    {
        var length = Text.AsSpan(start).IndexOfAny("。！？!?");
        return length < 0 ? Text.Length : start + length + 1;
    }
}
