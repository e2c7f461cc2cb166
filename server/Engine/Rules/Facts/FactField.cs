using Validation.Cel;

namespace Validation.Engine.Rules.Facts;

/// <summary>Makes the fields of a type of facts.</summary>
/// <typeparam name="T">What the facts are.</typeparam>
internal static class FactField<T>
    where T : class
{
    public static ObjectField Of(string name, Func<T, string> get, string documentation) =>
        new(name, CelType.String, fact => CelValue.Of(get((T)fact)), documentation);

    public static ObjectField Of(string name, Func<T, long> get, string documentation) =>
        new(name, CelType.Int, fact => CelValue.Of(get((T)fact)), documentation);

    public static ObjectField Of(string name, Func<T, double> get, string documentation) =>
        new(name, CelType.Double, fact => CelValue.Of(get((T)fact)), documentation);

    public static ObjectField Of(string name, Func<T, bool> get, string documentation) =>
        new(name, CelType.Bool, fact => CelValue.Of(get((T)fact)), documentation);

    /// <summary>A field of another type, whose values are made by the caller.</summary>
    public static ObjectField Of(string name, CelType type, Func<T, CelValue> get, string documentation) =>
        new(name, type, fact => get((T)fact), documentation);
}

/// <summary>Makes lists of facts and of what facts hold.</summary>
internal static class FactList
{
    /// <summary>A list of facts.</summary>
    public static CelValue Of<T>(ObjectType type, IReadOnlyList<T> facts)
        where T : class => Of(facts, fact => CelValue.Of(new CelObject(type, fact)));

    /// <summary>A list of what facts hold, such as texts or numbers.</summary>
    public static CelValue Of<T>(IEnumerable<T> items, Func<T, CelValue> valueOf) =>
        CelValue.Of(new CelList([.. items.Select(valueOf)]));
}
