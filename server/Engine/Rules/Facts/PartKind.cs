using Validation.Cel;

namespace Validation.Engine.Rules.Facts;

/// <summary>A kind of parts that a table has: so many of them in every report, each made when it is first asked for.</summary>
/// <param name="size">How many there are.</param>
/// <param name="make">Makes one of them.</param>
internal sealed class PartKind(int size, Func<ReportFacts, int, CelValue> make)
{
    private static int _count;

    /// <summary>The number of kinds so far: types make theirs when their fields are first asked for.</summary>
    public static int Count => _count;

    /// <summary>The place of the kind among all.</summary>
    public int Id { get; } = Interlocked.Increment(ref _count) - 1;

    /// <summary>How many there are.</summary>
    public int Size { get; } = size;

    /// <summary>Makes one of them.</summary>
    public Func<ReportFacts, int, CelValue> Make { get; } = make;
}

/// <summary>A type whose objects are parts of a table.</summary>
internal sealed class PartType
{
    private readonly PartKind _kind;

    /// <param name="name">The name of the type.</param>
    /// <param name="count">How many parts of the type a report has.</param>
    /// <param name="fields">The fields.</param>
    public PartType(string name, int count, Func<IEnumerable<ObjectField>> fields)
    {
        Type = new ObjectType(name, fields);
        _kind = new PartKind(count, (facts, index) => CelValue.Of(new CelObject(Type, new Part(facts, index))));
    }

    /// <summary>The type of the part in expressions.</summary>
    public ObjectType Type { get; }

    /// <summary>The part with that index.</summary>
    public CelValue Of(ReportFacts facts, int index) => facts.Part(_kind, index);
}

/// <summary>A part of a table as expressions see it.</summary>
/// <param name="Facts">The report.</param>
/// <param name="Index">Which row, column or group; 0 where there is only one.</param>
internal sealed record Part(ReportFacts Facts, int Index);
