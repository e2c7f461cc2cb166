using Validation.Cel.Checking;
using Validation.Cel.Evaluation;
using Validation.Cel.Functions;
using Validation.Cel.Syntax;

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

/// <summary>The variables and functions that expressions may use. Immutable and thread-safe.</summary>
public sealed class CelEnvironment
{
    private readonly FunctionTable _table;
    private readonly Dictionary<string, int> _slots;

    /// <param name="variables">The variables; their place in the list is their slot in a frame.</param>
    /// <param name="functions">Functions beyond the standard ones, more overloads of them included.</param>
    public CelEnvironment(IReadOnlyList<CelVariable> variables, IReadOnlyList<CelFunction>? functions = null)
        : this(variables, functions ?? [], new([.. FunctionLibrary.All, .. functions ?? []]))
    {
    }

    private CelEnvironment(IReadOnlyList<CelVariable> variables, IReadOnlyList<CelFunction> functions, FunctionTable table)
    {
        ArgumentNullException.ThrowIfNull(variables);
        Variables = variables;
        Functions = functions;
        _table = table;
        _slots = new(StringComparer.Ordinal);
        for (var i = 0; i < variables.Count; i++)
        {
            _slots[variables[i].Name] = i;
        }
    }

    /// <summary>
    /// The functions that every environment has: those of the specification, the usual ones for strings, and the own ones.
    /// </summary>
    public static IReadOnlyList<CelFunction> StandardFunctions => FunctionLibrary.All;

    /// <summary>The variables by slot.</summary>
    public IReadOnlyList<CelVariable> Variables { get; }

    /// <summary>The functions beyond the standard ones.</summary>
    public IReadOnlyList<CelFunction> Functions { get; }

    /// <summary>Compiles an expression. The result has a program or problems; nothing is thrown, whatever the text.</summary>
    public CelCompilation Compile(string text, CelChecking checking)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new ExpressionProblems(text);
        var warnings = new ExpressionProblems(text);
        var (expression, syntax) = Parser.Parse(text);
        if (expression is null)
        {
            problems.Add(syntax!.Value.Position, syntax.Value.Message);
            return new(null, problems.InOrder(), []);
        }

        new Checker(this, _table, problems.Add, warnings.Add).Check(expression);
        var compiler = new Compiler(this, _table, problems.Add);
        var code = compiler.Compile(expression, scope: null);
        return checking == CelChecking.Strict && problems.Any
            ? new(null, problems.InOrder(), warnings.InOrder())
            : new(new(text, expression.Type, compiler.Variables, compiler.Locals, expression.Size, code.Run), [], warnings.InOrder());
    }

    /// <summary>The same environment with more variables, in the slots after its own.</summary>
    public CelEnvironment With(params IReadOnlyList<CelVariable> variables) => new([.. Variables, .. variables], Functions, _table);

    internal int? SlotOf(string name) => _slots.TryGetValue(name, out var slot) ? slot : null;
}
