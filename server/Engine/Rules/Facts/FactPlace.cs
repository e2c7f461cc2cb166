using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>Where a fact stands in the document: what a rule may name as the place of a finding.</summary>
/// <param name="Location">The place in the document. Null: none is known.</param>
/// <param name="Section">The section, 1 to 6; 0 for the whole document.</param>
/// <param name="Words">The words that stand there, which tell the place from others of its kind.</param>
internal readonly record struct FactPlace(Location? Location, int Section, string Words)
{
    /// <summary>The place of a fact. Null: facts of its type have none.</summary>
    public static FactPlace? Of(object fact) => fact switch
    {
        CellFact cell => new(cell.Cell.Location, cell.Section, cell.Template?.Path ?? cell.Cell.Text),
        SectionFact section => new(section.Location, section.Ordinal, section.Heading),
        PassageFact passage => new(passage.Location, passage.Section, passage.Text),
        SentenceFact sentence => new(sentence.Location, sentence.Passage.Section, sentence.Text),
        MatchFact match => new(match.Passage.LocationOf(match.Index), match.Passage.Section, match.Match.Value),
        LikenessFact likeness => new(likeness.Passage.Location, likeness.Section, likeness.Passage.Text),
        Claim claim => new(claim.Location, claim.Section, claim.Text),
        Breakdown breakdown => new(breakdown.Location, breakdown.Section, breakdown.Text),
        Share share => new(share.Location, share.Section, share.Text),
        Period period => new(period.Location, 0, period.Text),
        Deviation deviation => new(
            deviation.Location, FactPaths.SectionOf(deviation.Path), $"{deviation.Path}|{deviation.Expected}|{deviation.Actual}"),
        _ => null,
    };
}
