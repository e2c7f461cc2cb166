using System.Text.RegularExpressions;
using Validation.Engine.Documents;
using Validation.V1;

namespace Validation.Engine.Reports.Text;

/// <summary>A document's lines without the marks that converters leave. Those marks become deviations; all positions stay true.</summary>
internal sealed partial class SourceText
{
    private SourceText(IReadOnlyList<Paragraph> lines)
    {
        Lines = lines;
    }

    /// <summary>The lines, one for each paragraph of the document.</summary>
    public IReadOnlyList<Paragraph> Lines { get; }

    /// <summary>Takes the marks out of a document, in their place leaves spaces, and notes them.</summary>
    public static SourceText Of(Document document, ICollection<Deviation> deviations)
    {
        List<Paragraph>? lines = null;
        for (var i = 0; i < document.Paragraphs.Count; i++)
        {
            var line = document.Paragraphs[i];
            if (!line.Text.Contains('[', StringComparison.Ordinal) || !StrayMark().IsMatch(line.Text))
            {
                continue;
            }

            lines ??= [.. document.Paragraphs];
            lines[i] = line.Cells is null
                ? line with { Text = StrayMark().Replace(line.Text, match => Blank(match, line.Position, deviations)) }
                : RowWithout(line, deviations);
        }

        return new SourceText(lines ?? document.Paragraphs);
    }

    private static Paragraph RowWithout(Paragraph row, ICollection<Deviation> deviations)
    {
        var cells = row.Cells!.Select(cell =>
            cell with { Text = StrayMark().Replace(cell.Text, match => Blank(match, cell.Position, deviations)) }).ToArray();
        return row with { Text = string.Join('\t', cells.Select(cell => cell.Text)), Cells = cells };
    }

    private static string Blank(Match mark, Position line, ICollection<Deviation> deviations)
    {
        var position = line.Shift(mark.Index).ToLocation();
        deviations.Add(new Deviation { Kind = Deviation.Types.Kind.StrayMark, Actual = mark.Value, Location = position });
        return new string(' ', mark.Length);
    }

    [GeneratedRegex(@"\[bookmark:[^\]\n]{0,80}\]", RegexOptions.NonBacktracking)]
    private static partial Regex StrayMark();
}
