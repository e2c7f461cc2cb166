using Validation.Form;

namespace Validation.Engine.Tests.Support;

/// <summary>Random numbers for every cell of two reports that fulfil all their sums, the second of which takes over what the first left.
/// </summary>
/// <param name="seed">The same seed gives the same numbers.</param>
/// <param name="most">The largest number of a single cell, at most 40.</param>
public sealed class YearsThatFollow(int seed, int most)
{
    private const int InForce = 40;

    private readonly NumbersThatBalance _numbers = new(seed, most);

    /// <summary>The number of the second year.</summary>
    public int Later(CellTemplate cell) =>
        DocumentsOf(cell) is { } row ? InForce + _numbers[row.Cells[0]] - _numbers[row.Cells[1]] : _numbers[cell];

    /// <summary>The number of the first year, which took over nothing and left what the second begins with.</summary>
    public int Earlier(CellTemplate cell)
    {
        if (DocumentsOf(cell) is not null)
        {
            return InForce;
        }

        for (var column = 0; column < ApplicationsTemplate.Columns.Count; column++)
        {
            var left = _numbers[ApplicationsTemplate.CarriedIn.Cells[column]];
            if (cell == ApplicationsTemplate.CarriedOut.Cells[column])
            {
                return left;
            }

            if (cell == ApplicationsTemplate.CarriedIn.Cells[column])
            {
                return 0;
            }

            if (cell == ApplicationsTemplate.Received.Cells[column])
            {
                return _numbers[ApplicationsTemplate.ResultsTotal.Cells[column]] + left;
            }
        }

        return _numbers[cell];
    }

    // The row of documents whose number in force the cell holds.
    private static RowTemplate? DocumentsOf(CellTemplate cell) =>
        DisclosureTemplate.Table.Rows.FirstOrDefault(row => row.Cells.Count == 3 && row.Cells[2] == cell);
}
