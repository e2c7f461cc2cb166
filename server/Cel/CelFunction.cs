namespace Validation.Cel;

/// <summary>Computes a function. Must not throw; what goes wrong is an error value. The arguments hold no errors.</summary>
/// <param name="frame">The evaluation, whose budget pays for long work.</param>
/// <param name="arguments">The arguments; for a member function the first is the receiver.</param>
public delegate CelValue CelCall(CelFrame frame, ReadOnlySpan<CelValue> arguments);

/// <summary>One overload of a function.</summary>
/// <param name="Name">The name.</param>
/// <param name="IsMember">Called as <c>receiver.name(…)</c>; the receiver is the first parameter.</param>
/// <param name="Parameters">The types of the parameters.</param>
/// <param name="Result">The type of the result.</param>
/// <param name="Call">Computes it.</param>
/// <param name="Documentation">What it does, in Chinese, for administrators.</param>
public sealed record CelFunction(
    string Name, bool IsMember, IReadOnlyList<CelType> Parameters, CelType Result, CelCall Call, string Documentation = "")
{
    /// <summary>
    /// Prepares a call whose later arguments are constants, once, at compile time: a regular expression, for example. Gets the arguments,
    /// null for those that are not constant. Gives null for "nothing to prepare". An error value in the result's second part is a
    /// compile-time problem. Null: the function never prepares.
    /// </summary>
    public Func<CelValue?[], PreparedCall?>? Prepare { get; init; }
}

/// <summary>A call whose constant arguments were prepared at compile time, or the reason why it can never succeed.</summary>
/// <param name="Call">Computes it; still gets all arguments. Null: see the problem.</param>
/// <param name="Problem">Why it can never work, such as a malformed regular expression. Null: it can.</param>
public sealed record PreparedCall(CelCall? Call, string? Problem = null);
