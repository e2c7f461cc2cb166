using Validation.Cel;
using Validation.Engine.Reports.Text;
using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>A paragraph of the prose, with the section that it stands in (0: before the first).</summary>
/// <param name="Paragraph">Its text and lines.</param>
/// <param name="Section">The section, 0 to 6.</param>
internal sealed record PassageFact(JoinedParagraph Paragraph, int Section)
{
    /// <summary>
    /// Characters that a rule sees on each side of a match. Without a limit, many matches in a huge paragraph would take square time.
    /// </summary>
    public const int Reach = 500;

    /// <summary>The text of the paragraph as rules see it: no needless blanks, letters and digits in half width.</summary>
    public string Text => Paragraph.Text;

    /// <summary>The place in the document where the paragraph begins. Null: none is known.</summary>
    public Location? Location => Paragraph.Lines[0].Location;

    /// <summary>The place in the document of a character of the paragraph. Null: it has none.</summary>
    public Location? LocationOf(int index) => Paragraph.LocationOf(index);

    /// <summary>The sentences: they end with a full stop, a question or exclamation mark, or the paragraph.</summary>
    public IEnumerable<SentenceFact> Sentences()
    {
        for (var start = 0; start < Text.Length;)
        {
            var end = Paragraph.EndOf(start);
            yield return new SentenceFact(this, start, Text[start..end]);
            start = end;
        }
    }

    /// <summary>The sentence around a character, cut at <see cref="Reach"/> characters on either side.</summary>
    public string SentenceAt(int index)
    {
        var first = Math.Max(0, index - Reach);
        var start = first + Text.AsSpan(first, index - first).LastIndexOfAny("。！？!?") + 1;
        return Text[start..Math.Min(Paragraph.EndOf(Math.Max(start, index)), Math.Max(start, index) + Reach)];
    }

    /// <summary>The characters before an index, at most <see cref="Reach"/> of them.</summary>
    public string Before(int index) => Text[Math.Max(0, index - Reach)..index];

    /// <summary>The characters from an index on, at most <see cref="Reach"/> of them.</summary>
    public string After(int index) => Text[index..Math.Min(Text.Length, index + Reach)];
}

/// <summary>A sentence of a paragraph, with the place where it begins.</summary>
/// <param name="Passage">The paragraph.</param>
/// <param name="Start">The index of its first character there.</param>
/// <param name="Text">The sentence.</param>
internal sealed record SentenceFact(PassageFact Passage, int Start, string Text)
{
    /// <summary>The place in the document where the sentence begins. Null: none is known.</summary>
    public Location? Location => Passage.LocationOf(Start);
}

/// <summary>Words that a pattern found in a paragraph.</summary>
/// <param name="Passage">The paragraph.</param>
/// <param name="Match">The match.</param>
/// <param name="Offset">The index in the paragraph of the text that was searched.</param>
internal sealed record MatchFact(PassageFact Passage, System.Text.RegularExpressions.Match Match, int Offset)
{
    /// <summary>The type of a match of a pattern, as rules see it.</summary>
    public static readonly ObjectType Type = new("match", () =>
    [
        FactField<MatchFact>.Of("text", fact => fact.Match.Value, "找到的文字"),
        FactField<MatchFact>.Of("groups", CelType.ListOf(CelType.String), fact => fact.Groups(), "各组，第一组的下标是 0"),
        FactField<MatchFact>.Of("before", fact => fact.Passage.Before(fact.Index), "同一段里前面的文字，最多500字"),
        FactField<MatchFact>.Of("after", fact => fact.Passage.After(fact.Index + fact.Match.Length), "同一段里后面的文字，最多500字"),
        FactField<MatchFact>.Of("sentence", fact => fact.Passage.SentenceAt(fact.Index), "所在的句子，前后最多500字"),
        FactField<MatchFact>.Of("section", fact => fact.Passage.Section, "属于第几部分；0 是正文之前"),
    ]);

    /// <summary>The index of the match in the paragraph.</summary>
    public int Index => Offset + Match.Index;

    private CelValue Groups() => FactList.Of(Match.Groups.Values.Skip(1), group => CelValue.Of(group.Value));
}
