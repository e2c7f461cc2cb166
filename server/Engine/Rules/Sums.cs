using System.Globalization;
using Validation.Template;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Rules;

/// <summary>A cell in a sum: its template and what the report holds.</summary>
internal readonly record struct Term(CellTemplate Template, Cell Cell)
{
    /// <summary>The number; 0 for a blank cell and a dash.</summary>
    public double Value => Cell.State == State.Number ? Cell.Value : 0;

    /// <summary>The cell can take part in a sum: it is there, and not invalid.</summary>
    public bool IsAddable => Cell.State is State.Number or State.Blank or State.Dash;
}

/// <summary>Cells as numbers.</summary>
internal static class Sums
{
    /// <summary>The cell of a report.</summary>
    public static Term Term(Report report, CellTemplate template) => new(template, template.Of(report));

    /// <summary>A number as clerks write it.</summary>
    public static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
