namespace Validation.Engine.Reports.Tables;

/// <summary>Puts the values of a row into columns by the headings above them.</summary>
internal static class HeadedPlacer
{
    /// <summary>The placement, or null when the values cannot be told apart.</summary>
    /// <param name="record">The row.</param>
    /// <param name="map">Where the headings say that its values stand; at least one of them.</param>
    /// <param name="width">How many cells the heading rows have.</param>
    public static Placement? Place(TableRecord record, ColumnMap map, int width)
    {
        if (record.HasColumns && record.Row.Count == width && ByColumn(record, map) is { } placement)
        {
            return placement;
        }

        var values = record.Values.Where(value => value.Kind == TokenKind.Value).ToList();
        if (values.Count == 0)
        {
            var empty = new Token(TokenKind.Gap, string.Empty, record.Position);
            return new Placement([.. map.Columns.Select(column => column < 0 ? Absent : empty)], []);
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
        return map.IsInOrder && map.Others.Count == 0 && values.Count == map.Columns.Count ? new Placement(values, []) : null;
    }

    private static Token Absent => new(TokenKind.Absent, string.Empty, default);

    // Every number stands under a heading.
    private static Placement? ByColumn(TableRecord record, ColumnMap map)
    {
        var first = map.Columns.Where(column => column >= 0).Min();
        var cells = map.Columns.Select(column => column < 0 ? Absent : AsValue(record.Row[column])).ToArray();
        var stray = -1;
        for (var column = first; column < record.Row.Count; column++)
        {
            if (record.Row[column].Kind == TokenKind.Gap || map.Columns.Contains(column) || map.Others.Any(other => other.Column == column))
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

    private static Token AsValue(Token cell) => cell.Kind == TokenKind.Text ? cell with { Kind = TokenKind.Value } : cell;
}
