using System.Buffers;
using Validation.Engine.Documents;
using Validation.Template;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Tables;

/// <summary>
/// Tells a table that is there in a form that cannot be read (turned, broken, its words out of order) from one that is missing.
/// </summary>
internal static class TableTraces
{
    private const double MostCharacters = 0.9;
    private const int LeastHeadings = 2;

    private static readonly SearchValues<char> Edges = SearchValues.Create(" \t|｜│\u3000");

    /// <summary>The first line with a number in a section that holds the labels of the table. Null: it does not, or no number.</summary>
    /// <param name="table">The table.</param>
    /// <param name="lines">The section in which no table was found.</param>
    public static Paragraph? First(TableTemplate table, IReadOnlyList<Paragraph> lines)
    {
        var text = string.Concat(lines.Select(line => Characters.Words(line.Text)));
        var isThere = table.Rows is [{ Label.Length: 0 } only] ? HasCharacters(text, only.Headings) : HasLabels(text, table);
        return isThere ? lines.Cast<Paragraph?>().FirstOrDefault(line => IsNumbers(line!.Value.Text)) : null;
    }

    // Prose that speaks of what the rows are about does not speak of the columns.
    private static bool HasLabels(string text, TableTemplate table)
    {
        var labels = table.Rows.Count(row => Holds(text, row.Label));
        return labels * 2 >= table.Rows.Count && table.ColumnLabels.Count(label => Holds(text, label)) >= LeastHeadings;
    }

    // Headings of one character below another are not in the order of reading.
    private static bool HasCharacters(string text, IReadOnlyList<string> headings)
    {
        var characters = headings.SelectMany(heading => heading).ToHashSet();
        return characters.Count(character => text.Contains(character, StringComparison.Ordinal)) >= MostCharacters * characters.Count;
    }

    private static bool Holds(string text, string label) => text.Contains(Characters.Words(label), StringComparison.Ordinal);

    // A line that ends with a number is one of a table, wherever its label is.
    private static bool IsNumbers(string line)
    {
        var last = line.AsSpan().LastIndexOfAnyExcept(Edges);
        return last >= 0 && char.IsAsciiDigit(Characters.Fold(line[last]));
    }
}
