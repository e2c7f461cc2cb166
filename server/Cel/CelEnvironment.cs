namespace Validation.Cel;

/// <summary>A variable of an environment.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Documentation">What it holds, in Chinese, for administrators.</param>
public sealed record CelVariable(string Name, CelType Type, string Documentation = "");

/// <summary>How strict a compilation is.</summary>
public enum CelChecking
{
    /// <summary>
    /// For rules: an unknown name, field or function, operands of types that never fit, a malformed constant pattern are problems.
    /// </summary>
    Strict,

    /// <summary>
    /// For trying expressions out: only what cannot be parsed is a problem. Everything else is an error when, and only when, the evaluation
    /// comes to it, as the specification has it for expressions that were not checked.
    /// </summary>
    Lenient,
}

/// <summary>What expressions may speak of. Immutable and thread-safe.</summary>
public sealed class CelEnvironment
{
    /// <param name="variables">The variables; their place in the list is their slot in a frame.</param>
    /// <param name="functions">Functions beyond the standard ones, more overloads of them included.</param>
    public CelEnvironment(IReadOnlyList<CelVariable> variables, IReadOnlyList<CelFunction>? functions = null)
    {
        Variables = variables;
        Functions = functions ?? [];
    }

    /// <summary>The variables by slot.</summary>
    public IReadOnlyList<CelVariable> Variables { get; }

    /// <summary>The functions beyond the standard ones.</summary>
    public IReadOnlyList<CelFunction> Functions { get; }

    /// <summary>Compiles an expression. Never throws, whatever the text.</summary>
    public CelCompilation Compile(string text, CelChecking checking) => throw new NotSupportedException("not yet");

    /// <summary>The same environment with more variables, in the slots after its own.</summary>
    public CelEnvironment With(params IReadOnlyList<CelVariable> variables) => new([.. Variables, .. variables], Functions);
}
