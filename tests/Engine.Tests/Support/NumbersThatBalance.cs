using Validation.Form;

namespace Validation.Engine.Tests.Support;

/// <summary>
/// Random numbers for every cell of a report that fulfil all its sums, and leave no document out of force that was only issued.
/// </summary>
public sealed class NumbersThatBalance
{
    private readonly Dictionary<string, int> _values = [];
    private readonly Random _random;
    private readonly int _most;

    /// <param name="seed">The same seed gives the same numbers.</param>
    /// <param name="most">The largest number of a single cell.</param>
    public NumbersThatBalance(int seed, int most)
    {
        _random = new Random(seed);
        _most = most;
        foreach (var cell in DisclosureTemplate.Table.Cells)
        {
            _values[cell.Path] = Next();
        }

        // What was issued and not repealed is in force.
        foreach (var row in DisclosureTemplate.Table.Rows.Where(row => row.Cells.Count == 3))
        {
            _values[row.Cells[2].Path] += _values[row.Cells[0].Path];
        }

        Applications();
        foreach (var group in DisputesTemplate.Groups)
        {
            Sum(group.Cells);
        }
    }

    public int this[CellTemplate cell] => _values[cell.Path];

    private void Applications()
    {
        for (var column = 0; column < ApplicationsTemplate.Columns.Count - 1; column++)
        {
            var total = 0;
            foreach (var row in ApplicationsTemplate.ResultRows)
            {
                total += _values[row.Cells[column].Path] = Next();
            }

            _values[ApplicationsTemplate.ResultsTotal.Cells[column].Path] = total;
            var carriedOut = _values[ApplicationsTemplate.CarriedOut.Cells[column].Path] = Next();
            var carriedIn = _random.Next(0, Math.Min(_most, total + carriedOut) + 1);
            _values[ApplicationsTemplate.CarriedIn.Cells[column].Path] = carriedIn;
            _values[ApplicationsTemplate.Received.Cells[column].Path] = total + carriedOut - carriedIn;
        }

        foreach (var row in ApplicationsTemplate.Table.Rows)
        {
            Sum(row.Cells);
        }
    }

    // The last cell is the sum of the others; those that have no number yet get one.
    private void Sum(IReadOnlyList<CellTemplate> cells) =>
        _values[cells[^1].Path] = cells.SkipLast(1).Sum(Number);

    private int Number(CellTemplate cell) => _values.TryGetValue(cell.Path, out var value) ? value : _values[cell.Path] = Next();

    // Mostly zeros, as in real reports.
    private int Next() => _random.Next(3) == 0 ? _random.Next(_most + 1) : 0;
}
