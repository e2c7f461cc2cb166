namespace Validation.Cel;

/// <summary>
/// How much work an evaluation may do. A step is a node evaluated, an item visited, or some characters searched. The count of steps does
/// not depend on the machine; the time does, and therefore counts only for evaluations that have done real work: a machine that pauses
/// does not make a rule fail. Not thread-safe: one for each evaluation.
/// </summary>
public sealed class CelBudget
{
    private const long StepsBetweenLooks = 4096;

    private readonly long _steps;
    private readonly TimeSpan? _time;
    private readonly TimeProvider _clock;
    private long _start;
    private long _left;
    private long _nextLook;

    /// <param name="steps">The most steps.</param>
    /// <param name="time">The most time. Null: no limit.</param>
    /// <param name="clock">Measures the time. Null: the system's.</param>
    public CelBudget(long steps, TimeSpan? time = null, TimeProvider? clock = null)
    {
        _steps = steps;
        _time = time;
        _clock = clock ?? TimeProvider.System;
        Reset();
    }

    /// <summary>The work is more than allowed. Stays so until <see cref="Reset"/>.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Takes steps from the budget.</summary>
    /// <returns>False: it is used up. The evaluation must end with <see cref="CelError.BudgetExceeded"/>.</returns>
    public bool Spend(long steps = 1)
    {
        _left -= steps;
        if (_left <= _nextLook)
        {
            Look();
        }

        return !IsExceeded;
    }

    /// <summary>Begins again with the whole budget, for the next evaluation.</summary>
    public void Reset()
    {
        _left = _steps;
        _nextLook = Math.Max(0, _steps - StepsBetweenLooks);
        _start = _clock.GetTimestamp();
        IsExceeded = false;
    }

    /// <summary>Ends the evaluation: work that cannot be counted in steps took too long. Nothing absorbs it.</summary>
    public void Exhaust() => IsExceeded = true;

    private void Look()
    {
        _nextLook = Math.Max(0, _left - StepsBetweenLooks);
        IsExceeded |= _left <= 0 || _clock.GetElapsedTime(_start) > _time;
    }
}
