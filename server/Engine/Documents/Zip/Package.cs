using System.Runtime.InteropServices;
using System.Xml;
using Validation.V1;

namespace Validation.Engine.Documents.Zip;

/// <summary>
/// A zip file whose entries are read one by one, each within the limits and only if it is what the directory says. Names are looked up,
/// never used as paths of a file system; packages in it are not opened. Not thread-safe.
/// </summary>
/// <exception cref="UnreadableException">The directory is damaged, or goes beyond a limit.</exception>
internal sealed class Package(ReadOnlyMemory<byte> file, EngineLimits limits, CancellationToken cancellationToken)
{
    // The content of small entries may repeat one thing, so that their ratio tells nothing.
    private const long LeastLengthOfBomb = 1024 * 1024;

    // A reader of XML takes its buffers by the length of what it can seek in.
    private const long LongestInMemory = 2048;

    private readonly Dictionary<string, ZipEntry> _entries = ZipDirectory.Read(file.Span, limits);
    private long _inflated;

    /// <summary>How much is read before giving up.</summary>
    public EngineLimits Limits => limits;

    /// <summary>The paths of all entries, in no order.</summary>
    public IEnumerable<string> Names => _entries.Keys;

    /// <summary>The names of elements and attributes in all parts, each as one string.</summary>
    public XmlNameTable XmlNames { get; } = new PartNames();

    /// <summary>There is such an entry.</summary>
    public bool Contains(string name) => _entries.ContainsKey(name);

    /// <summary>How many bytes the content of an entry should have. 0: there is no such entry.</summary>
    public long LengthOf(string name) => _entries.GetValueOrDefault(name).Length;

    /// <summary>The content of an entry; checked once it is read to its end.</summary>
    /// <exception cref="UnreadableException">There is no such entry, it needs a password, or it is larger than a limit.</exception>
    public PartStream Open(string name)
    {
        var isKnown = _entries.TryGetValue(name, out var entry);
        UnreadableException.ThrowIfDamaged(!isKnown || entry.Method is not (ZipEntry.Stored or ZipEntry.Deflated));

        if (entry.IsEncrypted)
        {
            throw new UnreadableException(Reason.EncryptedDocument);
        }

        var isBomb = entry.Length > LeastLengthOfBomb && entry.PackedLength < limits.Package.Ratio * entry.Length;
        UnreadableException.ThrowIfTooLarge(
            isBomb || entry.Length > limits.Package.EntryBytes || _inflated + entry.Length > limits.Package.Bytes);

        return new PartStream(this, entry, Packed(entry));
    }

    /// <summary>An XML part, to be read through once.</summary>
    /// <exception cref="UnreadableException">As for <see cref="Open"/>.</exception>
    public PartXml OpenXml(string name) => LengthOf(name) <= LongestInMemory
        ? OpenXml(Read(name))
        : new PartXml(Open(name), LengthOf(name), XmlNames, limits, cancellationToken);

    /// <summary>XML that <see cref="Read"/> has read.</summary>
    public PartXml OpenXml(byte[] content) =>
        new(new MemoryStream(content, writable: false), content.Length, XmlNames, limits, cancellationToken);

    /// <summary>The content of an entry.</summary>
    /// <exception cref="UnreadableException">As for <see cref="Open"/>, or the content is not what the directory says.</exception>
    public byte[] Read(string name)
    {
        using var part = Open(name);
        var content = new byte[Math.Min(_entries[name].Length, Array.MaxLength)];
        _ = part.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        part.Finish();
        return content;
    }

    /// <summary>Counts bytes of an entry that have been inflated, against the limits.</summary>
    public void CountInflated(int bytes) => _inflated += bytes;

    private MemoryStream Packed(ZipEntry entry)
    {
        var packed = file.Slice(entry.Start, entry.PackedLength);
        return MemoryMarshal.TryGetArray(packed, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(packed.ToArray(), writable: false);
    }
}
