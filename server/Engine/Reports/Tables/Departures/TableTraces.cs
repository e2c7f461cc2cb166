using System.Buffers;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Text;
using Validation.Form;

namespace Validation.Engine.Reports.Tables.Departures;

/// <summary>
/// Tells a table that is there in a form that cannot be read (turned, broken, its words out of order) from one that is missing.
/// </summary>
internal static class TableTraces
{
    private const int LeastHeadings = 2;

    private static readonly SearchValues<char> Edges = SearchValues.Create(" \t|｜│\u3000");

    /// <summary>The first line with a number in a section that holds the labels of the table. Null: it does not, or no number.</summary>
    public static TextLine? First(TableTemplate table, IReadOnlyList<TextLine> lines)
    {
        var text = string.Concat(lines.Select(static line => Characters.Words(line.Text)));
        var isThere = table.Rows is [{ Label.Length: 0 } only]
            ? LabelMatch.OfCharacters(text, only.Headings) >= Thresholds.TraceCharacters
            : HasLabels(text, table);
        return isThere ? lines.Cast<TextLine?>().FirstOrDefault(static line => IsNumbers(line!.Value.Text)) : null;
    }

    // Prose that speaks of what the rows are about does not speak of the columns.
    private static bool HasLabels(string text, TableTemplate table)
    {
        var labels = table.Rows.Count(row => text.Contains(Characters.Words(row.Label), StringComparison.Ordinal));
        var columns = LabelWords.Of(table).Columns;
        return labels * 2 >= table.Rows.Count && columns.Count(label => text.Contains(label, StringComparison.Ordinal)) >= LeastHeadings;
    }

    // A line that ends with a number is one of a table, wherever its label is.
    private static bool IsNumbers(string line)
    {
        var last = line.AsSpan().LastIndexOfAnyExcept(Edges);
        return last >= 0 && char.IsAsciiDigit(Characters.Fold(line[last]));
    }
}
