using Validation.Engine.Reports.Text;
using Validation.Form;

namespace Validation.Engine.Reports.Labels;

/// <summary>The words of a table's labels as they are compared with a text: form left aside, see <see cref="Characters.Words"/>.</summary>
internal sealed class LabelWords
{
    private static readonly Dictionary<string, string> Bare = ReportTemplate.Tables.SelectMany(table => table.Rows)
        .SelectMany(row => row.Headings.Append(row.Label).Append(row.Group?.Label ?? string.Empty))
        .Append(ApplicationsTemplate.Results.Label).Distinct(StringComparer.Ordinal)
        .ToDictionary(label => label, WithoutNumber, StringComparer.Ordinal);

    private static readonly Dictionary<string, LabelWords> Tables =
        ReportTemplate.Tables.ToDictionary(table => table.Key, table => new LabelWords(table), StringComparer.Ordinal);

    private LabelWords(TableTemplate table)
    {
        Rows = [.. table.Rows.Select(row => Of(row.Label))];
        AroundRow = [.. table.Rows.Select(row => row.Headings.Append(row.Label).OrderByDescending(label => label.Length).ToArray())];
        Columns = [.. table.ColumnLabels.Select(Characters.Words)];
        Headings = [.. table.ColumnHeadings.Select(Characters.Words)];
        var groups = table.Rows.Select(row => row.Group).OfType<GroupTemplate>().Distinct();
        Groups = [.. (table == ApplicationsTemplate.Table ? groups.Prepend(ApplicationsTemplate.Results) : groups)
            .Select(group => (group, Of(group.Label)))];
    }

    /// <summary>The label of each row, without its number.</summary>
    public string[] Rows { get; }

    /// <summary>What the template prints between the row above and the values of each row, the longest first.</summary>
    public IReadOnlyList<string[]> AroundRow { get; }

    /// <summary>The labels of the columns themselves.</summary>
    public string[] Columns { get; }

    /// <summary>All that the template prints above the columns.</summary>
    public string[] Headings { get; }

    /// <summary>The groups of rows, 三、本年度办理结果 first, and the label of each without its number.</summary>
    public (GroupTemplate Group, string Words)[] Groups { get; }

    /// <summary>The words of a table's labels.</summary>
    public static LabelWords Of(TableTemplate table) => Tables[table.Key];

    /// <summary>A label's words without its number.</summary>
    public static string Of(string label) => Bare.TryGetValue(label, out var words) ? words : WithoutNumber(label);

    /// <summary>The group whose label ends the words. Null: none does.</summary>
    public GroupTemplate? GroupAtEnd(ReadOnlySpan<char> words)
    {
        foreach (var (group, label) in Groups)
        {
            if (words.EndsWith(label, StringComparison.Ordinal))
            {
                return group;
            }
        }

        return null;
    }

    /// <summary>The row whose label a text is; -1: it is none.</summary>
    public int RowOf(string text) => Array.IndexOf(Rows, Of(text));

    /// <summary>The first row whose label ends the words; -1: none does.</summary>
    public int RowAtEnd(string words) => Array.FindIndex(Rows, label => words.EndsWith(label, StringComparison.Ordinal));

    private static string WithoutNumber(string label) => Characters.Words(label[Numbering.Of(label).Length..]);
}
