namespace Validation.Cel;

/// <summary>A type as the checker knows it. Compare with <see cref="object.Equals(object)"/>.</summary>
public record CelType
{
    private protected CelType(string name) => Name = name;

    /// <summary>The type of what is known only when the expression is evaluated. It fits everything.</summary>
    public static CelType Dyn { get; } = new("dyn");

    /// <summary>The type of null.</summary>
    public static CelType Null { get; } = new("null_type");

    /// <summary>The type of booleans, "bool".</summary>
    public static CelType Bool { get; } = new("bool");

    /// <summary>The type of signed integers of 64 bits, "int".</summary>
    public static CelType Int { get; } = new("int");

    /// <summary>The type of unsigned integers of 64 bits, "uint".</summary>
    public static CelType UInt { get; } = new("uint");

    /// <summary>The type of IEEE 754 numbers of 64 bits, "double".</summary>
    public static CelType Double { get; } = new("double");

    /// <summary>The type of Unicode text, "string".</summary>
    public static CelType String { get; } = new("string");

    /// <summary>The type of byte sequences, "bytes".</summary>
    public static CelType Bytes { get; } = new("bytes");

    /// <summary>The type of types, "type".</summary>
    public static CelType Type { get; } = new("type");

    /// <summary>The name as <c>type()</c> gives it: "int", "list", "map", "cell".</summary>
    public string Name { get; }

    /// <summary>The type of lists whose items have a given type.</summary>
    public static CelType ListOf(CelType item) => new CelListType(item);

    /// <summary>The type of maps with keys and values of given types.</summary>
    public static CelType MapOf(CelType key, CelType value) => new CelMapType(key, value);

    /// <summary>A type that a function leaves open, such as "A" in list(A).</summary>
    public static CelType Parameter(string name) => new CelTypeParameter(name);

    /// <summary>As people write it, such as "list(int)".</summary>
    public override string ToString() => Name;
}

/// <summary>The type list(item) with the type of its items.</summary>
public sealed record CelListType(CelType Item) : CelType("list")
{
    /// <inheritdoc/>
    public override string ToString() => $"list({Item})";
}

/// <summary>The type map(key, value) with the types of both.</summary>
public sealed record CelMapType(CelType Key, CelType Value) : CelType("map")
{
    /// <inheritdoc/>
    public override string ToString() => $"map({Key}, {Value})";
}

/// <summary>A type that a function leaves open.</summary>
public sealed record CelTypeParameter(string Symbol) : CelType(Symbol)
{
    /// <inheritdoc/>
    public override string ToString() => Symbol;
}
