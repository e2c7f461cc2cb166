using Validation.Engine.Reports.Tables.Rows;

namespace Validation.Engine.Reports.Tables.Values;

/// <summary>The values of a row in their columns.</summary>
/// <param name="Cells">One token for each column.</param>
internal sealed record Placement(IReadOnlyList<Token> Cells)
{
    /// <summary>Numbers of the record that belong to no column.</summary>
    public IReadOnlyList<Token> Strays { get; init; } = [];

    /// <summary>Each cell holds the same text as in another placement of the row.</summary>
    public bool HasTextsOf(Placement other)
    {
        var areSame = true;
        for (var i = 0; i < Cells.Count && areSame; i++)
        {
            areSame = Cells[i].Text == other.Cells[i].Text;
        }

        return areSame;
    }
}
