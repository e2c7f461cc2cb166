namespace Validation.Cel;

/// <summary>
/// A value of the language, errors included. Immutable. Numbers, booleans and null need no memory of their own.
/// See the section "Values" of the CEL specification.
/// </summary>
public readonly struct CelValue
{
    private readonly object? _reference;
    private readonly long _bits;

    private CelValue(CelKind kind, long bits, object? reference)
    {
        Kind = kind;
        _bits = bits;
        _reference = reference;
    }

    /// <summary>null; also the default of this struct.</summary>
    public static CelValue Null => default;

    /// <summary>The boolean value true.</summary>
    public static CelValue True => new(CelKind.Bool, 1, null);

    /// <summary>The boolean value false.</summary>
    public static CelValue False => default(CelValue).With(CelKind.Bool);

    /// <summary>What the value is; the accessors below hold only for their own kind.</summary>
    public CelKind Kind { get; }

    /// <summary>The value is an error.</summary>
    public bool IsError => Kind == CelKind.Error;

    /// <summary>The value is true.</summary>
    public bool IsTrue => Kind == CelKind.Bool && _bits != 0;

    /// <summary>The value is false.</summary>
    public bool IsFalse => Kind == CelKind.Bool && _bits == 0;

    /// <summary>The value of a signed integer, of kind <see cref="CelKind.Int"/> only.</summary>
    public long AsInt => _bits;

    /// <summary>The value of an unsigned integer, of kind <see cref="CelKind.UInt"/> only.</summary>
    public ulong AsUInt => unchecked((ulong)_bits);

    /// <summary>The value of a double, of kind <see cref="CelKind.Double"/> only.</summary>
    public double AsDouble => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The value of a text, of kind <see cref="CelKind.String"/> only.</summary>
    public string AsString => (string)_reference!;

    /// <summary>The bytes. Not to be changed.</summary>
    public byte[] AsBytes => (byte[])_reference!;

    /// <summary>The value of a list, of kind <see cref="CelKind.List"/> only.</summary>
    public CelList AsList => (CelList)_reference!;

    /// <summary>The value of a map, of kind <see cref="CelKind.Map"/> only.</summary>
    public CelMap AsMap => (CelMap)_reference!;

    /// <summary>The value of a type, of kind <see cref="CelKind.Type"/> only.</summary>
    public CelType AsType => (CelType)_reference!;

    /// <summary>The object; its type is <see cref="ObjectType"/>.</summary>
    public object AsObject => ((CelObject)_reference!).Value;

    /// <summary>The type of the object.</summary>
    public ObjectType ObjectType => ((CelObject)_reference!).Type;

    /// <summary>The object together with its type.</summary>
    public CelObject AsCelObject => (CelObject)_reference!;

    /// <summary>The error, of kind <see cref="CelKind.Error"/> only.</summary>
    public CelError AsError => (CelError)_reference!;

    /// <summary>The value of a boolean.</summary>
    public static CelValue Of(bool value) => value ? True : False;

    /// <summary>The value of a signed integer.</summary>
    public static CelValue Of(long value) => new(CelKind.Int, value, null);

    /// <summary>The value of an unsigned integer.</summary>
    public static CelValue Of(ulong value) => new(CelKind.UInt, unchecked((long)value), null);

    /// <summary>The value of a double.</summary>
    public static CelValue Of(double value) => new(CelKind.Double, BitConverter.DoubleToInt64Bits(value), null);

    /// <summary>The value of a text.</summary>
    public static CelValue Of(string value) => new(CelKind.String, 0, value);

    /// <summary>Bytes, which must not change any more.</summary>
    public static CelValue Of(byte[] value) => new(CelKind.Bytes, 0, value);

    /// <summary>The value of a list.</summary>
    public static CelValue Of(CelList value) => new(CelKind.List, 0, value);

    /// <summary>The value of a map.</summary>
    public static CelValue Of(CelMap value) => new(CelKind.Map, 0, value);

    /// <summary>A type as a value of its own.</summary>
    public static CelValue Of(CelType value) => new(CelKind.Type, 0, value);

    /// <summary>An object of the environment.</summary>
    public static CelValue Of(CelObject value) => new(CelKind.Object, 0, value);

    /// <summary>The value of what failed: it ends whatever needs it.</summary>
    public static CelValue Of(CelError error) => new(CelKind.Error, 0, error);

    /// <summary>An error with that message.</summary>
    public static CelValue Error(string message) => Of(new CelError(message));

    private CelValue With(CelKind kind) => new(kind, _bits, _reference);
}
