namespace Validation.Cel;

/// <summary>A type of the environment: objects with named fields, such as a cell of a table. Equal only to itself.</summary>
public sealed record ObjectType : CelType
{
    private readonly Lazy<IReadOnlyDictionary<string, ObjectField>> _fields;

    /// <param name="name">The name as <c>type()</c> gives it, such as "cell".</param>
    /// <param name="fields">The fields. May refer to the type itself: they are asked for when first needed.</param>
    public ObjectType(string name, Func<IEnumerable<ObjectField>> fields)
        : base(name) =>
        _fields = new(() => fields().ToDictionary(field => field.Name, StringComparer.Ordinal));

    /// <summary>The fields by name.</summary>
    public IReadOnlyDictionary<string, ObjectField> Fields => _fields.Value;

    /// <summary>
    /// The number that an object of this type stands for. Where it is set, such an object may stand wherever a number may: in arithmetic,
    /// comparisons, <c>==</c> with a number or another such object, <c>int()</c>, <c>double()</c>, <c>string()</c>, <c>sum()</c>. Gives an
    /// int or double value, or an error. Null: the object is no number.
    /// </summary>
    public Func<object, CelValue>? Number { get; init; }

    /// <summary>The type of that number: int or double. Dyn where it differs from object to object.</summary>
    public CelType NumberType { get; init; } = Dyn;

    /// <inheritdoc/>
    public bool Equals(ObjectType? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A field of an object.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Get">Reads it. May give an error value; must not throw.</param>
/// <param name="Documentation">What it holds, in Chinese, for administrators.</param>
public sealed record ObjectField(string Name, CelType Type, Func<object, CelValue> Get, string Documentation = "");
