using Validation.V1;

namespace Validation.Form;

/// <summary>One of the three tables of the format: its rows in the order of the template, with their labels and keys.</summary>
/// <param name="Key">The table's key, such as "applications".</param>
/// <param name="Name">What clerks call it, such as "表三".</param>
/// <param name="Section">The section that holds it.</param>
/// <param name="Rows">The rows that hold numbers.</param>
public sealed record TableTemplate(string Key, string Name, SectionTemplate Section, IReadOnlyList<RowTemplate> Rows)
{
    /// <summary>Words of its first lines that prose does not use: below a heading they show that the table begins.</summary>
    public IReadOnlyList<string> Signs { get; init; } = [];

    /// <summary>All cells, row by row.</summary>
    public IReadOnlyList<CellTemplate> Cells { get; } = [.. Rows.SelectMany(row => row.Cells)];

    /// <summary>The headings above the columns, each once: those of single columns and those above several of them.</summary>
    public IReadOnlyList<string> ColumnHeadings { get; } =
        [.. Rows.Where(row => row.Headings.Count > 1).SelectMany(row => row.Headings).Distinct(StringComparer.Ordinal)];

    /// <summary>The labels of the columns themselves, each once.</summary>
    public IReadOnlyList<string> ColumnLabels { get; } =
        [.. Rows.SelectMany(row => row.Cells).Select(cell => cell.Column).Distinct(StringComparer.Ordinal)];
}

/// <summary>A row of the template that holds numbers.</summary>
/// <param name="Key">The row's path, such as "applications.refused.state_secret".</param>
/// <param name="Label">The row's own label, such as "1.属于国家秘密". Empty: the row has none.</param>
/// <param name="Headings">What the template prints between the row above and this row's label: column headings and the group's
/// label.</param>
/// <param name="Group">The group that the row belongs to. Null: none.</param>
/// <param name="Cells">The cells from left to right.</param>
public sealed record RowTemplate(
    string Key, string Label, IReadOnlyList<string> Headings, GroupTemplate? Group, IReadOnlyList<CellTemplate> Cells);

/// <summary>A group of rows with a label of its own, such as （三）不予公开.</summary>
/// <param name="Key">The group's path, such as "applications.refused".</param>
/// <param name="Label">The label.</param>
public sealed record GroupTemplate(string Key, string Label);

/// <summary>One cell of the template, and how to reach it in a report.</summary>
/// <param name="Path">The cell's path, such as "applications.refused.state_secret.natural_person".</param>
/// <param name="Row">The row's label.</param>
/// <param name="Column">The column's label.</param>
/// <param name="HasDecimals">True: an amount; false: a count.</param>
/// <param name="Of">The cell of a report.</param>
public sealed record CellTemplate(string Path, string Row, string Column, bool HasDecimals, Func<Report, Cell> Of);
