using System.Runtime.InteropServices;
using System.Xml;
using Validation.V1;

namespace Validation.Engine.Documents.Packages;

/// <summary>
/// A zip file whose entries are read one by one, each within the limits and only if it is what the directory says. Names are looked up,
/// never used as paths of a file system; packages in it are not opened. Not thread-safe.
/// </summary>
internal sealed class Package
{
    // Small entries are often of one thing only.
    private const long LeastLengthOfBomb = 1024 * 1024;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, ZipEntry> _entries;
    private long _inflated;

    /// <param name="file">The whole file.</param>
    /// <param name="limits">How much is read before giving up.</param>
    /// <param name="cancellationToken">Stops the reading of XML.</param>
    /// <exception cref="UnreadableException">The directory is damaged, or goes beyond a limit.</exception>
    public Package(ReadOnlyMemory<byte> file, EngineLimits limits, CancellationToken cancellationToken)
    {
        _file = file;
        _entries = ZipDirectory.Read(file.Span, limits);
        _cancellationToken = cancellationToken;
        Limits = limits;
    }

    /// <summary>How much is read before giving up.</summary>
    public EngineLimits Limits { get; }

    /// <summary>The paths of all entries, in no order.</summary>
    public IEnumerable<string> Names => _entries.Keys;

    /// <summary>There is such an entry.</summary>
    public bool Contains(string name) => _entries.ContainsKey(name);

    /// <summary>The content of an entry; checked once it is read to its end.</summary>
    /// <exception cref="UnreadableException">There is no such entry, it needs a password, or it is larger than a limit.</exception>
    public PartStream Open(string name)
    {
        if (!_entries.TryGetValue(name, out var entry) || entry.Method is not (ZipEntry.Stored or ZipEntry.Deflated))
        {
            throw UnreadableException.Damaged();
        }

        if (entry.IsEncrypted)
        {
            throw new UnreadableException(Reason.EncryptedDocument);
        }

        var isBomb = entry.Length > LeastLengthOfBomb && entry.PackedLength < Limits.PackageRatio * entry.Length;
        if (isBomb || entry.Length > Limits.PackageEntryBytes || _inflated + entry.Length > Limits.PackageBytes)
        {
            throw UnreadableException.TooLarge();
        }

        return new PartStream(this, entry, Packed(entry));
    }

    /// <summary>An XML part, to be read through once.</summary>
    /// <exception cref="UnreadableException">As for <see cref="Open"/>.</exception>
    public PartXml OpenXml(string name, XmlNameTable names)
    {
        var part = Open(name);
        return new PartXml(part, _entries[name].Length, names, Limits, _cancellationToken);
    }

    /// <summary>XML that <see cref="Read"/> has read.</summary>
    public PartXml OpenXml(byte[] content, XmlNameTable names) =>
        new(new MemoryStream(content, writable: false), content.Length, names, Limits, _cancellationToken);

    /// <summary>The content of an entry.</summary>
    /// <exception cref="UnreadableException">As for <see cref="Open"/>, or the content is not what the directory says.</exception>
    public byte[] Read(string name)
    {
        using var part = Open(name);
        var content = new byte[Math.Min(_entries[name].Length, Array.MaxLength)];
        var read = 0;
        while (read < content.Length && part.Read(content.AsSpan(read)) is > 0 and var more)
        {
            read += more;
        }

        part.Finish();
        return content;
    }

    /// <summary>Notes that bytes of an entry have been inflated.</summary>
    public void CountInflated(int bytes) => _inflated += bytes;

    private MemoryStream Packed(ZipEntry entry)
    {
        var packed = _file.Slice(entry.Start, entry.PackedLength);
        return MemoryMarshal.TryGetArray(packed, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(packed.ToArray(), writable: false);
    }
}
