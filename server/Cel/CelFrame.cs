namespace Validation.Cel;

/// <summary>The variables of an evaluation, by slot, and its budget. Reused between evaluations; not thread-safe.</summary>
/// <param name="variables">One value for each variable of the environment, in its order; room for more belongs to the program.</param>
/// <param name="budget">How much work is allowed.</param>
public sealed class CelFrame(CelValue[] variables, CelBudget budget)
{
    /// <summary>The variables.</summary>
    public CelValue[] Variables { get; } = variables;

    /// <summary>The budget.</summary>
    public CelBudget Budget { get; } = budget;
}
