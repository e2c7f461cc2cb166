using Validation.V1;

namespace Validation.Engine.Reports.Text;

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
