using System.Globalization;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Rules;

/// <summary>What cells are worth in sums, and how numbers are written.</summary>
internal static class Sums
{
    /// <summary>True where the cell can be added: it is in the document, and a number, blank or a dash.</summary>
    public static bool IsAddable(Cell cell) => cell.State is State.Number or State.Blank or State.Dash;

    /// <summary>The number of a cell; 0 for a blank cell and a dash.</summary>
    public static double ValueOf(Cell cell) => cell.State == State.Number ? cell.Value : 0;

    /// <summary>A number as clerks write it: no decimals where there are none, at most six.</summary>
    public static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
