namespace Validation.Cel;

/// <summary>
/// The variables of an evaluation, by slot, and its budget. Reused between evaluations, of different programs too, one after the other; not
/// thread-safe.
/// </summary>
/// <param name="variables">One value for each variable of the environment, in its order. One that is missing is an error when read.</param>
/// <param name="budget">How much work is allowed.</param>
public sealed class CelFrame(CelValue[] variables, CelBudget budget)
{
    private bool _isRunning;

    /// <summary>The values of the variables, by slot; slots are given when the expression is compiled.</summary>
    public CelValue[] Variables { get; } = variables;

    /// <summary>The steps that are left to this evaluation.</summary>
    public CelBudget Budget { get; } = budget;

    /// <summary>The variables of macros. The array is kept between evaluations, so that they allocate nothing.</summary>
    internal CelValue[] Locals { get; private set; } = [];

    /// <summary>
    /// Makes room for a program's variables of macros. Gives those of the program that is running, if a function of it evaluates another
    /// one on the same frame, to hand back to <see cref="Leave"/>.
    /// </summary>
    internal CelValue[]? Enter(int locals)
    {
        var outer = _isRunning ? Locals : null;
        if (_isRunning || Locals.Length < locals)
        {
            Locals = new CelValue[locals];
        }

        _isRunning = true;
        return outer;
    }

    internal void Leave(CelValue[]? outer)
    {
        Locals = outer ?? Locals;
        _isRunning = outer is not null;
    }
}
