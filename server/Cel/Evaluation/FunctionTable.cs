namespace Validation.Cel.Evaluation;

/// <summary>Functions by name and style. Immutable.</summary>
internal sealed class FunctionTable(IEnumerable<CelFunction> functions)
{
    private readonly Dictionary<(string Name, bool IsMember), CelFunction[]> _functions = functions
        .GroupBy(function => (function.Name, function.IsMember))
        .ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The overloads of a function; none: there is no such function.</summary>
    public IReadOnlyList<CelFunction> Find(string name, bool isMember)
    {
        return _functions.TryGetValue((name, isMember), out var found) ? found : [];
    }

    /// <summary>All names of functions called in that style.</summary>
    public IEnumerable<string> Names(bool isMember) => _functions.Keys.Where(key => key.IsMember == isMember).Select(key => key.Name);
}
