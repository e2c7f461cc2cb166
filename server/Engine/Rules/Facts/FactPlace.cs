using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>Where a fact stands in the document: what a rule may name as the place of a finding.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Location">The place in the document. Null: none is known.</param>
/// <param name="Section">The section, 1 to 6; 0 for the whole document.</param>
internal readonly record struct FactPlace(object Fact, Location? Location, int Section)
{
    /// <summary>The words that stand there, which tell the place from others of its kind.</summary>
    public string Words => Fact switch
    {
        CellFact cell => cell.Template?.Path ?? cell.Cell.Text,
        SectionFact section => section.Heading,
        PassageFact passage => passage.Text,
        SentenceFact sentence => sentence.Text,
        MatchFact match => match.Match.Value,
        LikenessFact likeness => likeness.Passage.Text,
        Claim claim => claim.Text,
        Breakdown breakdown => breakdown.Text,
        Share share => share.Text,
        Period period => period.Text,
        Deviation deviation => $"{deviation.Path}|{deviation.Expected}|{deviation.Actual}",
        _ => string.Empty,
    };

    /// <summary>The place of a fact. Null: facts of its type have none.</summary>
    public static FactPlace? Of(object fact) => fact switch
    {
        CellFact cell => new(fact, cell.Cell.Location, cell.Section),
        SectionFact section => new(fact, section.Location, section.Ordinal),
        PassageFact passage => new(fact, passage.Location, passage.Section),
        SentenceFact sentence => new(fact, sentence.Location, sentence.Passage.Section),
        MatchFact match => new(fact, match.Passage.LocationOf(match.Index), match.Passage.Section),
        LikenessFact likeness => new(fact, likeness.Passage.Location, likeness.Section),
        Claim claim => new(fact, claim.Location, claim.Section),
        Breakdown breakdown => new(fact, breakdown.Location, breakdown.Section),
        Share share => new(fact, share.Location, share.Section),
        Period period => new(fact, period.Location, 0),
        Deviation deviation => new(fact, deviation.Location, FactPaths.SectionOf(deviation.Path)),
        _ => null,
    };
}
