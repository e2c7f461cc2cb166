namespace Validation.Cel.Evaluation;

/// <summary>
/// Equality of any two values. See the section "Equality" of the CEL specification: unlike types are not equal, numbers are compared as
/// numbers, lists and maps by what they hold.
/// </summary>
internal static class Equality
{
    /// <summary>True, false or an error. In lists and maps a difference decides, whatever errors there are besides.</summary>
    public static CelValue AreEqual(CelFrame frame, in CelValue left, in CelValue right, int depth = 0)
    {
        if (left.Kind == CelKind.Int && right.Kind == CelKind.Int)
        {
            return CelValue.Of(left.AsInt == right.AsInt);
        }

        if (left.Kind == CelKind.String && right.Kind == CelKind.String)
        {
            return Sizes.SpendLong(frame, left) ? CelValue.Of(left.AsString == right.AsString) : Fault.BudgetExceeded;
        }

        if (left.Kind == CelKind.Object && right.Kind == CelKind.Object && AreSame(left, right) is { } same)
        {
            return CelValue.Of(same);
        }

        var a = Numeric.Resolve(left);
        if (a.IsError)
        {
            return a;
        }

        var b = Numeric.Resolve(right);
        return b.IsError ? b : CompareResolved(frame, a, b, depth);
    }

    /// <summary>Whether two objects that stand for no number are the same object. Null: one of them stands for a number.</summary>
    private static bool? AreSame(in CelValue left, in CelValue right)
    {
        if (left.ObjectType.Number is not null && right.ObjectType.Number is not null)
        {
            return null;
        }

        return ReferenceEquals(left.ObjectType, right.ObjectType) && left.AsObject.Equals(right.AsObject);
    }

    private static CelValue CompareResolved(CelFrame frame, in CelValue a, in CelValue b, int depth)
    {
        if (a.Kind == CelKind.Int && b.Kind == CelKind.Int)
        {
            return CelValue.Of(a.AsInt == b.AsInt);
        }

        if (Numeric.IsNumber(a.Kind) && Numeric.IsNumber(b.Kind))
        {
            return CelValue.Of(Numeric.Compare(a, b) == 0);
        }

        return a.Kind != b.Kind ? CelValue.False : a.Kind switch
        {
            CelKind.Null => CelValue.True,
            CelKind.Bool => CelValue.Of(a.IsTrue == b.IsTrue),
            CelKind.String => CelValue.Of(a.AsString == b.AsString),
            CelKind.Bytes => CelValue.Of(a.AsBytes.AsSpan().SequenceEqual(b.AsBytes)),
            CelKind.Type => CelValue.Of(a.AsType.Equals(b.AsType)),
            CelKind.List => depth > CelLimits.ValueDepth ? Fault.TooDeep : AreEqual(frame, a.AsList, b.AsList, depth + 1),
            CelKind.Map => depth > CelLimits.ValueDepth ? Fault.TooDeep : AreEqual(frame, a.AsMap, b.AsMap, depth + 1),
            _ => CelValue.False,
        };
    }

    private static CelValue AreEqual(CelFrame frame, CelList left, CelList right, int depth)
    {
        if (left.Count != right.Count)
        {
            return CelValue.False;
        }

        var result = CelValue.True;
        for (var i = 0; i < left.Count; i++)
        {
            if (!frame.Budget.Spend())
            {
                return Fault.BudgetExceeded;
            }

            var equal = AreEqual(frame, left[i], right[i], depth);
            if (equal.IsFalse)
            {
                return equal;
            }

            result = Logic.Worse(result, equal);
        }

        return result;
    }

    private static CelValue AreEqual(CelFrame frame, CelMap left, CelMap right, int depth)
    {
        if (left.Count != right.Count)
        {
            return CelValue.False;
        }

        var result = CelValue.True;
        foreach (var (key, value) in left.Entries)
        {
            if (!frame.Budget.Spend())
            {
                return Fault.BudgetExceeded;
            }

            var equal = right.TryGet(key, out var other) ? AreEqual(frame, value, other, depth) : CelValue.False;
            if (equal.IsFalse)
            {
                return equal;
            }

            result = Logic.Worse(result, equal);
        }

        return result;
    }
}
