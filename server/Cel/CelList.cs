namespace Validation.Cel;

/// <summary>A list of values. Immutable.</summary>
/// <param name="items">The items, which must not change any more.</param>
public sealed class CelList(CelValue[] items)
{
    /// <summary>The empty list.</summary>
    public static CelList Empty { get; } = new([]);

    /// <summary>The number of items.</summary>
    public int Count => items.Length;

    /// <summary>The items.</summary>
    public ReadOnlySpan<CelValue> Items => items;

    /// <summary>The item at that index, from 0.</summary>
    public CelValue this[int index] => items[index];
}
