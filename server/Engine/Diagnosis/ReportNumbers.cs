using Validation.Engine.Rules;
using Validation.Form;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Diagnosis;

/// <summary>
/// The numbers of a report and what is left of each sum when its right side is taken from its left. Numbers can be changed and changed
/// back. Not thread-safe.
/// </summary>
internal sealed class ReportNumbers
{
    private readonly double[] _values = new double[FormEquations.Cells.Length];
    private readonly bool[] _isThere = new bool[FormEquations.Cells.Length];
    private readonly double[] _rests = new double[FormEquations.All.Length];
    private readonly bool[] _isUsable = new bool[FormEquations.All.Length];

    /// <summary>Takes the numbers of a report. A sum with a cell that is missing or invalid says nothing.</summary>
    public ReportNumbers(Report report)
    {
        for (var cell = 0; cell < _values.Length; cell++)
        {
            var read = FormEquations.Cells[cell].Of(report);
            (_values[cell], _isThere[cell]) = (Sums.ValueOf(read), Sums.IsAddable(read));
        }

        var others = report.Deviations.Where(deviation => deviation.Kind is Kind.CollapsedRow or Kind.ExtraRow).ToList();
        for (var i = 0; i < _rests.Length; i++)
        {
            (_rests[i], _isUsable[i]) = RestOf(FormEquations.All[i], others);
        }
    }

    /// <summary>The number of a cell; 0 for a blank cell and a dash.</summary>
    public double this[int cell] => _values[cell];

    /// <summary>Whether all cells have numbers, blank cells and dashes included.</summary>
    public bool AreThere(int[] cells) => Array.TrueForAll(cells, cell => _isThere[cell]);

    /// <summary>The sum of cells.</summary>
    public double SumOf(int[] cells)
    {
        double sum = 0;
        foreach (var cell in cells)
        {
            sum += _values[cell];
        }

        return sum;
    }

    /// <summary>Whether a sum is wrong. A sum that says nothing is not.</summary>
    public bool IsBroken(int equation) => _isUsable[equation] && _rests[equation] != 0;

    /// <summary>Whether a sum holds and adds up more than zeros: then it speaks for the numbers in it.</summary>
    public bool Speaks(int equation) =>
        _isUsable[equation] && _rests[equation] == 0 && Array.Exists(FormEquations.All[equation].Cells, cell => _values[cell] != 0);

    /// <summary>By how much a cell must change for a sum to hold.</summary>
    public double NeededFor(int equation, int cell) => -_rests[equation] * FormEquations.All[equation].SignOf(cell);

    /// <summary>
    /// By how much a cell must change so that every sum holds in which it takes part. Null: some of them hold already, or no number would
    /// do.
    /// </summary>
    public double? NeededFor(int cell)
    {
        double? needed = null;
        foreach (var equation in FormEquations.OfCell[cell])
        {
            if (!_isUsable[equation])
            {
                continue;
            }

            var change = NeededFor(equation, cell);
            if (change == 0 || (needed is not null && needed != change))
            {
                return null;
            }

            needed = change;
        }

        return needed is { } found && CanChange(cell, found) ? needed : null;
    }

    /// <summary>Whether a cell can change by so much: no number falls below 0.</summary>
    public bool CanChange(int cell, double change) => _isThere[cell] && change != 0 && _values[cell] + change >= 0;

    /// <summary>Changes a number until the edit is taken back.</summary>
    public void Change(int cell, double change)
    {
        _values[cell] += change;
        foreach (var equation in FormEquations.OfCell[cell])
        {
            _rests[equation] += FormEquations.All[equation].SignOf(cell) * change;
        }
    }

    /// <summary>Changes numbers as edits say.</summary>
    public void Change(IReadOnlyList<Edit> edits)
    {
        foreach (var edit in edits)
        {
            Change(edit.Index, edit.After - edit.Before);
        }
    }

    /// <summary>Gives the edited numbers their old values again.</summary>
    public void ChangeBack(IReadOnlyList<Edit> edits)
    {
        foreach (var edit in edits)
        {
            Change(edit.Index, edit.Before - edit.After);
        }
    }

    // Rows that the template lacks and groups printed as one row count as results.
    private (double Left, bool IsUsable) RestOf(Equation equation, List<Deviation> others)
    {
        var isOfResults = equation.Kind == EquationKind.Results;
        var (rest, isUsable) = (0d, true);
        for (var i = 0; i < equation.Cells.Length; i++)
        {
            var cell = equation.Cells[i];
            isUsable &= _isThere[cell] || (isOfResults && others.Exists(other => IsOfGroup(cell, other)));
            rest += equation.Signs[i] * _values[cell];
        }

        foreach (var other in others.Where(other => isOfResults && other.Cells.Count > equation.Column))
        {
            var cell = other.Cells[equation.Column];
            isUsable &= Sums.IsAddable(cell);
            rest += Sums.ValueOf(cell);
        }

        return (rest, isUsable);
    }

    private static bool IsOfGroup(int cell, Deviation other) =>
        other.Kind == Kind.CollapsedRow
        && ApplicationsTemplate.Table.Rows[cell / ApplicationsTemplate.Columns.Count].Group?.Key == other.Path;
}
