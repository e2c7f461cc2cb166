namespace Validation.Engine.Diagnosis;

/// <summary>
/// Where many numbers are wrong: changes of a cell, of two, or of a row that was moved, after which every sum holds in which they take
/// part. Other sums may stay wrong.
/// </summary>
/// <param name="numbers">The numbers; they are as before when a search ends.</param>
/// <param name="area">The sums.</param>
internal sealed class LocalMends(ReportNumbers numbers, Area area)
{
    private readonly MendCollection _found = new(numbers, area);
    private readonly int[] _broken = [.. area.Equations.Where(numbers.IsBroken)];

    /// <summary>The changes; those of two cells only for sums that no other change mends.</summary>
    public IReadOnlyList<Mend> Run()
    {
        foreach (var cell in _broken.SelectMany(equation => FormEquations.All[equation].Cells).Distinct())
        {
            if (numbers.NeededFor(cell) is { } needed)
            {
                Add([new Edit(cell, numbers[cell], numbers[cell] + needed)]);
            }
        }

        foreach (var (slip, edits) in MovedNumbers.Of(numbers).Where(move => area.Has(move.Edits[0].Index)))
        {
            Add(edits, slip);
        }

        var mended = _found.Mends.SelectMany(mend => mend.Edits).SelectMany(edit => FormEquations.OfCell[edit.Index]).ToHashSet();
        foreach (var equation in _broken.Where(equation => !mended.Contains(equation)))
        {
            foreach (var cell in FormEquations.All[equation].Cells)
            {
                TryTwo(cell, numbers.NeededFor(equation, cell));
            }
        }

        return [.. _found.Mends];
    }

    private void TryTwo(int cell, double change)
    {
        if (!numbers.CanChange(cell, change))
        {
            return;
        }

        var edit = new Edit(cell, numbers[cell], numbers[cell] + change);
        numbers.Change(cell, change);
        var open = FormEquations.OfCell[cell].Where(numbers.IsBroken).ToList();
        Edit[] seconds = open.Count == 0 ? [] :
        [
            .. FormEquations.All[open[0]].Cells
                .Where(second => second != cell && open.TrueForAll(equation => FormEquations.OfCell[second].Contains(equation)))
                .Select(second => (Cell: second, Needed: numbers.NeededFor(second)))
                .Where(second => second.Needed is not null)
                .Select(second => new Edit(second.Cell, numbers[second.Cell], numbers[second.Cell] + second.Needed!.Value)),
        ];
        numbers.Change(cell, -change);
        foreach (var second in seconds)
        {
            Add([edit, second]);
        }
    }

    private void Add(IReadOnlyList<Edit> edits, Slip? slip = null)
    {
        var wrong = edits.SelectMany(edit => FormEquations.OfCell[edit.Index]).Any(numbers.IsBroken);
        numbers.Change(edits);
        if (wrong && !edits.SelectMany(edit => FormEquations.OfCell[edit.Index]).Any(numbers.IsBroken))
        {
            _found.Add(edits, isWhole: false, slip);
        }

        numbers.ChangeBack(edits);
    }
}
