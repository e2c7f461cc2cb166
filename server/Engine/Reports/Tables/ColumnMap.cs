using Validation.Engine.Reports.Text;
using Validation.Template;

namespace Validation.Engine.Reports.Tables;

/// <summary>Where the headings of a table say that the values of a row stand.</summary>
/// <param name="Columns">The column of each cell of the template's row; -1: no heading names it.</param>
/// <param name="Others">Headings among or behind these that the template lacks, such as 备注.</param>
internal sealed record ColumnMap(IReadOnlyList<int> Columns, IReadOnlyList<Heading> Others)
{
    /// <summary>How many of the cells have a heading.</summary>
    public int Found { get; } = Columns.Count(column => column >= 0);

    /// <summary>The headings that are there stand in the order of the template.</summary>
    public bool IsInOrder { get; } = Columns.Where(column => column >= 0).Zip(Columns.Where(column => column >= 0).Skip(1))
        .All(pair => pair.First < pair.Second);

    /// <summary>The cells that have a heading, from left to right.</summary>
    public IReadOnlyList<int> LeftToRight { get; } =
        [.. Enumerable.Range(0, Columns.Count).Where(cell => Columns[cell] >= 0).OrderBy(cell => Columns[cell])];

    /// <summary>Lays headings beside the columns of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="headings">What stands above the columns of its table.</param>
    /// <param name="known">What the template prints above the columns of the table.</param>
    public static ColumnMap Of(RowTemplate row, IReadOnlyList<Heading> headings, IReadOnlyList<string> known)
    {
        var columns = new int[row.Cells.Count];
        Array.Fill(columns, -1);
        var groups = Groups(row, headings);
        var labels = row.Cells.Select(cell => Characters.Words(cell.Column)).ToArray();
        var pairs =
            from heading in headings
            where heading.IsLabel
            from cell in Enumerable.Range(0, labels.Length)
            where groups.Count == 0 || GroupAt(groups, heading.Column) == GroupOf(row.Cells[cell])
            let likeness = Heading.Likeness(heading.Words, labels[cell])
            where likeness >= Heading.Least
            orderby likeness descending, heading.Column, cell
            select (heading.Column, Cell: cell);
        var taken = new HashSet<int>();
        foreach (var (column, cell) in pairs)
        {
            if (columns[cell] < 0 && taken.Add(column))
            {
                columns[cell] = column;
            }
        }

        NameTheRest(columns, taken, headings);
        NameTheLast(columns, taken, headings, labels[^1]);
        var first = columns.Where(column => column >= 0).DefaultIfEmpty(int.MaxValue).Min();
        var named = taken.ToHashSet();
        return new ColumnMap(columns, [.. headings.Where(heading => heading.Column > first && !heading.IsLabel
            && !named.Contains(heading.Column) && !IsAbove(heading, known))]);
    }

    // Between two columns that are known stand as many unknown headings as columns are wanting: these are they, however they are called.
    private static void NameTheRest(int[] columns, HashSet<int> taken, IReadOnlyList<Heading> headings)
    {
        var known = columns.Where(column => column >= 0).ToList();
        if (known.Count < 2 || known.Count == columns.Length || !known.SequenceEqual(known.Order()))
        {
            return;
        }

        for (var from = 1; from < columns.Length; from++)
        {
            var to = from;
            while (to < columns.Length && columns[to] < 0)
            {
                to++;
            }

            if (to == from || to == columns.Length || columns[from - 1] < 0)
            {
                continue;
            }

            var (left, right) = (columns[from - 1], columns[to]);
            var between = headings.Where(heading => heading.Column > left && heading.Column < right && !taken.Contains(heading.Column))
                .Select(heading => heading.Column).Distinct().Order().ToList();
            for (var i = from; i < to && between.Count == to - from; i++)
            {
                columns[i] = between[i - from];
                taken.Add(columns[i]);
            }
        }
    }

    // 总计 written 合计: the only heading behind the others, and a character of the label in it.
    private static void NameTheLast(int[] columns, HashSet<int> taken, IReadOnlyList<Heading> headings, string label)
    {
        if (columns.Length < 2 || columns[^1] >= 0 || columns.Count(column => column >= 0) < columns.Length - 1)
        {
            return;
        }

        var behind = headings.Where(heading => heading.Column > columns.Max() && !taken.Contains(heading.Column)).ToList();
        if (behind is [var last] && last.Words.AsSpan().IndexOfAny(label) >= 0)
        {
            columns[^1] = last.Column;
            taken.Add(last.Column);
        }
    }

    // 行政复议, 未经复议直接起诉 and 复议后起诉 stand above five columns each.
    private static List<(int Column, string Group)> Groups(RowTemplate row, IReadOnlyList<Heading> headings)
    {
        var names = row.Label.Length > 0 ? [] : row.Cells.Select(GroupOf).Distinct(StringComparer.Ordinal).ToList();
        var groups =
            from name in names
            let found = headings.Where(heading => Heading.Likeness(heading.Words, name) >= Heading.Least)
                .OrderByDescending(heading => Heading.Likeness(heading.Words, name)).Take(1)
            from heading in found
            orderby heading.Column
            select (heading.Column, name);
        var list = groups.ToList();
        return list.Count == names.Count && list.Select(group => group.Column).Distinct().Count() == names.Count ? list : [];
    }

    private static string GroupOf(CellTemplate cell) => cell.Row[(cell.Row.IndexOf('·', StringComparison.Ordinal) + 1)..];

    private static string GroupAt(List<(int Column, string Group)> groups, int column) =>
        groups.FindLast(group => group.Column <= column).Group ?? string.Empty;

    private static bool IsAbove(Heading heading, IReadOnlyList<string> known) =>
        known.Any(label => Heading.Likeness(heading.Words, Characters.Words(label)) >= Heading.Least);
}
