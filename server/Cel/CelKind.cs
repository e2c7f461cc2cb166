namespace Validation.Cel;

/// <summary>What a value is at run time.</summary>
public enum CelKind
{
    /// <summary>null.</summary>
    Null,

    /// <summary>true or false.</summary>
    Bool,

    /// <summary>A 64 bit signed integer.</summary>
    Int,

    /// <summary>A 64 bit unsigned integer.</summary>
    UInt,

    /// <summary>A 64 bit IEEE 754 number.</summary>
    Double,

    /// <summary>Unicode text.</summary>
    String,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map.</summary>
    Map,

    /// <summary>A type.</summary>
    Type,

    /// <summary>An object of the environment, with fields.</summary>
    Object,

    /// <summary>No value: an error. Absorbed by <c>||</c> and <c>&amp;&amp;</c> where the other side decides.</summary>
    Error,
}
