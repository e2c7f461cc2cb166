using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Text;
using Validation.Form;

namespace Validation.Engine.Reports.Tables.Rows;

/// <summary>Where the headings of a table say that the values of a row stand.</summary>
internal sealed class ColumnMap
{
    private readonly IReadOnlyList<Heading> _headings;
    private readonly int[] _columns;

    public ColumnMap(RowTemplate row, IReadOnlyList<Heading> headings)
    {
        _headings = headings;
        _columns = new int[row.Cells.Count];
        Array.Fill(_columns, -1);
        NameTheLike(row);
        NameTheRest(row.Cells[^1].Column);
        LeftToRight = [.. Enumerable.Range(0, _columns.Length).Where(cell => _columns[cell] >= 0).OrderBy(cell => _columns[cell])];
        IsInOrder = LeftToRight.SequenceEqual(LeftToRight.Order());
        Others = Found == 0 ? [] : [.. Unnamed(First, int.MaxValue).Where(static heading => !heading.IsKnown)];
    }

    /// <summary>The column of each cell of the template's row; -1: no heading names it.</summary>
    public IReadOnlyList<int> Columns => _columns;

    /// <summary>Headings among or behind these that the template lacks, such as 备注.</summary>
    public IReadOnlyList<Heading> Others { get; }

    /// <summary>The cells that have a heading, from left to right.</summary>
    public IReadOnlyList<int> LeftToRight { get; }

    /// <summary>How many of the cells have a heading.</summary>
    public int Found => LeftToRight.Count;

    /// <summary>The leftmost column that is named; only where one is.</summary>
    public int First => _columns[LeftToRight[0]];

    /// <summary>The headings that are there stand in the order of the template.</summary>
    public bool IsInOrder { get; }

    // Headings between two columns that name no cell yet.
    private IEnumerable<Heading> Unnamed(int left, int right) =>
        _headings.Where(heading => heading.Column > left && heading.Column < right && !_columns.Contains(heading.Column));

    // Headings and cells that are like one another come together, those that are most alike first.
    private void NameTheLike(RowTemplate row)
    {
        var groups = Groups(row);
        string[] labels = [.. row.Cells.Select(static cell => Characters.Words(cell.Column))];
        string[] groupOf = groups.Count == 0 ? [] : [.. row.Cells.Select(GroupOf)];
        var pairs = new List<(double Unlikeness, int Column, int Cell)>();
        foreach (var heading in _headings.Where(static heading => heading.IsLabel))
        {
            var above = groups.FindLast(group => group.Column <= heading.Column).Name ?? string.Empty;
            for (var cell = 0; cell < labels.Length; cell++)
            {
                var isBelow = groupOf.Length == 0 || groupOf[cell] == above;
                if (isBelow && LabelMatch.OfColumn(heading.Words, labels[cell]) is > 0 and var likeness)
                {
                    pairs.Add((1 - likeness, heading.Column, cell));
                }
            }
        }

        pairs.Sort();
        foreach (var (_, column, cell) in pairs)
        {
            if (_columns[cell] < 0 && !_columns.Contains(column))
            {
                _columns[cell] = column;
            }
        }
    }

    private void NameTheRest(string last)
    {
        // As many unknown headings as columns are wanting stand between two that are known: these are they, however they are called.
        var known = _columns.Where(static column => column >= 0).ToList();
        var isOrdered = known.SequenceEqual(known.Order());
        for (var from = 1; from < _columns.Length && isOrdered; from++)
        {
            var to = Array.FindIndex(_columns, from, static column => column >= 0);
            List<int> between = to <= from || _columns[from - 1] < 0 ? []
                : [.. Unnamed(_columns[from - 1], _columns[to]).Select(static heading => heading.Column).Distinct().Order()];
            if (between.Count == to - from)
            {
                between.CopyTo(_columns, from);
            }
        }

        // 总计 written 合计: the only heading behind the others, and a character of the label in it.
        if (_columns.Length > 1 && Array.IndexOf(_columns, -1) == _columns.Length - 1
            && Unnamed(_columns.Max(), int.MaxValue).ToList() is [var only] && only.Words.AsSpan().IndexOfAny(last) >= 0)
        {
            _columns[^1] = only.Column;
        }
    }

    // 行政复议, 未经复议直接起诉 and 复议后起诉 stand above five columns each.
    private List<(int Column, string Name)> Groups(RowTemplate row)
    {
        var names = row.Label.Length > 0 ? [] : row.Cells.Select(GroupOf).Distinct(StringComparer.Ordinal).ToList();
        var groups = names
            .Select(name => (Best: _headings.MaxBy(heading => LabelMatch.OfColumn(heading.Words, name)), Name: name))
            .Where(static group => LabelMatch.OfColumn(group.Best.Words, group.Name) > 0)
            .Select(static group => (group.Best.Column, group.Name)).OrderBy(static group => group.Column).ToList();
        return groups.DistinctBy(static group => group.Column).Count() == names.Count ? groups : [];
    }

    private static string GroupOf(CellTemplate cell) => cell.Row[(cell.Row.IndexOf('·', StringComparison.Ordinal) + 1)..];
}
