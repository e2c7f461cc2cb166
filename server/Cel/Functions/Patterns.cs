using Validation.Cel.Evaluation;

namespace Validation.Cel.Functions;

/// <summary>Defines <c>matches</c>, and how functions get at the pattern in their argument.</summary>
internal static class Patterns
{
    /// <summary>Computes a value from a text and a pattern. The steps for searching the text were taken already.</summary>
    public delegate CelValue Use(CelFrame frame, ReadOnlySpan<CelValue> values, Pattern pattern);

    public static IReadOnlyList<CelFunction> All { get; } =
    [
        .. Define.Both("matches", [CelType.String, CelType.String], CelType.Bool, Call(Matches), CelTexts.Functions.Matches)
            .Select(function => function with { Prepare = Prepare(Matches) }),
    ];

    /// <summary>A member function whose first argument is a regular expression.</summary>
    public static CelFunction Member(string name, CelType[] more, CelType result, Use use, string documentation)
    {
        CelType[] parameters = [CelType.String, CelType.String, .. more];
        return Define.Member(name, parameters, result, Call(use), documentation) with { Prepare = Prepare(use) };
    }

    private static CelCall Call(Use use)
    {
        return (frame, values) =>
        {
            var pattern = Pattern.Get(values[1].AsString);
            return pattern.SpendMaking(frame) ? Run(frame, values, pattern, use) : Fault.BudgetExceeded;
        };
    }

    private static Func<CelValue?[], PreparedCall?> Prepare(Use use)
    {
        return constants =>
        {
            if (constants[1] is not { } text)
            {
                return null;
            }

            var pattern = Pattern.Create(text.AsString);
            return pattern.Problem is { } problem
                ? new(null, problem)
                : new((frame, values) => Run(frame, values, pattern, use));
        };
    }

    private static CelValue Run(CelFrame frame, ReadOnlySpan<CelValue> values, Pattern pattern, Use use)
    {
        if (pattern.Problem is { } problem)
        {
            return CelValue.Error(problem);
        }

        if (!pattern.Spend(frame, values[0].AsString))
        {
            return Fault.BudgetExceeded;
        }

        return use(frame, values, pattern);
    }

    private static CelValue Matches(CelFrame frame, ReadOnlySpan<CelValue> values, Pattern pattern)
    {
        return CelValue.Of(pattern.IsIn(values[0].AsString));
    }
}
