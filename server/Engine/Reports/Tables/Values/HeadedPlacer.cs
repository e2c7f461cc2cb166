using Validation.Engine.Reports.Tables.Rows;

namespace Validation.Engine.Reports.Tables.Values;

/// <summary>Puts the values of a row into columns by the headings above them.</summary>
internal static class HeadedPlacer
{
    /// <summary>The placement, or null when the values cannot be told apart.</summary>
    /// <param name="record">The row.</param>
    /// <param name="map">Where the headings say that its values stand; at least one of them.</param>
    /// <param name="width">How many cells the heading rows have.</param>
    public static Placement? Place(TableRecord record, ColumnMap map, int width)
    {
        // Edges that were dragged by hand, or a label that spans too many columns: the row has a cell for every heading nevertheless.
        var hasAll = map.Others.Count == 0 && map.Found == map.Columns.Count;
        var byOrder = hasAll && record.CellsBehindLabels() is { } behind ? LeftToRight(behind, map) : null;
        if (record.HasColumns && record.Row.Count == width && ByColumn(record, map) is { } byColumn)
        {
            return byOrder is null ? byColumn : byColumn.HasTextsOf(byOrder) ? byOrder : null;
        }

        var values = record.FilledValues;
        if (values.Count == 0)
        {
            var empty = Token.Empty(record.Position);
            return byOrder ?? new Placement([.. map.Columns.Select(column => column < 0 ? Token.Absent : empty)]);
        }

        // The row does not stand in line with its headings, and has as many numbers as they are, or as columns that are due.
        return map.Others.Count > 0 ? byOrder
            : LeftToRight(values, map) ?? (map.IsInOrder && values.Count == map.Columns.Count ? new Placement(values) : byOrder);
    }

    // One value for each heading. Null: they are not as many.
    private static Placement? LeftToRight(List<Token> values, ColumnMap map)
    {
        if (values.Count != map.Found)
        {
            return null;
        }

        var cells = new Token[map.Columns.Count];
        Array.Fill(cells, Token.Absent);
        for (var i = 0; i < values.Count; i++)
        {
            cells[map.LeftToRight[i]] = values[i];
        }

        return new Placement(cells);
    }

    // Every number stands under a heading.
    private static Placement? ByColumn(TableRecord record, ColumnMap map)
    {
        var row = record.Row;
        var cells = new Token[map.Columns.Count];
        var isTaken = new bool[row.Count];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var column = map.Columns[cell];
            if (column < 0)
            {
                cells[cell] = Token.Absent;
                continue;
            }

            // The columns of a merged cell have its place in common; of the headings above it its number belongs to the first.
            var start = column;
            while (start > 0 && row[start - 1].Position.Order == row[start].Position.Order)
            {
                start--;
            }

            if (start < map.First && row[start].Kind == TokenKind.Text)
            {
                return null;
            }

            cells[cell] = row[isTaken[start] ? column : start].AsValue;
            isTaken[start] = true;
        }

        foreach (var other in map.Others)
        {
            isTaken[other.Column] = true;
        }

        // A heading above several columns, and the number in another than the first: only where the row has a single number.
        for (var column = map.First; column < row.Count; column++)
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

        return new Placement(cells);
    }
}
