using System.Globalization;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Rules;

/// <summary>A cell in a sum: its template and what the report holds.</summary>
internal readonly record struct Term(CellTemplate Template, Cell Cell)
{
    /// <summary>The number; 0 for a blank cell and a dash.</summary>
    public double Value => Cell.State == State.Number ? Cell.Value : 0;

    /// <summary>True where the cell can be added: it is in the document, and a number, blank or a dash.</summary>
    public bool IsAddable => Cell.State is State.Number or State.Blank or State.Dash;
}

/// <summary>Cells of a report as numbers that can be added; blanks and dashes count as 0.</summary>
internal static class Sums
{
    public static Term Term(Report report, CellTemplate template) => new(template, template.Of(report));

    /// <summary>A number as clerks write it: no decimals where there are none, at most six.</summary>
    public static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
