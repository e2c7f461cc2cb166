namespace Validation.Cel.Evaluation;

/// <summary>A key of a map in the form in which 1, 1u and 1.0 are the same.</summary>
internal readonly record struct MapKey(CelKind Kind, long Bits, string? Text)
{
    /// <summary>The key to look a value up by. Null: no map can have it.</summary>
    public static MapKey? ForLookup(in CelValue value)
    {
        if (value.Kind != CelKind.Double)
        {
            return ForEntry(value);
        }

        if (Numeric.TryToInt(value.AsDouble, out var number))
        {
            return new(CelKind.Int, number, null);
        }

        return value.AsDouble is >= 9223372036854775808.0 and < 18446744073709551616.0
            ? new(CelKind.UInt, unchecked((long)(ulong)value.AsDouble), null)
            : null;
    }

    /// <summary>The key under which a value is stored. Null: the value cannot be a key.</summary>
    public static MapKey? ForEntry(in CelValue value)
    {
        return value.Kind switch
        {
            CelKind.Bool => new(CelKind.Bool, value.IsTrue ? 1 : 0, null),
            CelKind.Int => new(CelKind.Int, value.AsInt, null),
            CelKind.UInt => new(value.AsUInt <= long.MaxValue ? CelKind.Int : CelKind.UInt, value.AsInt, null),
            CelKind.String => new(CelKind.String, 0, value.AsString),
            _ => null,
        };
    }
}
