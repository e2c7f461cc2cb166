using Validation.Form;

namespace Validation.Engine.Diagnosis;

/// <summary>A cell with its number before and after.</summary>
/// <param name="Index">The cell, as index of <see cref="FormEquations.Cells"/>.</param>
/// <param name="Before">The number that stands there; 0 for a blank cell and a dash.</param>
/// <param name="After">The number to put there.</param>
internal readonly record struct Edit(int Index, double Before, double After)
{
    /// <summary>The cell's labels and path.</summary>
    public CellTemplate Cell => FormEquations.Cells[Index];
}
