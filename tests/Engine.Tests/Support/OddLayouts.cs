using Validation.Form;

namespace Validation.Engine.Tests.Support;

/// <summary>A row of a table as it is to be printed.</summary>
public sealed record PrintedRow(
    TableTemplate Table, RowTemplate Row, IReadOnlyList<string> Headings, string Label, IReadOnlyList<string> Values)
{
    public bool IsFirstOfGroup => Row.Group is not null && Headings.Count > 0;

    /// <summary>Headings, label and values in one; a label that is empty is left out.</summary>
    public IEnumerable<string> Cells => [.. Headings, .. Label.Length > 0 ? new[] { Label } : [], .. Values];

    /// <summary>The row of a grid: in 表三 two columns of labels.</summary>
    public IEnumerable<string> GridCells => [.. Labels, .. Values];

    private string[] Labels => Table == ApplicationsTemplate.Table ? [IsFirstOfGroup ? Headings[0] : string.Empty, Label]
        : Label.Length > 0 ? [Label] : [];
}

/// <summary>The layouts that only some files have.</summary>
public static class OddLayouts
{
    public static string Row(Layout layout, PrintedRow row) => layout switch
    {
        Layout.PdfMiddle => PdfHeadings(row) + Middle(row),
        Layout.PdfCentred => Centred(row),
        Layout.PdfShuffled => Shuffled(row),
        Layout.SpacedCells => Lines(row.Cells, string.Empty, "\n\n"),
        Layout.TightIndentedCells => Lines(row.Cells, "\t", "\n"),
        Layout.TabRowsEmptyFirst => Grid(row, "\t", "\t", string.Empty),
        Layout.TabRowsEmptyLast => Grid(row, "\t", string.Empty, "\t"),
        Layout.TabRowsCutOff => CutOff(Grid(row, "\t", string.Empty, string.Empty)),
        Layout.PipeRowsNoEdges => Grid(row, " | ", string.Empty, string.Empty),
        Layout.PipeRowsRightEdge => Grid(row, " | ", string.Empty, " |"),
        Layout.Markdown => Grid(row, " | ", "| ", " |", "---"),
        Layout.MarkdownNoEdges => Grid(row, " | ", string.Empty, string.Empty, ":---:"),
        Layout.PipeBehindCells => string.Concat(row.Cells.Select(cell => $"{cell} |\n")),
        Layout.PipeBetweenCells => string.Concat(row.Cells.Select(cell => $"{cell}\n|\n")),
        Layout.PipeBeforeRows => "|\n" + string.Concat(row.Cells.Select(cell => $"{cell} |\n")),
        _ => throw new ArgumentOutOfRangeException(nameof(layout)),
    };

    private static string Lines(IEnumerable<string> cells, string before, string behind) =>
        string.Concat(cells.Select(cell => before + cell + behind));

    private static string Grid(PrintedRow row, string separator, string first, string last, string? rule = null)
    {
        var hasHeadings = row.Headings.Count > 0 && !row.IsFirstOfGroup;
        var headings = hasHeadings ? first + string.Join(separator, row.Headings) + last + "\n" : string.Empty;
        var rules = hasHeadings && rule is not null
            ? first + string.Join(separator, row.GridCells.Select(_ => rule)) + last + "\n"
            : string.Empty;
        return headings + rules + first + string.Join(separator, row.GridCells) + last + "\n";
    }

    private static string CutOff(string rows) => string.Concat(rows.TrimEnd('\n').Split('\n').Select(row => row.TrimEnd('\t') + "\n"));

    private static string PdfHeadings(PrintedRow row) => string.Concat(row.Headings.Select(heading => Broken(heading, 4)));

    private static string Middle(PrintedRow row)
    {
        var half = row.Label.Length > 8 ? row.Label.Length / 2 : row.Label.Length;
        var values = string.Join(' ', row.Values);
        return half == row.Label.Length ? $"{row.Label} {values}\n\n" : $"{row.Label[..half]}\n\n{values}\n\n{row.Label[half..]}\n\n";
    }

    // The label of a group of n rows stands behind the row number n / 2.
    private static string Centred(PrintedRow row)
    {
        var line = $"{row.Label} {string.Join(' ', row.Values)}\n\n";
        if (row.Row.Group is not { } group)
        {
            return PdfHeadings(row) + line;
        }

        var rows = row.Table.Rows.Where(other => other.Group == group).ToList();
        var isMiddle = rows.IndexOf(row.Row) == (rows.Count - 1) / 2;
        return isMiddle ? line + Broken(group.Label, 5) : line;
    }

    private static string Shuffled(PrintedRow row)
    {
        var headings = row.IsFirstOfGroup ? row.Headings.ToArray() : [.. row.Headings.Reverse()];
        new Random(headings.Length).Shuffle(headings);
        var text = string.Concat(headings.Select(heading => Broken(heading, row.IsFirstOfGroup ? 4 : 1)));
        return text + $"{row.Label} {string.Join(' ', row.Values)}".Trim() + "\n";
    }

    private static string Broken(string text, int length) => string.Concat(text.Chunk(length).Select(part => new string(part) + "\n"));
}
