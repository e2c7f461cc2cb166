namespace Validation.Cel.Evaluation;

/// <summary>The order of values. See the section "Ordering" of the CEL specification.</summary>
internal static class Comparison
{
    public static CelValue Compare(CelFrame frame, BinaryOrder order, in CelValue left, in CelValue right)
    {
        return left.Kind == CelKind.Int && right.Kind == CelKind.Int
            ? CelValue.Of(Holds(order, left.AsInt.CompareTo(right.AsInt)))
            : CompareOther(frame, order, left, right);
    }

    private static CelValue CompareOther(CelFrame frame, BinaryOrder order, in CelValue left, in CelValue right)
    {
        var a = Numeric.Resolve(left);
        if (a.IsError)
        {
            return a;
        }

        var b = Numeric.Resolve(right);
        if (b.IsError)
        {
            return b;
        }

        if (a.Kind == CelKind.Int && b.Kind == CelKind.Int)
        {
            return CelValue.Of(Holds(order, a.AsInt.CompareTo(b.AsInt)));
        }

        if (Numeric.IsNumber(a.Kind) && Numeric.IsNumber(b.Kind))
        {
            return CelValue.Of(Numeric.Compare(a, b) is { } number && Holds(order, number));
        }

        if (!Sizes.SpendLong(frame, a))
        {
            return Fault.BudgetExceeded;
        }

        return (a.Kind, b.Kind) switch
        {
            (CelKind.String, CelKind.String) => CelValue.Of(Holds(order, CompareText(a.AsString, b.AsString))),
            (CelKind.Bytes, CelKind.Bytes) => CelValue.Of(Holds(order, a.AsBytes.AsSpan().SequenceCompareTo(b.AsBytes))),
            (CelKind.Bool, CelKind.Bool) => CelValue.Of(Holds(order, a.IsTrue.CompareTo(b.IsTrue))),
            _ => Fault.NoSuchOverload,
        };
    }

    /// <summary>The order by code points: UTF-16 has the surrogates before the last of the other characters.</summary>
    public static int CompareText(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        return Weight(left[common]).CompareTo(Weight(right[common]));
    }

    private static int Weight(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;

    private static bool Holds(BinaryOrder order, int comparison)
    {
        return order switch
        {
            BinaryOrder.Less => comparison < 0,
            BinaryOrder.LessOrEqual => comparison <= 0,
            BinaryOrder.Greater => comparison > 0,
            _ => comparison >= 0,
        };
    }
}

/// <summary>The four relations of order: &lt;, &lt;=, &gt;, &gt;=.</summary>
internal enum BinaryOrder
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
