using Validation.Cel;
using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>Words that a pattern found in a paragraph.</summary>
/// <param name="Passage">The paragraph.</param>
/// <param name="Match">The match.</param>
/// <param name="Offset">The index in the paragraph of the text that was searched.</param>
internal sealed record MatchFact(PassageFact Passage, System.Text.RegularExpressions.Match Match, int Offset) : IPlace
{
    /// <summary>The type of a match of a pattern, as rules see it.</summary>
    public static readonly ObjectType Type = new("match", () =>
    [
        Field("text", CelType.String, fact => CelValue.Of(fact.Match.Value), "找到的文字"),
        Field("groups", CelType.ListOf(CelType.String), fact => fact.Groups(), "各组，第一组的下标是 0"),
        Field("before", CelType.String, fact => CelValue.Of(fact.Passage.Before(fact.Index)), "同一段里前面的文字，最多500字"),
        Field("after", CelType.String, fact => CelValue.Of(fact.Passage.After(fact.Index + fact.Match.Length)), "同一段里后面的文字，最多500字"),
        Field("sentence", CelType.String, fact => CelValue.Of(fact.Passage.SentenceAt(fact.Index)), "所在的句子，前后最多500字"),
        Field("section", CelType.Int, fact => CelValue.Of((long)fact.Section), "属于第几部分；0 是正文之前"),
    ]);

    public Location? Location => Passage.LocationOf(Index);

    public int Section => Passage.Section;

    public string Words => Match.Value;

    private int Index => Offset + Match.Index;

    private CelValue Groups() =>
        CelValue.Of(new CelList([.. Match.Groups.Values.Skip(1).Select(group => CelValue.Of(group.Value))]));

    private static ObjectField Field(string name, CelType type, Func<MatchFact, CelValue> get, string documentation) =>
        new(name, type, fact => get((MatchFact)fact), documentation);
}
