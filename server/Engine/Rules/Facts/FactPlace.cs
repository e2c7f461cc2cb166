using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>Where a fact stands in the document: what a rule may name as the place of a finding.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Location">The place in the document. Null: none is known.</param>
/// <param name="Section">The section, 1 to 6; 0 for the whole document.</param>
/// <param name="Words">The words that stand there, which tell the place from others of its kind.</param>
internal readonly record struct FactPlace(object Fact, Location? Location, int Section, string Words)
{
    /// <summary>The place of a fact. Null: facts of its type have none.</summary>
    public static FactPlace? Of(object fact) => fact switch
    {
        CellFact cell => new(fact, cell.Cell.Location, cell.Section, cell.Template?.Path ?? cell.Cell.Text),
        SectionFact section => new(fact, section.Location, section.Ordinal, section.Heading),
        PassageFact passage => new(fact, passage.Location, passage.Section, passage.Text),
        SentenceFact sentence => new(fact, sentence.Location, sentence.Passage.Section, sentence.Text),
        MatchFact match => new(fact, match.Passage.LocationOf(match.Index), match.Passage.Section, match.Match.Value),
        LikenessFact likeness => new(fact, likeness.Passage.Location, likeness.Section, likeness.Passage.Text),
        Claim claim => new(fact, claim.Location, claim.Section, claim.Text),
        Breakdown breakdown => new(fact, breakdown.Location, breakdown.Section, breakdown.Text),
        Share share => new(fact, share.Location, share.Section, share.Text),
        Period period => new(fact, period.Location, 0, period.Text),
        Deviation deviation => new(fact, deviation.Location, FactPaths.SectionOf(deviation.Path),
            $"{deviation.Path}|{deviation.Expected}|{deviation.Actual}"),
        _ => null,
    };
}
