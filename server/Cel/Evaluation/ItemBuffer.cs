using System.Buffers;

namespace Validation.Cel.Evaluation;

/// <summary>Collects the items of a list whose number is known only in the end. It takes no memory of its own before the first item, and
/// gives back what it has lent.</summary>
/// <param name="most">The most items that may come.</param>
internal struct ItemBuffer(int most) : IDisposable
{
    private CelValue[]? _items;
    private int _count;

    public void Add(in CelValue item)
    {
        _items ??= ArrayPool<CelValue>.Shared.Rent(most);
        _items[_count++] = item;
    }

    /// <summary>The items as a list.</summary>
    public readonly CelList ToList() => _count == 0 ? CelList.Empty : new CelList(_items.AsSpan(0, _count).ToArray());

    /// <inheritdoc/>
    public readonly void Dispose()
    {
        if (_items is not null)
        {
            _items.AsSpan(0, _count).Clear();
            ArrayPool<CelValue>.Shared.Return(_items);
        }
    }
}
