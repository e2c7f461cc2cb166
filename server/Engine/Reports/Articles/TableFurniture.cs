using System.Text.RegularExpressions;
using Validation.Engine.Reports.Text;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Reports.Articles;

/// <summary>Lines among those of a table that are none of it: page numbers, and the rules that Markdown draws.</summary>
internal static partial class TableFurniture
{
    /// <summary>Takes them out. Each page number becomes a deviation.</summary>
    public static void Drop(List<TextLine> lines, ICollection<Deviation> deviations) => lines.RemoveAll(line =>
    {
        // What remains on a page is no page number: it may be a row of dashes.
        if (line.Words is null && PageNumbers.IsCertain(line.Text))
        {
            deviations.Note(Kind.PageNumber, string.Empty, line.Position, actual: line.Text.Trim());
            return true;
        }

        return line.Text.Contains("---", StringComparison.Ordinal) && RuleUnderHeadings().IsMatch(line.Text);
    });

    // "|---|:---:|", the line that some texts draw under the headings of a table.
    [GeneratedRegex(@"^\s*(?:\|\s*)?:?---+:?\s*(?:\|\s*:?---+:?\s*)+\|?\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex RuleUnderHeadings();
}
