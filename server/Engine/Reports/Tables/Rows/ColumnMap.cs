using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Text;
using Validation.Form;

namespace Validation.Engine.Reports.Tables.Rows;

/// <summary>Where the headings of a table say that the values of a row stand.</summary>
internal sealed class ColumnMap
{
    private readonly IReadOnlyList<Heading> _headings;

    // The column of each cell of the template's row; -1: no heading names it.
    private readonly int[] _columns;

    public ColumnMap(RowTemplate row, IReadOnlyList<Heading> headings)
    {
        _headings = headings;
        _columns = [.. Enumerable.Repeat(-1, row.Cells.Count)];
        NameTheLike(row);
        NameTheRest(row.Cells[^1].Column);
        LeftToRight = [.. Enumerable.Range(0, _columns.Length).Where(cell => _columns[cell] >= 0).OrderBy(cell => _columns[cell])];
        IsInOrder = LeftToRight.SequenceEqual(LeftToRight.Order());
        Others = Found == 0 ? [] : [.. Unnamed(First, int.MaxValue).Where(static heading => !heading.IsKnown)];
    }

    /// <summary>Headings among or behind these that the template lacks, such as 备注.</summary>
    public IReadOnlyList<Heading> Others { get; }

    /// <summary>The cells that have a heading, from left to right.</summary>
    public List<int> LeftToRight { get; }

    /// <summary>How many of the cells have a heading.</summary>
    public int Found => LeftToRight.Count;

    /// <summary>The headings that are there stand in the order of the template.</summary>
    public bool IsInOrder { get; }

    // The leftmost column that is named; only where one is.
    private int First => _columns[LeftToRight[0]];

    /// <summary>The values of a row of the text in the cells of the template's row. Null: they cannot be told apart.</summary>
    /// <param name="record">The row. The headings name one of its columns at least.</param>
    /// <param name="width">How many cells the heading rows have.</param>
    public IReadOnlyList<Token>? Place(TableRecord record, int width)
    {
        // Edges that were dragged by hand, or a label that spans too many columns: the row has a cell for every heading nevertheless.
        var hasAll = Others.Count == 0 && Found == _columns.Length;
        var byOrder = hasAll && record.CellsBehindLabels() is { } behind ? ByOrder(behind) : null;
        if (record.HasColumns && record.Row.Count == width && ByColumn(record.Row) is { } byColumn)
        {
            return byOrder is null ? byColumn : byColumn.SequenceEqual(byOrder, Token.ByText) ? byOrder : null;
        }

        var values = record.FilledValues;
        if (values.Count == 0)
        {
            var empty = Token.Empty(record.Position);
            return byOrder ?? Array.ConvertAll(_columns, column => column < 0 ? Token.Absent : empty);
        }

        // The row does not stand in line with its headings, and has as many numbers as they are, or as columns that are due.
        var mayBeInOrder = Others.Count == 0;
        return mayBeInOrder && ByOrder(values) is { } cells ? cells
            : mayBeInOrder && IsInOrder && values.Count == _columns.Length ? values : byOrder;
    }

    // One value for each heading, from left to right. Null: they are not as many.
    private Token[]? ByOrder(List<Token> values)
    {
        if (values.Count != Found)
        {
            return null;
        }

        var cells = new Token[_columns.Length];
        Array.Fill(cells, Token.Absent);
        for (var i = 0; i < values.Count; i++)
        {
            cells[LeftToRight[i]] = values[i];
        }

        return cells;
    }

    // Every number stands under a heading.
    private Token[]? ByColumn(List<Token> row)
    {
        var cells = new Token[_columns.Length];
        Array.Fill(cells, Token.Absent);
        var isTaken = new bool[row.Count];
        foreach (var cell in LeftToRight)
        {
            // The columns of a merged cell have its place in common; of the headings above it its number belongs to the first.
            var column = _columns[cell];
            var start = column;
            while (start > 0 && row[start - 1].Position.Order == row[start].Position.Order)
            {
                start--;
            }

            if (start < First && row[start].Kind == TokenKind.Text)
            {
                return null;
            }

            cells[cell] = row[isTaken[start] ? column : start].AsValue;
            isTaken[start] = true;
        }

        foreach (var other in Others)
        {
            isTaken[other.Column] = true;
        }

        // A heading above several columns, and the number in another than the first: only where the row has a single number.
        for (var column = First; column < row.Count; column++)
        {
            if (row[column].Kind != TokenKind.Gap && !isTaken[column])
            {
                if (cells is not [{ Kind: TokenKind.Gap }])
                {
                    return null;
                }

                cells[0] = row[column].AsValue;
            }
        }

        return cells;
    }

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
