using System.Numerics;

namespace Validation.Engine.Diagnosis;

/// <summary>
/// Looks for the fewest numbers to change so that all sums of an area hold. Every cell takes part in few sums, so that among the cells of
/// a smallest change there is always one that alone is to blame for some sum: that sum says what its number should be. The search tries
/// each cell of each wrong sum so, and goes on with what is wrong afterwards.
/// </summary>
/// <param name="numbers">The numbers; they are as before when a search ends.</param>
/// <param name="area">The sums.</param>
internal sealed class MendSearch(ReportNumbers numbers, Area area)
{
    private const int MostCells = 3;

    // Three wrong cells take a tenth of it. A document made to need more gets no suggestions from this search.
    private const int MostSteps = 20_000;

    private readonly MendCollection _found = new(numbers, area);
    private readonly List<Edit> _edits = [];
    private int _least = int.MaxValue;
    private int _steps;

    /// <summary>The changes of the fewest numbers, those of the prose counted; empty when more than three cells would have to
    /// change and no slip explains them.</summary>
    public IReadOnlyList<Mend> Run()
    {
        for (var most = 0; most <= MostCells && most <= _least; most++)
        {
            Extend(most);
        }

        if (_least > 1)
        {
            TryMoves();
        }

        return _steps > MostSteps ? [] : [.. _found.Mends.Where(mend => mend.Cost == _least)];
    }

    // Many cells, but one slip.
    private void TryMoves()
    {
        foreach (var (slip, edits) in MovedNumbers.Of(numbers).Where(move => area.Has(move.Edits[0].Index)))
        {
            numbers.Change(edits);
            if (!area.IsBroken(numbers))
            {
                _least = Math.Min(_least, _found.Add(edits, isWhole: true, slip).Cost);
            }

            numbers.ChangeBack(edits);
        }
    }

    private void Extend(int remaining)
    {
        if (++_steps > MostSteps)
        {
            return;
        }

        var broken = Broken();
        if (broken.Count == 0)
        {
            _least = Math.Min(_least, _found.Add(_edits, isWhole: true).Cost);
        }

        if (remaining == 0 || !CanMend(broken, remaining))
        {
            return;
        }

        if (remaining == 1 && broken.Count > 0)
        {
            TryLast(broken);
            return;
        }

        foreach (var equation in broken)
        {
            foreach (var cell in FormEquations.All[equation].Cells)
            {
                Try(cell, numbers.NeededFor(equation, cell), remaining);
            }
        }

        TryStatements(remaining);
    }

    // What the prose says of a cell may be the only way to know its number.
    private void TryStatements(int remaining)
    {
        foreach (var statement in area.Statements)
        {
            if (statement.Holds(numbers))
            {
                continue;
            }

            foreach (var sum in statement.Sums)
            {
                var change = statement.Value - numbers.SumOf(sum);
                foreach (var cell in sum)
                {
                    Try(cell, change, remaining);
                }
            }
        }
    }

    // The last cell must mend all that is wrong.
    private void TryLast(List<int> broken)
    {
        foreach (var cell in FormEquations.All[broken[0]].Cells)
        {
            if (numbers.NeededFor(cell) is { } needed && broken.TrueForAll(equation => FormEquations.OfCell[cell].Contains(equation)))
            {
                Try(cell, needed, 1);
            }
        }
    }

    private void Try(int cell, double change, int remaining)
    {
        if (!numbers.CanChange(cell, change) || _edits.Exists(edit => edit.Index == cell))
        {
            return;
        }

        _edits.Add(new Edit(cell, numbers[cell], numbers[cell] + change));
        numbers.Change(cell, change);
        Extend(remaining - 1);
        numbers.Change(cell, -change);
        _edits.RemoveAt(_edits.Count - 1);
    }

    private List<int> Broken() => [.. area.Equations.Where(numbers.IsBroken)];

    // A cell takes part in one line and stands in one column: so many cells cannot mend more lines or columns.
    private static bool CanMend(List<int> broken, int cells)
    {
        var (lines, columns) = (0, 0u);
        foreach (var index in broken)
        {
            var equation = FormEquations.All[index];
            lines += equation.Kind == EquationKind.Line ? 1 : 0;
            columns |= equation.Kind == EquationKind.Line ? 0u : 1u << equation.Column;
        }

        return lines <= cells && BitOperations.PopCount(columns) <= cells;
    }
}
