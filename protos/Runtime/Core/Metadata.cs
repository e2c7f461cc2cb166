using System.Collections;

namespace Grpc.Core;

/// <summary>The headers or trailers of a call: pairs of key and value, in order; a key may occur several times.</summary>
public sealed partial class Metadata : IList<Metadata.Entry>
{
    /// <summary>The keys of binary values end with this.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    /// <summary>No entries. Cannot be changed.</summary>
    public static readonly Metadata Empty = new(readOnly: true);

    private readonly List<Entry> _entries = [];
    private readonly bool _readOnly;

    /// <summary>Makes a collection without entries.</summary>
    public Metadata()
    {
    }

    private Metadata(bool readOnly)
    {
        _readOnly = readOnly;
    }

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => _readOnly;

    /// <inheritdoc/>
    public Entry this[int index]
    {
        get => _entries[index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Writable()[index] = value;
        }
    }

    /// <summary>The last entry with a key.</summary>
    /// <param name="key">The key; case does not matter.</param>
    /// <returns>The entry; null if there is none.</returns>
    public Entry? Get(string key) => _entries.FindLast(entry => entry.HasKey(key));

    /// <summary>The text of the last entry with a key.</summary>
    /// <param name="key">The key; case does not matter.</param>
    /// <returns>The text; null if there is no such entry.</returns>
    /// <exception cref="InvalidOperationException">The entry is binary.</exception>
    public string? GetValue(string key) => Get(key)?.Value;

    /// <summary>The bytes of the last entry with a key; of a text its ASCII bytes.</summary>
    /// <param name="key">The key; case does not matter.</param>
    /// <returns>A copy of the bytes; null if there is no such entry.</returns>
    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    /// <summary>All entries with a key.</summary>
    /// <param name="key">The key; case does not matter.</param>
    /// <returns>The entries, in order.</returns>
    public IEnumerable<Entry> GetAll(string key) => _entries.Where(entry => entry.HasKey(key));

    /// <summary>Adds a text.</summary>
    /// <param name="key">The key, without the suffix <c>-bin</c>.</param>
    /// <param name="value">The text, ASCII.</param>
    public void Add(string key, string value) => Add(new Entry(key, value));

    /// <summary>Adds bytes.</summary>
    /// <param name="key">The key, with the suffix <c>-bin</c>.</param>
    /// <param name="valueBytes">The bytes; they are copied.</param>
    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    /// <inheritdoc/>
    public void Add(Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Writable().Add(item);
    }

    /// <inheritdoc/>
    public void Insert(int index, Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Writable().Insert(index, item);
    }

    /// <inheritdoc/>
    public bool Remove(Entry item) => Writable().Remove(item);

    /// <inheritdoc/>
    public void RemoveAt(int index) => Writable().RemoveAt(index);

    /// <inheritdoc/>
    public void Clear() => Writable().Clear();

    /// <inheritdoc/>
    public bool Contains(Entry item) => _entries.Contains(item);

    /// <inheritdoc/>
    public int IndexOf(Entry item) => _entries.IndexOf(item);

    /// <inheritdoc/>
    public void CopyTo(Entry[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<Entry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<Entry> Writable() => _readOnly ? throw new InvalidOperationException("The metadata are read-only.") : _entries;
}
