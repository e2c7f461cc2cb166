namespace Validation.Cel;

/// <summary>A compiled expression. Immutable and thread-safe; each evaluation has its own frame.</summary>
public sealed class CelProgram
{
    private readonly Func<CelFrame, CelValue> _run;
    private readonly int _locals;
    private readonly int _steps;

    internal CelProgram(string text, CelType type, IReadOnlySet<int> variables, int locals, int steps, Func<CelFrame, CelValue> run)
    {
        Text = text;
        Type = type;
        Variables = variables;
        _locals = locals;
        _steps = steps;
        _run = run;
    }

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>The type of the expression's value; Dyn where only the evaluation tells.</summary>
    public CelType Type { get; }

    /// <summary>The slots of the variables that it reads.</summary>
    public IReadOnlySet<int> Variables { get; }

    /// <summary>Evaluates the expression. What goes wrong is a value of kind <see cref="CelKind.Error"/>, never an exception.</summary>
    public CelValue Evaluate(CelFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (!frame.Budget.Spend(_steps))
        {
            return CelValue.Of(CelError.BudgetExceeded);
        }

        var outer = frame.Enter(_locals);
        var value = _run(frame);
        frame.Leave(outer);
        return frame.Budget.IsExceeded ? CelValue.Of(CelError.BudgetExceeded) : value;
    }
}

/// <summary>The result of compiling an expression.</summary>
/// <param name="Program">The program. Null: there are problems.</param>
/// <param name="Problems">What is wrong, in the order of the text.</param>
/// <param name="Warnings">What works and is probably not meant, such as a division that drops its remainder.</param>
public sealed record CelCompilation(CelProgram? Program, IReadOnlyList<CelProblem> Problems, IReadOnlyList<CelProblem> Warnings);
