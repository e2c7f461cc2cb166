namespace Validation.Cel.Functions;

/// <summary>The functions by name and style. Immutable.</summary>
internal sealed class FunctionTable
{
    private readonly Dictionary<(string Name, bool IsMember), CelFunction[]> _functions;

    public FunctionTable(IEnumerable<CelFunction> more)
    {
        _functions = Standard.Concat(more)
            .GroupBy(function => (function.Name, function.IsMember))
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The functions of the specification, its usual extensions for strings, and the own ones.</summary>
    public static IReadOnlyList<CelFunction> Standard { get; } =
    [
        .. StandardFunctions.All, .. Conversions.All, .. Strings.All, .. StringLists.All, .. Patterns.All, .. Own,
    ];

    /// <summary>The functions that the specification does not know.</summary>
    public static IEnumerable<CelFunction> Own =>
    [
        .. Numbers.All, .. Similarity.All, .. Identity.All, .. Text.All, .. PatternText.All, .. Slips.All,
    ];

    /// <summary>The overloads of a function; none: there is no such function.</summary>
    public IReadOnlyList<CelFunction> Find(string name, bool isMember)
    {
        return _functions.TryGetValue((name, isMember), out var found) ? found : [];
    }

    /// <summary>All names of functions called in that style.</summary>
    public IEnumerable<string> Names(bool isMember) => _functions.Keys.Where(key => key.IsMember == isMember).Select(key => key.Name);
}
