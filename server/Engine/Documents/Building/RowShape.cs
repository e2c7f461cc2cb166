namespace Validation.Engine.Documents.Building;

/// <summary>A cell as the definition of its row shows it.</summary>
/// <param name="End">Where it ends, in twips (1/1440 inch) from the left margin.</param>
/// <param name="IsMerged">It is one with the cell to the left of it.</param>
/// <param name="IsContinued">It is one with the cell above it.</param>
internal readonly record struct CellShape(int End, bool IsMerged, bool IsContinued);

/// <summary>A row as the formats of Word define it: the places where its cells begin and end.</summary>
/// <param name="Start">Where the first cell begins, in twips.</param>
/// <param name="Cells">The cells from left to right.</param>
internal sealed record RowShape(int Start, IReadOnlyList<CellShape> Cells)
{
    /// <summary>Whether a row of so many cells may have it: there are more than it names only where cells go on from above.</summary>
    public bool MayDefine(int cells) => cells == Cells.Count || (cells > Cells.Count && Cells.Any(cell => cell.IsContinued));

    /// <summary>Whether every cell ends where it begins or to the right of that.</summary>
    public bool IsInOrder() => !Cells.Where((cell, i) => cell.End < (i == 0 ? Start : Cells[i - 1].End)).Any();
}
