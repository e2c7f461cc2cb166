namespace Validation.Cel.Evaluation;

/// <summary>The names of types in expressions, and the type that <c>type()</c> gives for a value.</summary>
internal static class TypeNames
{
    private static readonly CelType AnyList = CelType.ListOf(CelType.Dyn);
    private static readonly CelType AnyMap = CelType.MapOf(CelType.Dyn, CelType.Dyn);

    private static readonly Dictionary<string, CelType> ByName = new CelType[]
    {
        CelType.Null, CelType.Bool, CelType.Int, CelType.UInt, CelType.Double, CelType.String, CelType.Bytes, CelType.Type, AnyList, AnyMap,
    }.ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static IEnumerable<string> All => ByName.Keys;

    /// <summary>The type of that name, or null.</summary>
    public static CelType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The type of a value, which is no error.</summary>
    public static CelType Of(in CelValue value)
    {
        return value.Kind switch
        {
            CelKind.Null => CelType.Null,
            CelKind.Bool => CelType.Bool,
            CelKind.Int => CelType.Int,
            CelKind.UInt => CelType.UInt,
            CelKind.Double => CelType.Double,
            CelKind.String => CelType.String,
            CelKind.Bytes => CelType.Bytes,
            CelKind.List => AnyList,
            CelKind.Map => AnyMap,
            CelKind.Type => CelType.Type,
            CelKind.Object => value.ObjectType,
            _ => CelType.Dyn,
        };
    }
}
