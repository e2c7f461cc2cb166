namespace Validation.Cel.Evaluation;

/// <summary>Evaluates &amp;&amp; and || over any number of operands. One operand that decides settles the result, whatever errors the
/// others have. Otherwise the result is an error, and "unknown" only if every error is.</summary>
internal static class Logic
{
    public static Func<CelFrame, CelValue> Compile(bool isAnd, Func<CelFrame, CelValue>[] operands)
    {
        if (operands.Length == 2)
        {
            return isAnd ? CompileAnd(operands[0], operands[1]) : CompileOr(operands[0], operands[1]);
        }

        return frame =>
        {
            var result = CelValue.Of(isAnd);
            foreach (var operand in operands)
            {
                var value = operand(frame);
                if (value.Kind == CelKind.Bool && value.IsTrue != isAnd)
                {
                    return value;
                }

                result = Worse(result, value);
            }

            return result;
        };
    }

    /// <summary>The error that counts where neither result decides: one that is certain before one that is only unknown.</summary>
    public static CelValue Worse(in CelValue left, in CelValue right)
    {
        if (right.Kind == CelKind.Bool)
        {
            return left;
        }

        var error = right.IsError ? right : Fault.NotBool;
        return left.IsError && (!left.AsError.IsUnknown || error.AsError.IsUnknown) ? left : error;
    }

    private static Func<CelFrame, CelValue> CompileAnd(Func<CelFrame, CelValue> left, Func<CelFrame, CelValue> right)
    {
        return frame =>
        {
            var first = left(frame);
            if (first.IsFalse)
            {
                return first;
            }

            var second = right(frame);
            return second.IsFalse || (first.IsTrue && second.IsTrue) ? second : Worse(Worse(CelValue.True, first), second);
        };
    }

    private static Func<CelFrame, CelValue> CompileOr(Func<CelFrame, CelValue> left, Func<CelFrame, CelValue> right)
    {
        return frame =>
        {
            var first = left(frame);
            if (first.IsTrue)
            {
                return first;
            }

            var second = right(frame);
            return second.IsTrue || (first.IsFalse && second.IsFalse) ? second : Worse(Worse(CelValue.False, first), second);
        };
    }
}
