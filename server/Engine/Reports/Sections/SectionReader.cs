using System.Text;
using Validation.Engine.Documents;
using Validation.Engine.Reports.Text;
using Validation.V1;

namespace Validation.Engine.Reports.Sections;

/// <summary>Reads the text of a section.</summary>
internal static class SectionReader
{
    private const int ShortestSentence = 12;

    /// <summary>The section as the report carries it; page numbers among its text become deviations.</summary>
    public static Section Read(SectionSpan span, IReadOnlyList<Paragraph> lines, ICollection<Deviation> deviations)
    {
        var isTable = span.Section.Ordinal is >= 2 and <= 4;
        var text = new StringBuilder(span.Heading.RunIn);
        for (var i = span.Start; i < span.End; i++)
        {
            var line = lines[i].Text.Trim();
            if (line.Length == 0 || (isTable && !IsSentence(line)))
            {
                continue;
            }

            if (!isTable && (PageNumbers.IsPossible(line) || PageNumbers.IsCertain(line)))
            {
                var location = lines[i].Position.ToLocation();
                deviations.Add(new Deviation { Kind = Deviation.Types.Kind.PageNumber, Actual = line, Location = location });
                continue;
            }

            text.Append(text.Length > 0 ? "\n" : string.Empty).Append(line);
        }

        return new Section
        {
            Ordinal = span.Section.Ordinal,
            Heading = span.Heading.Heading,
            Numbering = span.Heading.NumberText,
            Text = text.ToString(),
            Location = lines[span.Heading.Line].Position.ToLocation(),
        };
    }

    // Beside a table stands prose, if anything: whole sentences, never a cell.
    private static bool IsSentence(string line) => line.Length >= ShortestSentence && line.EndsWith('。');
}
