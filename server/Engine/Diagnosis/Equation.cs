namespace Validation.Engine.Diagnosis;

/// <summary>A sum of the form: the cells on its left side are together as much as those on its right side.</summary>
/// <param name="Kind">What it adds up.</param>
/// <param name="Column">The column of 表三 that it adds up; 0 for a line.</param>
/// <param name="Cells">The cells, as indexes of <see cref="FormEquations.Cells"/>.</param>
/// <param name="Signs">For each cell, 1: it stands on the left side; -1: on the right.</param>
internal sealed record Equation(EquationKind Kind, int Column, int[] Cells, int[] Signs)
{
    /// <summary>1 or -1: the side on which a cell of it stands.</summary>
    public int SignOf(int cell) => Signs[Array.IndexOf(Cells, cell)];
}

/// <summary>What a sum of the form adds up.</summary>
internal enum EquationKind
{
    /// <summary>A row of 表三, or a group of 表四. No cell takes part in two of these.</summary>
    Line,

    /// <summary>The results of a column of 表三.</summary>
    Results,

    /// <summary>What a column of 表三 received and carried in, finished and carried out.</summary>
    Balance,
}
