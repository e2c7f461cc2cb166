using Validation.Cel.Evaluation;

namespace Validation.Cel;

/// <summary>
/// A map. Immutable. Keys are bool, int, uint or string; 1, 1u and (when looked up) 1.0 are the same key. Keeps the order of insertion.
/// </summary>
public sealed class CelMap
{
    private readonly KeyValuePair<CelValue, CelValue>[] _entries;
    private readonly Dictionary<MapKey, int> _places;

    private CelMap(KeyValuePair<CelValue, CelValue>[] entries, Dictionary<MapKey, int> places)
    {
        _entries = entries;
        _places = places;
    }

    /// <summary>The map without entries.</summary>
    public static CelMap Empty { get; } = new([], []);

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Length;

    /// <summary>The entries in the order in which they were given.</summary>
    public ReadOnlySpan<KeyValuePair<CelValue, CelValue>> Entries => _entries;

    /// <summary>
    /// A map of those entries, which must not change any more. Otherwise null and the error: a key that cannot be one, or one that is there
    /// twice.
    /// </summary>
    public static CelMap? Create(KeyValuePair<CelValue, CelValue>[] entries, out CelValue error)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var places = new Dictionary<MapKey, int>(entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            if (MapKey.ForEntry(entries[i].Key) is not { } key)
            {
                error = Fault.BadKey;
                return null;
            }

            if (!places.TryAdd(key, i))
            {
                error = Fault.DuplicateKey;
                return null;
            }
        }

        error = default;
        return new(entries, places);
    }

    /// <summary>The value of a key. False: the map does not have it.</summary>
    public bool TryGet(in CelValue key, out CelValue value)
    {
        if (MapKey.ForLookup(key) is { } place && _places.TryGetValue(place, out var index))
        {
            value = _entries[index].Value;
            return true;
        }

        value = default;
        return false;
    }
}
