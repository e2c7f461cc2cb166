using Validation.Cel;

namespace Validation.Engine.Rules.Facts;

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

    private CelValue Groups() => FactList.Of(Match.Groups.Values.Skip(1).Select(group => group.Value));
}
