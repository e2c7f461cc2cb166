using Validation.Cel.Syntax;

namespace Validation.Cel.Evaluation;

/// <summary>Compiles the operators that always evaluate both of their operands.</summary>
internal static class Operators
{
    private const int SmallList = 8;

    private delegate CelValue Operation(CelFrame frame, in CelValue left, in CelValue right);

    public static Func<CelFrame, CelValue> Not(Func<CelFrame, CelValue> operand)
    {
        return frame =>
        {
            var value = operand(frame);
            return value.Kind == CelKind.Bool ? CelValue.Of(!value.IsTrue) : value.IsError ? value : Fault.NoSuchOverload;
        };
    }

    public static Func<CelFrame, CelValue> Compile(BinaryOperator kind, Code left, Code right)
    {
        return kind switch
        {
            BinaryOperator.Add => Strict(left, right, Arithmetic.Add),
            BinaryOperator.Subtract => Strict(left, right, Arithmetic.Subtract),
            BinaryOperator.Multiply => Strict(left, right, Arithmetic.Multiply),
            BinaryOperator.Divide => Strict(left, right, Arithmetic.Divide),
            BinaryOperator.Modulo => Strict(left, right, Arithmetic.Modulo),
            BinaryOperator.Equal => CompileEqual(left, right, isEqual: true),
            BinaryOperator.NotEqual => CompileEqual(left, right, isEqual: false),
            BinaryOperator.Less => CompileOrder(left, right, BinaryOrder.Less),
            BinaryOperator.LessOrEqual => CompileOrder(left, right, BinaryOrder.LessOrEqual),
            BinaryOperator.Greater => CompileOrder(left, right, BinaryOrder.Greater),
            BinaryOperator.GreaterOrEqual => CompileOrder(left, right, BinaryOrder.GreaterOrEqual),
            BinaryOperator.In when TextsOf(right.Constant) is { } texts => CompileIn(left.Run, texts),
            BinaryOperator.In => Strict(left, right, Access.In),
            _ => Strict(left, right, Access.Index),
        };
    }

    private static Func<CelFrame, CelValue> Strict(Code left, Code right, Operation operation)
    {
        var (first, second) = (left.Run, right.Run);
        if (right.Constant is { IsError: false } constant)
        {
            return frame =>
            {
                var value = first(frame);
                return value.IsError ? value : operation(frame, value, constant);
            };
        }

        return frame =>
        {
            var a = first(frame);
            if (a.IsError)
            {
                return a;
            }

            var b = second(frame);
            return b.IsError ? b : operation(frame, a, b);
        };
    }

    private static Func<CelFrame, CelValue> CompileEqual(Code left, Code right, bool isEqual)
    {
        var (first, second) = (left.Run, right.Run);
        if (right.Constant is { Kind: CelKind.String } constant)
        {
            return CompileEqual(first, constant, isEqual);
        }

        return frame =>
        {
            var a = first(frame);
            if (a.IsError)
            {
                return a;
            }

            var equal = Equality.AreEqual(frame, a, second(frame));
            return isEqual || equal.IsError ? equal : CelValue.Of(equal.IsFalse);
        };
    }

    // What rules compare most often: a field with a constant text.
    private static Func<CelFrame, CelValue> CompileEqual(Func<CelFrame, CelValue> first, CelValue constant, bool isEqual)
    {
        var text = constant.AsString;
        return frame =>
        {
            var a = first(frame);
            if (a.Kind == CelKind.String && Sizes.SpendLong(frame, a))
            {
                return CelValue.Of((a.AsString == text) == isEqual);
            }

            var equal = a.IsError ? a : Equality.AreEqual(frame, a, constant);
            return isEqual || equal.IsError ? equal : CelValue.Of(equal.IsFalse);
        };
    }

    private static Func<CelFrame, CelValue> CompileOrder(Code left, Code right, BinaryOrder order)
    {
        var (first, second) = (left.Run, right.Run);
        if (right.Constant is { IsError: false } constant)
        {
            return frame => Comparison.Compare(frame, order, first(frame), constant);
        }

        return frame =>
        {
            var a = first(frame);
            return a.IsError ? a : Comparison.Compare(frame, order, a, second(frame));
        };
    }

    /// <summary>The items of a long constant list of strings, as a set to look them up in. Null: the constant is something else.</summary>
    private static HashSet<string>? TextsOf(CelValue? constant)
    {
        if (constant is not { Kind: CelKind.List } value || value.AsList.Count <= SmallList)
        {
            return null;
        }

        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in value.AsList.Items)
        {
            if (item.Kind != CelKind.String)
            {
                return null;
            }

            texts.Add(item.AsString);
        }

        return texts;
    }

    private static Func<CelFrame, CelValue> CompileIn(Func<CelFrame, CelValue> item, HashSet<string> texts)
    {
        return frame =>
        {
            var value = item(frame);
            return value.IsError ? value
                : Sizes.SpendLong(frame, value) ? CelValue.Of(value.Kind == CelKind.String && texts.Contains(value.AsString))
                : Fault.BudgetExceeded;
        };
    }
}
