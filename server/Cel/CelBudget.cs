namespace Validation.Cel;

/// <summary>
/// How much work an evaluation may do, in steps. A step is a node evaluated, an item visited, or some characters searched. The count does
/// not depend on the machine or on how busy it is: what exceeds a budget once exceeds it always. Not thread-safe: one for each evaluation.
/// </summary>
public sealed class CelBudget
{
    private readonly long _steps;
    private long _left;

    /// <param name="steps">The most steps.</param>
    public CelBudget(long steps)
    {
        _steps = steps;
        _left = steps;
    }

    /// <summary>True once the work was more than allowed, and until <see cref="Reset"/>.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Takes steps from the budget.</summary>
    /// <returns>False: it is used up. The evaluation must end with <see cref="CelError.BudgetExceeded"/>.</returns>
    public bool Spend(long steps = 1)
    {
        _left -= steps;
        IsExceeded |= _left <= 0;
        return !IsExceeded;
    }

    /// <summary>Begins again with the whole budget, for the next evaluation.</summary>
    public void Reset()
    {
        _left = _steps;
        IsExceeded = false;
    }

    /// <summary>Uses the whole budget up, where work went too far that cannot be counted in steps. The evaluation then ends with <see
    /// cref="CelError.BudgetExceeded"/>.</summary>
    public void Exhaust() => IsExceeded = true;
}
