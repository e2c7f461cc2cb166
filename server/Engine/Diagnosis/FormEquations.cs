using Validation.Form;

namespace Validation.Engine.Diagnosis;

/// <summary>The 42 sums of the form as equations: the rows of 表三, its columns (results, balance), and the groups of 表四.</summary>
internal static class FormEquations
{
    private static readonly int Columns = FormSums.GroupWidth(ApplicationsTemplate.Table);

    /// <summary>The cells of 表三 row by row, then those of 表四 and of 表二, which take part in no sum.</summary>
    public static CellTemplate[] Cells { get; } =
        [.. ApplicationsTemplate.Table.Cells, .. DisputesTemplate.Table.Cells, .. DisclosureTemplate.Table.Cells];

    /// <summary>All sums of the form as equations.</summary>
    public static Equation[] All { get; } =
    [
        .. Lines(ApplicationsTemplate.Table, 0),
        .. ColumnsOf(EquationKind.Results, FormSums.Results),
        .. ColumnsOf(EquationKind.Balance, FormSums.Balance),
        .. Lines(DisputesTemplate.Table, ApplicationsTemplate.Table.Cells.Count),
    ];

    /// <summary>For each cell, the sums in which it takes part.</summary>
    public static int[][] OfCell { get; } = [.. Enumerable.Range(0, Cells.Length).Select(EquationsOf)];

    private static readonly int FirstGroup = All.Length - DisputesTemplate.Groups.Count;

    private static readonly Dictionary<string, int> Indexes =
        Cells.Select((cell, index) => (cell.Path, index)).ToDictionary(pair => pair.Path, pair => pair.index, StringComparer.Ordinal);

    /// <summary>The index of the cell with that path.</summary>
    public static int IndexOf(string path) => Indexes[path];

    /// <summary>The index of a cell of 表三.</summary>
    public static int IndexOf(int row, int column) => (row * Columns) + column;

    /// <summary>0 for the sums of 表三, which all hang together; another number for each group of 表四.</summary>
    public static int TableOf(int equation) => Math.Max(0, equation - FirstGroup + 1);

    private static int[] EquationsOf(int cell) => [.. Enumerable.Range(0, All.Length).Where(i => All[i].Cells.Contains(cell))];

    // The cells before the last of each group are together as much as the last.
    private static IEnumerable<Equation> Lines(TableTemplate table, int first)
    {
        var width = FormSums.GroupWidth(table);
        int[] signs = [.. Enumerable.Repeat(1, width - 1), -1];
        return Enumerable.Range(0, table.Cells.Count / width)
            .Select(line => new Equation(EquationKind.Line, 0, [.. Enumerable.Range(first + (line * width), width)], signs));
    }

    private static IEnumerable<Equation> ColumnsOf(EquationKind kind, ColumnSum sum)
    {
        int[] rows = [.. Enumerable.Range(0, ApplicationsTemplate.Table.Rows.Count).Where(row => sum.SignOf(row) != 0)];
        int[] signs = [.. rows.Select(sum.SignOf)];
        return Enumerable.Range(0, Columns).Select(column =>
            new Equation(kind, column, [.. rows.Select(row => IndexOf(row, column))], signs));
    }
}

/// <summary>A sum of the form: the cells on its left side are together as much as those on its right side.</summary>
/// <param name="Kind">What it adds up.</param>
/// <param name="Column">The column of 表三 that it adds up; 0 for a line.</param>
/// <param name="Cells">The cells, as indexes of <see cref="FormEquations.Cells"/>.</param>
/// <param name="Signs">For each cell, 1: it stands on the left side; -1: on the right.</param>
internal sealed record Equation(EquationKind Kind, int Column, int[] Cells, int[] Signs)
{
    /// <summary>1 or -1: the side on which a cell of it stands.</summary>
    public int SignOf(int cell) => Signs[Array.IndexOf(Cells, cell)];
}

/// <summary>What a sum of the form adds up.</summary>
internal enum EquationKind
{
    /// <summary>A row of 表三, or a group of 表四. No cell takes part in two of these.</summary>
    Line,

    /// <summary>The results of a column of 表三.</summary>
    Results,

    /// <summary>What a column of 表三 received and carried in, finished and carried out.</summary>
    Balance,
}
