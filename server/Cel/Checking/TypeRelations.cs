namespace Validation.Cel.Checking;

/// <summary>Which types may be compared, combined and passed for one another.</summary>
internal static class TypeRelations
{
    private const int MostNested = 32;

    /// <summary>The type of the number that objects of a type stand for; any other type as it is.</summary>
    public static CelType Number(CelType type) => type is ObjectType { Number: not null } known ? known.NumberType : type;

    public static bool IsDyn(CelType type) => type is CelTypeParameter || type.Equals(CelType.Dyn);

    public static bool IsNumber(CelType type) => type.Equals(CelType.Int) || type.Equals(CelType.UInt) || type.Equals(CelType.Double);

    /// <summary>True where a type nests so deeply that the checker treats it as unknown.</summary>
    public static bool IsDeep(CelType type)
    {
        var depth = 0;
        for (var inner = type; inner is not null && depth <= MostNested; depth++)
        {
            inner = inner is CelListType list ? list.Item : (inner as CelMapType)?.Value;
        }

        return depth > MostNested;
    }

    /// <summary>The type that fits values of both types: the same, or dyn.</summary>
    public static CelType Join(CelType left, CelType right)
    {
        if (left.Equals(right))
        {
            return left;
        }

        return (left, right) switch
        {
            (CelListType a, CelListType b) => CelType.ListOf(Join(a.Item, b.Item)),
            (CelMapType a, CelMapType b) => CelType.MapOf(Join(a.Key, b.Key), Join(a.Value, b.Value)),
            _ => CelType.Dyn,
        };
    }

    /// <summary>Whether a value of the one may equal a value of the other.</summary>
    public static bool MayBeEqual(CelType left, CelType right)
    {
        var (a, b) = (Number(left), Number(right));
        if (IsDyn(a) || IsDyn(b) || a.Equals(b) || (IsNumber(a) && IsNumber(b)))
        {
            return true;
        }

        return (a, b) switch
        {
            (CelListType x, CelListType y) => MayBeEqual(x.Item, y.Item),
            (CelMapType x, CelMapType y) => MayBeEqual(x.Key, y.Key) && MayBeEqual(x.Value, y.Value),
            _ => false,
        };
    }

    /// <summary>Whether a value may be passed for a parameter. Binds what the parameter leaves open.</summary>
    public static bool Fits(CelType argument, CelType parameter, Dictionary<string, CelType> bound)
    {
        if (parameter is CelTypeParameter open)
        {
            bound[open.Symbol] = bound.TryGetValue(open.Symbol, out var before) ? Join(before, argument) : argument;
            return true;
        }

        if (IsDyn(argument) || IsDyn(parameter) || argument.Equals(parameter))
        {
            return true;
        }

        return (argument, parameter) switch
        {
            (CelListType a, CelListType b) => Fits(a.Item, b.Item, bound),
            (CelMapType a, CelMapType b) => Fits(a.Key, b.Key, bound) && Fits(a.Value, b.Value, bound),
            (ObjectType { Number: not null } known, _) when IsNumber(parameter) =>
                IsDyn(known.NumberType) || known.NumberType.Equals(parameter),
            _ => false,
        };
    }

    /// <summary>The result type of a call, with what its arguments have bound in the place of open types.</summary>
    public static CelType Substitute(CelType type, Dictionary<string, CelType> bound)
    {
        return type switch
        {
            CelTypeParameter open => bound.GetValueOrDefault(open.Symbol, CelType.Dyn),
            CelListType list => CelType.ListOf(Substitute(list.Item, bound)),
            CelMapType map => CelType.MapOf(Substitute(map.Key, bound), Substitute(map.Value, bound)),
            _ => type,
        };
    }
}
