namespace Validation.Engine.Documents.Building;

/// <summary>Finds the columns of a table whose rows say only where their own cells begin and end.</summary>
internal static class ColumnGrid
{
    // Word takes edges for the same within some twips; tables whose edges were dragged by hand differ by more. Narrow cells have 300.
    private const int Tolerance = 100;

    /// <summary>
    /// Gives every row its columns: edges that lie close together are one edge of the table, unless they are edges of the same row. If any
    /// row has no definition, columns are counted by cells in all of them.
    /// </summary>
    /// <exception cref="UnreadableException">A row has other cells than its definition.</exception>
    public static void Resolve(IReadOnlyList<RecordedRow> rows)
    {
        var edges = new List<Edge>();
        foreach (var row in rows)
        {
            if (row.Shape is not { } shape)
            {
                CountCells(rows);
                return;
            }

            row.Columns = new int[shape.Cells.Count + 1];
            edges.Add(new Edge(shape.Start, row, 0));
            for (var i = 0; i < shape.Cells.Count; i++)
            {
                edges.Add(new Edge(shape.Cells[i].End, row, i + 1));
            }
        }

        edges.Sort(static (one, other) => (one.Place, one.Index).CompareTo((other.Place, other.Index)));
        var inColumn = new HashSet<RecordedRow>();
        var (column, first) = (-1, 0);
        foreach (var edge in edges)
        {
            if (column < 0 || (long)edge.Place - first > Tolerance || inColumn.Contains(edge.Row))
            {
                column++;
                first = edge.Place;
                inColumn.Clear();
            }

            inColumn.Add(edge.Row);
            edge.Row.Columns[edge.Index] = column;
        }

        foreach (var row in rows)
        {
            if (row.Shape!.Cells.Count != row.Cells.Count)
            {
                Expand(row, row.Shape);
            }
        }
    }

    // AbiWord ends a cell that goes on from the row above once for every column that it covers.
    private static void Expand(RecordedRow row, RowShape shape)
    {
        var cells = new List<CellShape>();
        var columns = new List<int> { row.Columns[0] };
        for (var i = 0; i < shape.Cells.Count; i++)
        {
            var cell = shape.Cells[i];
            var parts = cell.IsContinued ? Math.Max(1, row.Columns[i + 1] - row.Columns[i]) : 1;
            UnreadableException.ThrowIfDamaged(cells.Count + parts > row.Cells.Count);
            UnreadableException.ThrowIfDamaged(parts > 1 && row.Cells.Skip(cells.Count).Take(parts).Contains(true));

            for (var part = 1; part <= parts; part++)
            {
                cells.Add(cell with { IsMerged = cell.IsMerged || part > 1 });
                columns.Add(part == parts ? row.Columns[i + 1] : row.Columns[i] + part);
            }
        }

        UnreadableException.ThrowIfDamaged(cells.Count != row.Cells.Count);

        (row.Shape, row.Columns) = (shape with { Cells = cells }, [.. columns]);
    }

    private static void CountCells(IReadOnlyList<RecordedRow> rows)
    {
        foreach (var row in rows)
        {
            UnreadableException.ThrowIfDamaged(row.Shape is { } shape && shape.Cells.Count != row.Cells.Count);
            row.Columns = [.. Enumerable.Range(0, row.Cells.Count + 1)];
        }
    }

    private readonly record struct Edge(int Place, RecordedRow Row, int Index);
}
