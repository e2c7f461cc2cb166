using Validation.Engine.Reports.Articles;
using Validation.V1;

namespace Validation.Engine.Reports.Sections;

/// <summary>Reads the prose of a document: that of its sections, and what stands before them.</summary>
internal static class SectionReader
{
    // The reports of whole provinces open with a page at most.
    private const int LongestOpening = 1000;

    /// <summary>The section as the report carries it; page numbers among its text become deviations.</summary>
    public static Section Read(SectionSpan span, IReadOnlyList<TextLine> lines, ICollection<Deviation> deviations)
    {
        var heading = lines[span.Heading.Line];
        var section = new Section
        {
            Ordinal = span.Section.Ordinal,
            Heading = span.Heading.Heading,
            Numbering = span.Heading.NumberText,
            Location = heading.Position.ToLocation(),
        };
        if (span.Heading.RunIn.Length > 0)
        {
            section.Paragraphs.Add(Prose.Passage(heading, span.Heading.RunIn));
        }

        section.Paragraphs.AddRange(span.Section.HoldsTable
            ? Prose.Sentences(lines, span.Start, span.End)
            : Prose.Paragraphs(lines, span.Start, span.End, deviations));
        section.Text = string.Join('\n', section.Paragraphs.Select(paragraph => paragraph.Text));
        return section;
    }

    /// <summary>What stands between the title and the first section. A table may stand there when its heading is missing.</summary>
    /// <param name="start">Index of the first line behind the title.</param>
    /// <param name="spans">The sections, in their order.</param>
    /// <param name="lines">The document.</param>
    /// <param name="deviations">Takes page numbers.</param>
    public static IEnumerable<Passage> ReadOpening(
        int start, IReadOnlyList<SectionSpan> spans, IReadOnlyList<TextLine> lines, ICollection<Deviation> deviations)
    {
        var end = Math.Min(spans.Count > 0 ? spans[0].Heading.Line : lines.Count, start + LongestOpening);
        var mayHoldTable = spans.Count == 0 || spans[0].Section.Ordinal > 2;
        return mayHoldTable ? Prose.Sentences(lines, start, end) : Prose.Paragraphs(lines, start, end, deviations);
    }
}
