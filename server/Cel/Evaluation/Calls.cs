using System.Runtime.CompilerServices;
using Validation.Cel.Syntax;

namespace Validation.Cel.Evaluation;

/// <summary>Evaluates calls of functions: takes the overload that the values of the arguments fit.</summary>
internal static class Calls
{
    private const int BufferLength = 4;

    public static Func<CelFrame, CelValue> Compile(
        CallNode node, IReadOnlyList<CelFunction> functions, Code[] arguments, Action<int, string> report)
    {
        var overloads = functions.Where(each => each.Parameters.Count == arguments.Length)
            .Select(each => Prepare(node, each, arguments, report))
            .ToArray();
        if (overloads.Length == 0)
        {
            var error = CelValue.Error(functions.Count == 0 ? CelTexts.Errors.NoSuchFunction(node.Name) : CelTexts.Errors.NoSuchOverload);
            return _ => error;
        }

        var runs = Array.ConvertAll(arguments, argument => argument.Run);
        return runs.Length switch
        {
            1 => CompileOne(runs[0], overloads),
            <= BufferLength => frame => CallFew(frame, runs, overloads),
            _ => frame => Call(frame, runs, overloads, new CelValue[runs.Length]),
        };
    }

    private static Overload Prepare(CallNode node, CelFunction function, Code[] arguments, Action<int, string> report)
    {
        var overload = new Overload(function.Parameters, function.Call);
        var constants = Array.ConvertAll(arguments, argument => argument.Constant is { IsError: false } value ? value : (CelValue?)null);
        if (function.Prepare is not { } prepare || !overload.Fits(constants) || prepare(constants) is not { } prepared)
        {
            return overload;
        }

        if (prepared.Problem is not { } problem)
        {
            return new(function.Parameters, prepared.Call ?? function.Call);
        }

        var last = Array.FindLastIndex(constants, constant => constant is not null);
        report(last < 0 ? node.Position : node.Arguments[last].Position, problem);
        var error = CelValue.Error(problem);
        return new(function.Parameters, (_, _) => error);
    }

    private static Func<CelFrame, CelValue> CompileOne(Func<CelFrame, CelValue> argument, Overload[] overloads)
    {
        return frame =>
        {
            var value = argument(frame);
            return value.IsError ? value : Choose(frame, overloads, new Span<CelValue>(ref value));
        };
    }

    private static CelValue CallFew(CelFrame frame, Func<CelFrame, CelValue>[] arguments, Overload[] overloads)
    {
        var buffer = default(Buffer);
        return Call(frame, arguments, overloads, ((Span<CelValue>)buffer)[..arguments.Length]);
    }

    private static CelValue Call(CelFrame frame, Func<CelFrame, CelValue>[] arguments, Overload[] overloads, Span<CelValue> values)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i](frame);
            if (values[i].IsError)
            {
                return values[i];
            }
        }

        return Choose(frame, overloads, values);
    }

    private static CelValue Choose(CelFrame frame, Overload[] overloads, Span<CelValue> values)
    {
        if (Find(overloads, values) is { } direct)
        {
            return direct.Call(frame, values);
        }

        foreach (ref var value in values)
        {
            value = Numeric.Resolve(value);
            if (value.IsError)
            {
                return value;
            }
        }

        return Find(overloads, values) is { } resolved ? resolved.Call(frame, values) : Fault.NoSuchOverload;
    }

    private static Overload? Find(Overload[] overloads, ReadOnlySpan<CelValue> values)
    {
        foreach (var overload in overloads)
        {
            if (overload.Fits(values))
            {
                return overload;
            }
        }

        return null;
    }

    [InlineArray(BufferLength)]
    private struct Buffer
    {
        private CelValue _first;
    }
}
