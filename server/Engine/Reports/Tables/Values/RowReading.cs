using Validation.Engine.Reports.Tables.Rows;
using Validation.Form;

namespace Validation.Engine.Reports.Tables.Values;

/// <summary>A row of the form, and what was found of it.</summary>
/// <param name="Template">The row of the form.</param>
/// <param name="Index">The index of its record in the text; -1: none was found.</param>
/// <param name="Record">That record. Null: none was found.</param>
internal sealed record RowReading(RowTemplate Template, int Index, TableRecord? Record)
{
    /// <summary>How many cells the row of the form has.</summary>
    public int Width => Template.Cells.Count;

    /// <summary>The values in their columns. Null: the row was not found, or which value stands where is not certain.</summary>
    public IReadOnlyList<Token>? Values { get; set; }

    /// <summary>The numbers of flowing text that stand behind the label and in none of the cells of a row that was placed.</summary>
    public IEnumerable<Token> Strays => Record is { IsGrid: false } && Record.Filled > Width ? Record.FilledValues.Except(Values!) : [];
}
