namespace Validation.Cel;

/// <summary>What a value is at run time.</summary>
public enum CelKind
{
    /// <summary>The value null of the language.</summary>
    Null,

    /// <summary>A boolean, true or false.</summary>
    Bool,

    /// <summary>A 64 bit signed integer.</summary>
    Int,

    /// <summary>A 64 bit unsigned integer.</summary>
    UInt,

    /// <summary>A 64 bit IEEE 754 number.</summary>
    Double,

    /// <summary>Text, measured in code points.</summary>
    String,

    /// <summary>Bytes, without any encoding.</summary>
    Bytes,

    /// <summary>A list of values of any kind.</summary>
    List,

    /// <summary>A map from keys to values.</summary>
    Map,

    /// <summary>A type as a value, as the function type() gives it.</summary>
    Type,

    /// <summary>An object of the environment, with fields.</summary>
    Object,

    /// <summary>No value: an error. Absorbed by <c>||</c> and <c>&amp;&amp;</c> where the other side decides.</summary>
    Error,
}
