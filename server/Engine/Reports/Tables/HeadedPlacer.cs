namespace Validation.Engine.Reports.Tables;

/// <summary>Puts the values of a row into columns by the headings above them.</summary>
internal static class HeadedPlacer
{
    /// <summary>The placement, or null when the values cannot be told apart.</summary>
    /// <param name="record">The row.</param>
    /// <param name="map">Where the headings say that its values stand; at least one of them.</param>
    /// <param name="width">How many cells the heading rows have.</param>
    /// <param name="lastIsTotal">The last column is the sum of the others: it then proves a placement.</param>
    public static Placement? Place(TableRecord record, ColumnMap map, int width, bool lastIsTotal)
    {
        var byOrder = ByOrder(record, map);
        if (record.HasColumns && record.Row.Count == width && ByColumn(record, map, out var hasMerged) is { } byColumn)
        {
            return byOrder is null ? byColumn
                : AreSame(byColumn, byOrder) || (hasMerged && Touches(record, map, byOrder)) ? byOrder
                : lastIsTotal ? Proved(byColumn, byOrder) : null;
        }

        var values = record.Values.Where(value => value.Kind == TokenKind.Value).ToList();
        if (values.Count == 0)
        {
            var empty = new Token(TokenKind.Gap, string.Empty, record.Position);
            return byOrder ?? new Placement([.. map.Columns.Select(column => column < 0 ? Absent : empty)], []);
        }

        // The row does not stand in line with its headings, and has as many numbers as they are.
        if (map.Others.Count == 0 && values.Count == map.Found)
        {
            var cells = Enumerable.Repeat(Absent, map.Columns.Count).ToArray();
            for (var i = 0; i < values.Count; i++)
            {
                cells[map.LeftToRight[i]] = values[i];
            }

            return new Placement(cells, []);
        }

        // Not every heading was recognized, and yet all numbers are there.
        var isWhole = map.IsInOrder && map.Others.Count == 0 && values.Count == map.Columns.Count;
        return isWhole ? new Placement(values, []) : byOrder;
    }

    // Edges that were dragged by hand, or a label that spans too many columns: the row has a cell for every heading nevertheless.
    private static Placement? ByOrder(TableRecord record, ColumnMap map)
    {
        if (map.Others.Count > 0 || map.Found < map.Columns.Count || record.CellsBehindLabels is not { } behind
            || behind.Count != map.Columns.Count)
        {
            return null;
        }

        var cells = new Token[behind.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[map.LeftToRight[i]] = AsValue(behind[i]);
        }

        return new Placement(cells, []);
    }

    private static bool AreSame(Placement one, Placement other) =>
        one.Cells.Select(cell => cell.Text).SequenceEqual(other.Cells.Select(cell => cell.Text), StringComparer.Ordinal);

    // Each cell stands at least in part under its heading.
    private static bool Touches(TableRecord record, ColumnMap map, Placement placement)
    {
        var starts = map.LeftToRight.Select(cell => record.Row.Index().First(token => token.Item.Position.Order
            == placement.Cells[cell].Position.Order).Index).Append(record.Row.Count).ToList();
        var columns = map.LeftToRight.Select(cell => map.Columns[cell]).Append(record.Row.Count).ToList();
        return Enumerable.Range(0, columns.Count - 1).All(i => starts[i] < columns[i + 1] && starts[i + 1] > columns[i]);
    }

    // Two ways to read a row, of which only one adds up.
    private static Placement? Proved(Placement one, Placement other)
    {
        var addsUp = ValuePlacer.AddsUp(one.Cells);
        return addsUp == ValuePlacer.AddsUp(other.Cells) ? null : addsUp ? one : other;
    }

    private static Token Absent => new(TokenKind.Absent, string.Empty, default);

    // Every number stands under a heading.
    private static Placement? ByColumn(TableRecord record, ColumnMap map, out bool hasMerged)
    {
        hasMerged = false;
        var first = map.Columns.Where(column => column >= 0).Min();
        var cells = new Token[map.Columns.Count];
        var taken = new HashSet<int>();
        for (var i = 0; i < cells.Length; i++)
        {
            var at = map.Columns[i] < 0 ? -1 : StartOfCell(record.Row, map.Columns[i]);
            if (at >= 0 && at < first && record.Row[at].Kind == TokenKind.Text)
            {
                return null;
            }

            // Of the headings above a merged cell its number belongs to the first.
            var isTaken = at >= 0 && !taken.Add(at);
            hasMerged |= isTaken;
            cells[i] = at < 0 ? Absent : AsValue(record.Row[isTaken ? map.Columns[i] : at]);
        }

        var stray = -1;
        for (var column = first; column < record.Row.Count; column++)
        {
            if (record.Row[column].Kind == TokenKind.Gap || taken.Contains(column) || map.Others.Any(other => other.Column == column))
            {
                continue;
            }

            if (stray >= 0 || map.Columns.Count > 1)
            {
                return null;
            }

            stray = column;
        }

        // A heading above several columns, and the number in another than the first.
        if (stray >= 0)
        {
            if (cells[0].Kind != TokenKind.Gap)
            {
                return null;
            }

            cells[0] = AsValue(record.Row[stray]);
        }

        return new Placement(cells, []);
    }

    // The columns of a merged cell have its place in common.
    private static int StartOfCell(IReadOnlyList<Token> row, int column)
    {
        while (column > 0 && row[column - 1].Position.Order == row[column].Position.Order)
        {
            column--;
        }

        return column;
    }

    private static Token AsValue(Token cell) => cell.Kind == TokenKind.Text ? cell with { Kind = TokenKind.Value } : cell;
}
