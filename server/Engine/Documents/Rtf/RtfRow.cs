using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Rtf;

/// <summary>The definition of a row, which holds for the rows that follow until there is another.</summary>
internal sealed class RtfRow
{
    private readonly List<CellShape> _cells = [];

    /// <summary>How many cells are defined.</summary>
    public int Count => _cells.Count;

    /// <summary>Where the first cell begins, in twips.</summary>
    public int Start { get; set; }

    /// <summary>The next cell is one with that to the left of it.</summary>
    public bool IsNextMerged { get; set; }

    /// <summary>The next cell is one with that above it.</summary>
    public bool IsNextContinued { get; set; }

    /// <summary>The shape of a row whose cells had all ended, but not the row, when the next definition came. Null: none.</summary>
    public RowShape? Unended { get; set; }

    /// <summary>Begins another definition of a row.</summary>
    /// <param name="cells">How many cells of the open row have ended.</param>
    public void Reset(int cells)
    {
        Unended ??= cells > 0 && cells == _cells.Count ? ToShape() : null;
        _cells.Clear();
        (Start, IsNextMerged, IsNextContinued) = (0, false, false);
    }

    /// <summary>Adds a cell whose right edge is at a place, in twips.</summary>
    /// <param name="end">Where it ends, in twips.</param>
    public void AddCell(int end)
    {
        _cells.Add(new CellShape(end, IsNextMerged && _cells.Count > 0, IsNextContinued));
        (IsNextMerged, IsNextContinued) = (false, false);
    }

    /// <summary>The row's shape; null: no cell was defined.</summary>
    public RowShape? ToShape() => _cells.Count == 0 ? null : new RowShape(Math.Min(Start, _cells[0].End), [.. _cells]);
}
