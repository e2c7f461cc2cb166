namespace Validation.Cel.Evaluation;

/// <summary>Evaluates + - * / % and unary minus. An overflow is an error, as the section "Numeric Values" of the CEL specification
/// says.</summary>
internal static class Arithmetic
{
    public static CelValue Add(CelFrame frame, in CelValue left, in CelValue right)
    {
        if (left.Kind == CelKind.Int && right.Kind == CelKind.Int)
        {
            var (a, b) = (left.AsInt, right.AsInt);
            var sum = unchecked(a + b);
            return ((a ^ sum) & (b ^ sum)) < 0 ? Fault.IntOverflow : CelValue.Of(sum);
        }

        if (left.Kind == CelKind.Double && right.Kind == CelKind.Double)
        {
            return CelValue.Of(left.AsDouble + right.AsDouble);
        }

        return left.Kind == right.Kind ? AddSame(frame, left, right) : Mixed(frame, left, right, Add);
    }

    public static CelValue Subtract(CelFrame frame, in CelValue left, in CelValue right)
    {
        if (left.Kind == CelKind.Int && right.Kind == CelKind.Int)
        {
            var (a, b) = (left.AsInt, right.AsInt);
            var difference = unchecked(a - b);
            return ((a ^ b) & (a ^ difference)) < 0 ? Fault.IntOverflow : CelValue.Of(difference);
        }

        return (left.Kind, right.Kind) switch
        {
            (CelKind.Double, CelKind.Double) => CelValue.Of(left.AsDouble - right.AsDouble),
            (CelKind.UInt, CelKind.UInt) when left.AsUInt < right.AsUInt => Fault.UIntOverflow,
            (CelKind.UInt, CelKind.UInt) => CelValue.Of(left.AsUInt - right.AsUInt),
            _ => Mixed(frame, left, right, Subtract),
        };
    }

    public static CelValue Multiply(CelFrame frame, in CelValue left, in CelValue right)
    {
        switch (left.Kind, right.Kind)
        {
            case (CelKind.Int, CelKind.Int):
                var high = Math.BigMul(left.AsInt, right.AsInt, out var low);
                return high == low >> 63 ? CelValue.Of(low) : Fault.IntOverflow;
            case (CelKind.Double, CelKind.Double):
                return CelValue.Of(left.AsDouble * right.AsDouble);
            case (CelKind.UInt, CelKind.UInt):
                return Math.BigMul(left.AsUInt, right.AsUInt, out var product) == 0 ? CelValue.Of(product) : Fault.UIntOverflow;
            default:
                return Mixed(frame, left, right, Multiply);
        }
    }

    public static CelValue Divide(CelFrame frame, in CelValue left, in CelValue right)
    {
        switch (left.Kind, right.Kind)
        {
            case (CelKind.Int, CelKind.Int):
                return right.AsInt switch
                {
                    0 => Fault.DivisionByZero,
                    -1 when left.AsInt == long.MinValue => Fault.IntOverflow,
                    _ => CelValue.Of(left.AsInt / right.AsInt),
                };
            case (CelKind.Double, CelKind.Double):
                return CelValue.Of(left.AsDouble / right.AsDouble);
            case (CelKind.UInt, CelKind.UInt):
                return right.AsUInt == 0 ? Fault.DivisionByZero : CelValue.Of(left.AsUInt / right.AsUInt);
            default:
                return Mixed(frame, left, right, Divide);
        }
    }

    public static CelValue Modulo(CelFrame frame, in CelValue left, in CelValue right)
    {
        switch (left.Kind, right.Kind)
        {
            case (CelKind.Int, CelKind.Int):
                return right.AsInt switch
                {
                    0 => Fault.ModuloByZero,
                    -1 when left.AsInt == long.MinValue => Fault.IntOverflow,
                    -1 => CelValue.Of(0L),
                    _ => CelValue.Of(left.AsInt % right.AsInt),
                };
            case (CelKind.UInt, CelKind.UInt):
                return right.AsUInt == 0 ? Fault.ModuloByZero : CelValue.Of(left.AsUInt % right.AsUInt);
            case (CelKind.Double, CelKind.Double):
                return Fault.NoSuchOverload;
            default:
                return Mixed(frame, left, right, Modulo);
        }
    }

    public static CelValue Negate(in CelValue operand)
    {
        var value = Numeric.Resolve(operand);
        return value.Kind switch
        {
            CelKind.Int when value.AsInt == long.MinValue => Fault.IntOverflow,
            CelKind.Int => CelValue.Of(-value.AsInt),
            CelKind.Double => CelValue.Of(-value.AsDouble),
            CelKind.Error => value,
            _ => Fault.NoSuchOverload,
        };
    }

    private delegate CelValue Operation(CelFrame frame, in CelValue left, in CelValue right);

    /// <summary>The result where the operands are not two numbers of one type: errors, objects that stand for numbers, operands that do
    /// not fit together.</summary>
    private static CelValue Mixed(CelFrame frame, in CelValue left, in CelValue right, Operation operation)
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

        var isResolved = left.Kind == CelKind.Object || right.Kind == CelKind.Object;
        return isResolved && a.Kind == b.Kind && Numeric.IsNumber(a.Kind) ? operation(frame, a, b) : Fault.NoSuchOverload;
    }

    private static CelValue AddSame(CelFrame frame, in CelValue left, in CelValue right)
    {
        switch (left.Kind)
        {
            case CelKind.UInt:
                var sum = unchecked(left.AsUInt + right.AsUInt);
                return sum < left.AsUInt ? Fault.UIntOverflow : CelValue.Of(sum);
            case CelKind.String:
                return Sizes.Fits(frame, (long)left.AsString.Length + right.AsString.Length, out var tooLong)
                    ? CelValue.Of(left.AsString + right.AsString)
                    : tooLong;
            case CelKind.Bytes:
                return Sizes.Fits(frame, (long)left.AsBytes.Length + right.AsBytes.Length, out var tooMany)
                    ? CelValue.Of([.. left.AsBytes, .. right.AsBytes])
                    : tooMany;
            case CelKind.List:
                return Concatenate(frame, left.AsList, right.AsList);
            default:
                return Mixed(frame, left, right, Add);
        }
    }

    private static CelValue Concatenate(CelFrame frame, CelList left, CelList right)
    {
        return Sizes.FitsItems(frame, (long)left.Count + right.Count, out var tooMany)
            ? CelValue.Of(new CelList([.. left.Items, .. right.Items]))
            : tooMany;
    }
}
