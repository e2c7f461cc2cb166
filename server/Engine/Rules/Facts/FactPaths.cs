using Validation.Form;

namespace Validation.Engine.Rules.Facts;

/// <summary>What a path such as "applications.granted" or "sections.3" says.</summary>
internal static class FactPaths
{
    /// <summary>The first part: the table's key, or "sections".</summary>
    public static string TableOf(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? path : path[..dot];
    }

    /// <summary>The last part: the key of a row, group or cell where it stands.</summary>
    public static string LastOf(string path) => path[(path.LastIndexOf('.') + 1)..];

    /// <summary>The section, 1 to 6; 0 when the path names none.</summary>
    public static int SectionOf(string path) =>
        ReportTemplate.Tables.FirstOrDefault(table => path.StartsWith(table.Key, StringComparison.Ordinal))?.Section.Ordinal
        ?? (path is [.., '.', >= '1' and <= '6'] && path.StartsWith("sections.", StringComparison.Ordinal) ? path[^1] - '0' : 0);

    /// <summary>The full label of the row with that path; null when there is none.</summary>
    public static string? RowOf(string path) =>
        ReportTemplate.Tables.SelectMany(table => table.Rows).FirstOrDefault(row => row.Key == path)?.Cells[0].Row;
}
