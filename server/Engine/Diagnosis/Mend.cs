using Validation.Form;

namespace Validation.Engine.Diagnosis;

/// <summary>A change of cells that makes sums right.</summary>
/// <param name="Edits">The cells to change, in the order of the form. Empty: the sums are right, only the prose is to be changed.</param>
/// <param name="IsWhole">True: afterwards all sums of the table or group hold. False: those in which the changed cells take part.</param>
/// <param name="Mended">How many sums that are wrong it makes right.</param>
internal sealed record Mend(IReadOnlyList<Edit> Edits, bool IsWhole, int Mended)
{
    /// <summary>What a clerk may have done to get from the right numbers to those in the table.</summary>
    public Slip Slip { get; init; } = TypingSlips.Of(Edits);

    /// <summary>What the prose, or last year's report, says of a changed cell, and what holds only afterwards.</summary>
    public IReadOnlyList<Statement> Support { get; init; } = [];

    /// <summary>What the prose says and the table does not, afterwards: there the prose must be changed too.</summary>
    public IReadOnlyList<Statement> Contradicted { get; init; } = [];

    /// <summary>How many numbers were set wrong, those of the prose included; two of 结转 that changed places count once.</summary>
    public int Cost => (Slip == Slip.SwappedCarry ? Edits.Count / 2 : Edits.Count) + Contradicted.Count;

    /// <summary>The same for the same edits.</summary>
    public string Key => string.Join(';', Edits.Select(edit => $"{edit.Index}:{edit.After}"));

    /// <summary>Whether it changes a cell.</summary>
    public bool Changes(int cell) => Edits.Any(edit => edit.Index == cell);
}

/// <summary>A cell with its number before and after.</summary>
/// <param name="Index">The cell, as index of <see cref="FormEquations.Cells"/>.</param>
/// <param name="Before">The number that stands there; 0 for a blank cell and a dash.</param>
/// <param name="After">The number to put there.</param>
internal readonly record struct Edit(int Index, double Before, double After)
{
    /// <summary>The cell's labels and path.</summary>
    public CellTemplate Cell => FormEquations.Cells[Index];
}
