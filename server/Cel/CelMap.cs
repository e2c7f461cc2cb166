namespace Validation.Cel;

/// <summary>
/// A map. Immutable. Keys are bool, int, uint or string; 1, 1u and (when looked up) 1.0 are the same key. Keeps the order of insertion.
/// </summary>
public sealed class CelMap
{
    private readonly KeyValuePair<CelValue, CelValue>[] _entries;

    internal CelMap(KeyValuePair<CelValue, CelValue>[] entries) => _entries = entries;

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Length;

    /// <summary>The entries.</summary>
    public ReadOnlySpan<KeyValuePair<CelValue, CelValue>> Entries => _entries;
}
