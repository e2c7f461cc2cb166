using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>A paragraph.</summary>
/// <param name="Text">The text as rules see it, see <see cref="PlainText"/>.</param>
/// <param name="Lines">The lines that it is printed on.</param>
/// <param name="Section">The section, 0 to 6.</param>
internal sealed record PassageFact(string Text, IReadOnlyList<Passage> Lines, int Section) : IPlace
{
    public Location? Location => Lines[0].Location;

    public string Words => Text;

    /// <summary>Where a character of the paragraph stands.</summary>
    public Location? LocationOf(int index)
    {
        var line = 0;
        for (var length = PlainText.Of(Lines[0].Text).Length; index >= length && line < Lines.Count - 1;)
        {
            index -= length;
            line++;
            length = PlainText.Of(Lines[line].Text).Length;
        }

        var location = Lines[line].Location?.Clone();
        if (location is { Column: > 0 })
        {
            location.Column += PlainText.IndexIn(Lines[line].Text, index);
        }

        return location;
    }

    /// <summary>The sentences: they end with a full stop, a question or exclamation mark, or the paragraph.</summary>
    public IEnumerable<SentenceFact> Sentences()
    {
        for (var start = 0; start < Text.Length;)
        {
            var end = EndOf(start);
            yield return new SentenceFact(this, start, Text[start..end]);
            start = end;
        }
    }

    /// <summary>The sentence that the character stands in.</summary>
    public string SentenceAt(int index)
    {
        var start = index == 0 ? 0 : Text.AsSpan(0, index).LastIndexOfAny("。！？!?") + 1;
        return Text[start..EndOf(Math.Max(start, index))];
    }

    private int EndOf(int start)
    {
        var length = Text.AsSpan(start).IndexOfAny("。！？!?");
        return length < 0 ? Text.Length : start + length + 1;
    }
}

/// <summary>A sentence.</summary>
/// <param name="Passage">The paragraph.</param>
/// <param name="Start">The index of its first character there.</param>
/// <param name="Text">The sentence.</param>
internal sealed record SentenceFact(PassageFact Passage, int Start, string Text) : IPlace
{
    public Location? Location => Passage.LocationOf(Start);

    public int Section => Passage.Section;

    public string Words => Text;
}
