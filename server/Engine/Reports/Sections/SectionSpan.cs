using Validation.Form;

namespace Validation.Engine.Reports.Sections;

/// <summary>A section of a document: its heading and the lines under it.</summary>
/// <param name="Heading">The heading that begins it.</param>
/// <param name="Start">Index of the first line under the heading.</param>
/// <param name="End">Index after its last line.</param>
internal sealed record SectionSpan(HeadingCandidate Heading, int Start, int End)
{
    public SectionTemplate Section => Heading.Section;
}
