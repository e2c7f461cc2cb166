using System.Globalization;
using AngleSharp.Dom;

namespace Validation.Client.Tests.Support;

/// <summary>A table with its merged cells taken apart: which cell covers which square.</summary>
internal sealed class TableGrid
{
    private readonly Dictionary<(int Row, int Column), IElement> _squares = [];

    public TableGrid(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").ToList();
        Rows = rows.Count;
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row].Children)
            {
                while (_squares.ContainsKey((row, column)))
                {
                    column++;
                }

                Cover(cell, row, column);
            }
        }

        Columns = _squares.Keys.Max(square => square.Column) + 1;
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>The cell over a square. None: the table has a hole.</summary>
    public IElement? this[int row, int column] => _squares.GetValueOrDefault((row, column));

    /// <summary>The labels beside a cell, from the left.</summary>
    public IReadOnlyList<string> LabelsBeside(IElement cell)
    {
        var (row, column) = PlaceOf(cell);
        return Labels(Enumerable.Range(0, column).Select(left => this[row, left]));
    }

    /// <summary>The labels above a cell, from the top; of a table with several heads those of the nearest.</summary>
    public IReadOnlyList<string> LabelsAbove(IElement cell)
    {
        var (row, column) = PlaceOf(cell);
        var above = Enumerable.Range(0, row).Reverse().Select(up => this[up, column]).ToList();
        var head = above.SkipWhile(label => !IsLabel(label)).TakeWhile(IsLabel).Reverse();
        return Labels(head);
    }

    private void Cover(IElement cell, int row, int column)
    {
        for (var down = 0; down < Span(cell, "rowspan"); down++)
        {
            for (var right = 0; right < Span(cell, "colspan"); right++)
            {
                _squares.TryAdd((row + down, column + right), cell).ShouldBeTrue("Cells lie over each other.");
            }
        }
    }

    private (int Row, int Column) PlaceOf(IElement cell) => _squares.Where(square => square.Value == cell).Min(square => square.Key);

    private static IReadOnlyList<string> Labels(IEnumerable<IElement?> cells) =>
        [.. cells.Where(IsLabel).Distinct().Select(cell => cell!.Words())];

    private static bool IsLabel(IElement? cell) => cell?.LocalName == "th";

    private static int Span(IElement cell, string name) => int.Parse(cell.GetAttribute(name) ?? "1", CultureInfo.InvariantCulture);
}
