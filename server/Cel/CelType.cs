namespace Validation.Cel;

/// <summary>A type as the checker knows it. Compare with <see cref="object.Equals(object)"/>.</summary>
public record CelType
{
    private protected CelType(string name) => Name = name;

    /// <summary>Not known before the evaluation.</summary>
    public static CelType Dyn { get; } = new("dyn");

    /// <summary>The type of null.</summary>
    public static CelType Null { get; } = new("null_type");

    /// <summary>bool.</summary>
    public static CelType Bool { get; } = new("bool");

    /// <summary>int.</summary>
    public static CelType Int { get; } = new("int");

    /// <summary>uint.</summary>
    public static CelType UInt { get; } = new("uint");

    /// <summary>double.</summary>
    public static CelType Double { get; } = new("double");

    /// <summary>string.</summary>
    public static CelType String { get; } = new("string");

    /// <summary>bytes.</summary>
    public static CelType Bytes { get; } = new("bytes");

    /// <summary>The type of types.</summary>
    public static CelType Type { get; } = new("type");

    /// <summary>The name as <c>type()</c> gives it: "int", "list", "map", "cell".</summary>
    public string Name { get; }

    /// <summary>list(item).</summary>
    public static CelType ListOf(CelType item) => new CelListType(item);

    /// <summary>map(key, value).</summary>
    public static CelType MapOf(CelType key, CelType value) => new CelMapType(key, value);

    /// <summary>A type that a function leaves open, such as "A" in list(A).</summary>
    public static CelType Parameter(string name) => new CelTypeParameter(name);

    /// <summary>As people write it, such as "list(int)".</summary>
    public override string ToString() => Name;
}

/// <summary>list(item).</summary>
public sealed record CelListType(CelType Item) : CelType("list")
{
    /// <inheritdoc/>
    public override string ToString() => $"list({Item})";
}

/// <summary>map(key, value).</summary>
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
