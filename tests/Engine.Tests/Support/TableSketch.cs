namespace Validation.Engine.Tests.Support;

/// <summary>How a sketched table is set.</summary>
public sealed record TableStyle
{
    /// <summary>Size of the type.</summary>
    public double Size { get; init; } = 9;

    /// <summary>Space between the edges of a cell and its text.</summary>
    public double Padding { get; init; } = 3;

    /// <summary>Where values stand from left to right: 0 left, 0.5 in the middle, 1 right.</summary>
    public double Align { get; init; } = 0.5;

    /// <summary>Where texts stand from above to below: 0 above, 0.5 in the middle, 1 below.</summary>
    public double VerticalAlign { get; init; } = 0.5;

    /// <summary>Parts of the width that the columns of labels take.</summary>
    public IReadOnlyList<double> Labels { get; init; } = [0.06, 0.09, 0.24];

    /// <summary>Least height of a row.</summary>
    public double RowHeight { get; init; }

    /// <summary>The first rows are printed again on every page.</summary>
    public int RepeatedRows { get; init; }

    /// <summary>A row may go on on the next page.</summary>
    public bool BreaksRows { get; init; }
}

/// <summary>A cell of a sketched table.</summary>
/// <param name="Text">The text.</param>
/// <param name="Columns">How many columns it spans.</param>
/// <param name="Rows">How many rows it spans.</param>
/// <param name="IsValue">Its text stands where values stand, not in the middle.</param>
/// <param name="Over">What is drawn over the text, as a correction that covers it; null: nothing.</param>
public sealed record SketchCell(string Text, int Columns = 1, int Rows = 1, bool IsValue = false, string? Over = null);

/// <summary>
/// Sets a table as word processors do: text that is too long goes on on the line below, down to one character a line; merged cells; pages.
/// </summary>
/// <param name="widths">The widths of the columns.</param>
/// <param name="style">How it is set.</param>
public sealed class TableSketch(IReadOnlyList<double> widths, TableStyle style)
{
    private readonly List<(int Row, int Column, SketchCell Cell, List<string> Lines)> _cells = [];
    private readonly HashSet<(int Row, int Column)> _taken = [];
    private int _rows;

    private double LineHeight => style.Size * 1.3;

    /// <summary>Adds a row.</summary>
    public void Add(params IEnumerable<SketchCell> cells)
    {
        var column = 0;
        foreach (var cell in cells)
        {
            while (_taken.Contains((_rows, column)))
            {
                column++;
            }

            for (var row = _rows; row < _rows + cell.Rows; row++)
            {
                _taken.UnionWith(Enumerable.Range(column, cell.Columns).Select(at => (row, at)));
            }

            _cells.Add((_rows, column, cell, Wrap(cell.Text, Width(column, cell.Columns) - (2 * style.Padding))));
            column += cell.Columns;
        }

        _rows++;
    }

    /// <summary>Writes the table below a place of the last page, and on further ones.</summary>
    /// <returns>The lower edge.</returns>
    public double WriteTo(PdfSketch pdf, double x, double y, double bottom, double top, Action newPage)
    {
        var heights = Heights();
        var starts = new (int Page, double Y)[_rows + 1];
        for (var row = 0; row < _rows; row++)
        {
            if (y + (style.BreaksRows ? LineHeight : heights[row]) > bottom)
            {
                newPage();
                y = top;
                WriteRows(pdf, x, y, Enumerable.Range(0, style.RepeatedRows), heights);
                y += heights.Take(style.RepeatedRows).Sum();
            }

            starts[row] = (pdf.Pages, y);
            y += heights[row];
            if (y > bottom)
            {
                newPage();
                y = top + (y - bottom);
            }
        }

        foreach (var cell in _cells)
        {
            WriteCell(pdf, x, cell, starts[cell.Row], heights, bottom, top);
        }

        return y;
    }

    private void WriteRows(PdfSketch pdf, double x, double y, IEnumerable<int> rows, double[] heights)
    {
        foreach (var row in rows)
        {
            foreach (var cell in _cells.Where(cell => cell.Row == row))
            {
                WriteCell(pdf, x, cell, (pdf.Pages, y), heights, double.MaxValue, 0);
            }

            y += heights[row];
        }
    }

    private void WriteCell(
        PdfSketch pdf, double x, (int Row, int Column, SketchCell Cell, List<string> Lines) cell, (int Page, double Y) start,
        double[] heights, double bottom, double top)
    {
        var room = heights.Skip(cell.Row).Take(cell.Cell.Rows).Sum() - (2 * style.Padding) - (cell.Lines.Count * LineHeight);
        var y = start.Y + style.Padding + (Math.Max(0, room) * style.VerticalAlign);
        var page = start.Page;
        foreach (var line in cell.Lines)
        {
            if (y + LineHeight > bottom && page < pdf.Pages)
            {
                page++;
                y = Math.Max(top + style.Padding, top + (y - bottom));
            }

            var space = Width(cell.Column, cell.Cell.Columns) - (2 * style.Padding) - PdfSketch.WidthOf(line, style.Size);
            var left = x + widths.Take(cell.Column).Sum() + style.Padding + (space * (cell.Cell.IsValue ? style.Align : 0.5));
            pdf.Write(left, y, line, style.Size, page);
            if (cell.Cell.Over is { } over)
            {
                pdf.Write(left, y, over, style.Size, page);
            }

            y += LineHeight;
        }
    }

    private double[] Heights()
    {
        var heights = new double[_rows];
        Array.Fill(heights, Math.Max(style.RowHeight, LineHeight + (2 * style.Padding)));
        foreach (var (row, _, cell, lines) in _cells.OrderBy(cell => cell.Cell.Rows))
        {
            var lacking = (lines.Count * LineHeight) + (2 * style.Padding) - heights.Skip(row).Take(cell.Rows).Sum();
            heights[row + cell.Rows - 1] += Math.Max(0, lacking);
        }

        return heights;
    }

    private double Width(int column, int columns) => widths.Skip(column).Take(columns).Sum();

    private List<string> Wrap(string text, double width)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var length = 1;
            while (start + length < text.Length && PdfSketch.WidthOf(text.Substring(start, length + 1), style.Size) <= width)
            {
                length++;
            }

            lines.Add(text.Substring(start, length));
            start += length;
        }

        return lines;
    }
}
