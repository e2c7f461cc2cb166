using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Text;
using Validation.Form;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Reports.Sections;

/// <summary>Finds the six sections by the names of their headings; numbers help and need not be right.</summary>
internal static class SectionFinder
{
    /// <summary>The sections that are there, in the order of the template, and the deviations of their headings.</summary>
    public static IReadOnlyList<SectionSpan> Find(IReadOnlyList<TextLine> lines, ICollection<Deviation> deviations)
    {
        var candidates = HeadingPlace.Weigh(TableOfContents.Without(Candidates(lines), lines), lines);
        var chosen = BestChain(candidates);
        foreach (var heading in chosen)
        {
            AddDeviations(heading, lines[heading.Line].Position, deviations);
        }

        var misplaced = AddMisplaced(candidates, chosen, lines, deviations);
        var ends = chosen.Skip(1).Select(heading => heading.Line).Append(lines.Count);
        List<SectionSpan> spans = [.. chosen.Zip(ends, (heading, end) => new SectionSpan(heading, heading.Line + heading.LineCount, end))];
        ExtraParts.Note(spans, misplaced, lines, deviations);
        return spans;
    }

    private static List<HeadingCandidate> Candidates(IReadOnlyList<TextLine> lines)
    {
        var candidates = new List<HeadingCandidate>();
        for (var i = 0; i < lines.Count; i++)
        {
            candidates.AddRange(HeadingCandidate.Of(i, lines[i].Text));
            if (i + 1 < lines.Count && lines[i].Cells is null && lines[i + 1].Cells is null
                && HeadingCandidate.OfTwo(i, lines[i].Text, lines[i + 1].Text) is { } broken)
            {
                candidates.Add(broken);
            }
        }

        return candidates;
    }

    // The chain of headings, down the document and up the template, with the highest score.
    private static List<HeadingCandidate> BestChain(List<HeadingCandidate> candidates)
    {
        var chains = new Chain?[SectionTemplate.All.Count + 1];
        foreach (var line in candidates.GroupBy(candidate => candidate.Line))
        {
            var longer = line.Select(heading => Continue(chains, heading)).ToList();
            foreach (var chain in longer)
            {
                var ordinal = chain.Heading.Section.Ordinal;
                chains[ordinal] = chains[ordinal] is { } other && other.Score >= chain.Score ? other : chain;
            }
        }

        var headings = new List<HeadingCandidate>();
        for (var chain = chains.OfType<Chain>().MaxBy(chain => chain.Score); chain is not null; chain = chain.Previous)
        {
            headings.Insert(0, chain.Heading);
        }

        return headings;
    }

    private static Chain Continue(Chain?[] chains, HeadingCandidate heading)
    {
        var previous = chains.Take(heading.Section.Ordinal).OfType<Chain>().MaxBy(chain => chain.Score);
        return new Chain(heading, previous, heading.Score + (previous?.Score ?? 0));
    }

    private static void AddDeviations(HeadingCandidate heading, Position position, ICollection<Deviation> deviations)
    {
        var path = PathOf(heading);
        if (!heading.HasTemplateNumber)
        {
            deviations.Note(Kind.SectionNumber, path, position, heading.Section.Numbering, heading.NumberText);
        }

        if (!heading.HasTemplateName)
        {
            deviations.Note(Kind.SectionName, path, position, heading.Section.Name, heading.Name);
        }
    }

    private static string PathOf(HeadingCandidate heading) => $"sections.{heading.Section.Ordinal}";

    // A heading that could not be wrong, with number and name of the template, and yet has no place in the chain.
    private static HashSet<int> AddMisplaced(
        List<HeadingCandidate> candidates, List<HeadingCandidate> chosen, IReadOnlyList<TextLine> lines, ICollection<Deviation> deviations)
    {
        var misplaced = new HashSet<int>();
        foreach (var heading in candidates.Where(heading => heading.RunIn.Length == 0))
        {
            if (heading.HasTemplateNumber && heading.HasTemplateName && !chosen.Contains(heading))
            {
                misplaced.UnionWith(Enumerable.Range(heading.Line, heading.LineCount));
                deviations.Note(
                    Kind.SectionOrder, PathOf(heading), lines[heading.Line].Position, heading.Section.Heading, heading.Heading);
            }
        }

        return misplaced;
    }

    private sealed record Chain(HeadingCandidate Heading, Chain? Previous, double Score);
}

/// <summary>A section of a document: its heading and the lines under it.</summary>
/// <param name="Heading">The heading that begins it.</param>
/// <param name="Start">Index of the first line under the heading.</param>
/// <param name="End">Index after its last line.</param>
internal sealed record SectionSpan(HeadingCandidate Heading, int Start, int End)
{
    public SectionTemplate Section => Heading.Section;
}
