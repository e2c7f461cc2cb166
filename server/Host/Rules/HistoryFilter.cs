using Validation.V1;
using Action = Validation.V1.Publication.Types.Action;

namespace Validation.Server.Rules;

/// <summary>Which entries of the history somebody wants to see.</summary>
/// <param name="request">What was asked for.</param>
internal sealed class HistoryFilter(HistoryRequest request)
{
    /// <summary>How far back a filter looks, in entries.</summary>
    public const int MostSearched = 100_000;

    /// <summary>Whether every entry is wanted.</summary>
    public bool TakesAll => request is { Person: "", Action: Action.Unspecified, Since: null, Until: null };

    /// <summary>Whether an entry is wanted.</summary>
    public bool Takes(Publication entry)
    {
        return (request.Person.Length == 0 || IsBy(entry.Author) || IsBy(entry.Principal))
            && (request.Action == Action.Unspecified || request.Action == entry.Action)
            && (request.Since is null || entry.At >= request.Since)
            && (request.Until is null || entry.At < request.Until);
    }

    private bool IsBy(string name)
    {
        return name.Contains(request.Person, StringComparison.OrdinalIgnoreCase);
    }
}
