using System.Text.RegularExpressions;
using Validation.Engine.Documents;
using Validation.Engine.Reports.Text;
using Validation.V1;

namespace Validation.Engine.Reports.Articles;

/// <summary>The marks that converters leave in a text, such as "[bookmark: _GoBack]".</summary>
internal static partial class StrayMarks
{
    /// <summary>
    /// The lines without marks. Each mark becomes a deviation, and spaces stand in its place, so that all positions stay true.
    /// </summary>
    public static IReadOnlyList<TextLine> Blank(IReadOnlyList<TextLine> lines, ICollection<Deviation> deviations)
    {
        List<TextLine>? result = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (!line.Text.Contains('[', StringComparison.Ordinal) || !StrayMark().IsMatch(line.Text))
            {
                continue;
            }

            result ??= [.. lines];
            result[i] = line.Cells is null ? LineWithout(line, deviations) : RowWithout(line, deviations);
        }

        return result ?? lines;
    }

    private static TextLine LineWithout(TextLine line, ICollection<Deviation> deviations) =>
        line with { Text = StrayMark().Replace(line.Text, match => Blank(match, line.Position, deviations)) };

    private static TextLine RowWithout(TextLine row, ICollection<Deviation> deviations)
    {
        var cells = row.Cells!.Select(cell =>
            cell with { Text = StrayMark().Replace(cell.Text, match => Blank(match, cell.Position, deviations)) }).ToArray();
        return row with { Text = string.Join('\t', cells.Select(cell => cell.Text)), Cells = cells };
    }

    private static string Blank(Match mark, Position line, ICollection<Deviation> deviations)
    {
        deviations.Note(Deviation.Types.Kind.StrayMark, string.Empty, line.Shift(mark.Index), actual: mark.Value);
        return new string(' ', mark.Length);
    }

    [GeneratedRegex(@"\[bookmark:[^\]\n]{0,80}\]", RegexOptions.NonBacktracking)]
    private static partial Regex StrayMark();
}
