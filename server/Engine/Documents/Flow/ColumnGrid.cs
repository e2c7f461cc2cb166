namespace Validation.Engine.Documents.Flow;

/// <summary>Finds the columns of a table whose rows say only where their own cells begin and end.</summary>
internal static class ColumnGrid
{
    // Word takes edges for the same within some twips; tables whose edges were dragged by hand differ by more. Narrow cells have 300.
    private const int Tolerance = 100;

    /// <summary>
    /// Gives every row its columns: edges that lie close together are one edge of the table, unless they are edges of the same row. If any row
    /// has no definition, columns are counted by cells in all of them.
    /// </summary>
    public static void Resolve(IReadOnlyList<FlowRow> rows)
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

        edges.Sort(Compare);
        var inColumn = new HashSet<FlowRow>();
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
    }

    private static void CountCells(IReadOnlyList<FlowRow> rows)
    {
        foreach (var row in rows)
        {
            row.Columns = [.. Enumerable.Range(0, row.Cells.Count + 1)];
        }
    }

    private static int Compare(Edge one, Edge other) =>
        one.Place != other.Place ? one.Place.CompareTo(other.Place) : one.Index.CompareTo(other.Index);

    private readonly record struct Edge(int Place, FlowRow Row, int Index);
}
