namespace Validation.Cel;

/// <summary>A list of values. Immutable.</summary>
public sealed class CelList
{
    private readonly CelValue[] _items;
    private readonly int _start;

    /// <param name="items">The items, which must not change any more.</param>
    public CelList(CelValue[] items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _items = items;
        Count = items.Length;
    }

    /// <summary>A list of some items of an array that several lists share.</summary>
    /// <param name="items">The array; the items of the list must not change any more.</param>
    /// <param name="start">The index of the first item of the list.</param>
    /// <param name="count">The number of items.</param>
    public CelList(CelValue[] items, int start, int count)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start, (uint)items.Length, nameof(start));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(items.Length - start), nameof(count));
        _items = items;
        _start = start;
        Count = count;
    }

    /// <summary>The list without any items.</summary>
    public static CelList Empty { get; } = new([]);

    /// <summary>The number of items.</summary>
    public int Count { get; }

    /// <summary>The items in their order.</summary>
    public ReadOnlySpan<CelValue> Items => _items.AsSpan(_start, Count);

    /// <summary>The item at that index, from 0.</summary>
    public CelValue this[int index] => Items[index];
}
