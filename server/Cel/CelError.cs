namespace Validation.Cel;

/// <summary>Why an expression has no value.</summary>
/// <param name="Message">What happened, such as "division by zero".</param>
/// <param name="IsUnknown">
/// True: nothing is wrong with the expression, a fact that it needs is not known (a cell that the document lacks). Such an error is
/// absorbed like any other; one that reaches the end means "cannot be told", not "failed".
/// </param>
public sealed record CelError(string Message, bool IsUnknown = false)
{
    /// <summary>The budget of the evaluation is used up. Never absorbed.</summary>
    public static CelError BudgetExceeded { get; } = new("evaluation takes too long");
}
