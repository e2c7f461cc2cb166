using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using static Validation.Engine.Documents.Raw;
using static Validation.Engine.Documents.Zip.ZipDirectory;

namespace Validation.Engine.Documents.Zip;

/// <summary>
/// Writes a copy of a package in which some parts have another content and some are new. Every other entry keeps its bytes, packed as they
/// are, with its header, its place in the order and its metadata; of its header in the directory only the place of its bytes changes.
/// </summary>
internal sealed class PackageCopy
{
    private const int Flags = 6;
    private const ushort Version = 20;

    // Of the flags only the one for names in UTF-8 says something of more than how the content was packed. [APPNOTE] 4.4.4
    private const ushort NamesInUtf8 = 0x0800;
    private const ushort Extra64 = 1;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly List<ZipEntry> _entries;
    private readonly int _directory;
    private readonly int _comment;
    private readonly ArrayBufferWriter<byte> _copy;
    private readonly Dictionary<int, Written> _written = [];

    private PackageCopy(ReadOnlyMemory<byte> file, EngineLimits limits)
    {
        _file = file;
        _entries = [.. ZipDirectory.Read(file.Span, limits).Values.OrderBy(entry => entry.Local)];
        (_directory, _comment) = ZipDirectory.Places(file.Span);
        _copy = new ArrayBufferWriter<byte>(file.Length + (64 * 1024));
    }

    /// <summary>Writes the copy of a package.</summary>
    /// <param name="file">The package.</param>
    /// <param name="parts">The parts that change or are new, with their content.</param>
    /// <param name="like">The entry whose date new parts take.</param>
    /// <param name="limits">How many entries there may be.</param>
    /// <exception cref="UnreadableException">The directory is damaged, or entries lie in one another.</exception>
    public static ReadOnlyMemory<byte> Write(
        ReadOnlyMemory<byte> file, IReadOnlyDictionary<string, byte[]> parts, string like, EngineLimits limits)
    {
        var copy = new PackageCopy(file, limits);
        copy.WriteEntries(parts);
        var known = copy._entries.Select(entry => entry.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var date = copy.DateOf(copy._entries.Find(entry => entry.Name.Equals(like, StringComparison.OrdinalIgnoreCase)));
        var added = parts.Where(part => !known.Contains(part.Key)).Select(part => copy.Add(part.Key, part.Value, date)).ToList();
        copy.WriteDirectory(added);
        return copy._copy.WrittenMemory;
    }

    private void WriteEntries(IReadOnlyDictionary<string, byte[]> parts)
    {
        var changed = new Dictionary<string, byte[]>(parts, StringComparer.OrdinalIgnoreCase);
        var start = 0;
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            var end = i + 1 < _entries.Count ? _entries[i + 1].Local : _directory;
            UnreadableException.ThrowIfDamaged(entry.Local < start || entry.Start + entry.PackedLength > end);

            // What lies between entries, such as the length of the content behind it, goes with the entry before.
            Copy(start, entry.Local - start);
            var at = _copy.WrittenCount;
            if (changed.TryGetValue(entry.Name, out var content))
            {
                _written[entry.Header] = WriteChanged(entry, content);
            }
            else
            {
                Copy(entry.Local, end - entry.Local);
                _written[entry.Header] = new Written(at, null);
            }

            start = end;
        }
    }

    private Written WriteChanged(ZipEntry entry, byte[] content)
    {
        var local = _file.Span[entry.Local..entry.Start].ToArray();
        var nameEnd = LocalLength + UInt16(local, 26);
        var extra = WithoutLengths(local.AsSpan(nameEnd));
        var packed = Packed.Of(content);
        SetPacked(local, Flags, packed);
        Set16(local, 28, (ushort)extra.Length);
        var at = _copy.WrittenCount;
        _copy.Write(local.AsSpan(0, nameEnd));
        _copy.Write(extra);
        _copy.Write(packed.Bytes.Span);
        return new Written(at, packed);
    }

    private byte[] Add(string name, byte[] content, uint date)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var packed = Packed.Of(content);
        var at = _copy.WrittenCount;
        var local = new byte[LocalLength];
        var header = new byte[HeaderLength];
        "PK\u0003\u0004"u8.CopyTo(local);
        "PK\u0001\u0002"u8.CopyTo(header);
        Set16(header, 4, Version);
        Set16(local, 4, Version);
        Set16(header, 6, Version);
        SetPacked(local, Flags, packed);
        SetPacked(header, Flags + 2, packed);
        Set32(local, 10, date);
        Set32(header, 12, date);
        Set16(local, 26, (ushort)bytes.Length);
        Set16(header, 28, (ushort)bytes.Length);
        Set32(header, 42, (uint)at);
        _copy.Write(local);
        _copy.Write(bytes);
        _copy.Write(packed.Bytes.Span);
        return [.. header, .. bytes];
    }

    private void WriteDirectory(List<byte[]> added)
    {
        var start = _copy.WrittenCount;
        foreach (var entry in _entries.OrderBy(entry => entry.Header))
        {
            WriteHeader(entry, _written[entry.Header]);
        }

        foreach (var header in added)
        {
            _copy.Write(header);
        }

        var length = _copy.WrittenCount - start;
        var comment = _file.Span[_comment..];
        var end = new byte[EndLength];
        "PK\u0005\u0006"u8.CopyTo(end);
        Set16(end, 8, (ushort)(_entries.Count + added.Count));
        Set16(end, 10, (ushort)(_entries.Count + added.Count));
        Set32(end, 12, (uint)length);
        Set32(end, 16, (uint)start);
        Set16(end, 20, (ushort)UInt16(_file.Span, _comment - 2));
        _copy.Write(end);
        _copy.Write(comment);
    }

    private void WriteHeader(ZipEntry entry, Written written)
    {
        var file = _file.Span;
        int nameLength = UInt16(file, entry.Header + 28), extraLength = UInt16(file, entry.Header + 30);
        var commentLength = UInt16(file, entry.Header + 32);
        var header = file.Slice(entry.Header, HeaderLength + nameLength + extraLength + commentLength).ToArray();
        var extra = header.AsSpan(HeaderLength + nameLength, extraLength);
        if (written.Packed is null)
        {
            if (UInt32(header, 42) == uint.MaxValue)
            {
                SetStart64(header, extra, written.At);
            }
            else
            {
                Set32(header, 42, (uint)written.At);
            }

            _copy.Write(header);
            return;
        }

        var kept = WithoutLengths(extra);
        SetPacked(header, Flags + 2, written.Packed);
        Set16(header, 30, (ushort)kept.Length);
        Set32(header, 42, (uint)written.At);
        _copy.Write(header.AsSpan(0, HeaderLength + nameLength));
        _copy.Write(kept);
        _copy.Write(header.AsSpan(HeaderLength + nameLength + extraLength));
    }

    // The two headers have these fields in the same order, but for the date between. [APPNOTE] 4.3.7 and 4.3.12
    private static void SetPacked(Span<byte> header, int flags, Packed packed)
    {
        Set16(header, flags, (ushort)(UInt16(header, flags) & NamesInUtf8));
        Set16(header, flags + 2, ZipEntry.Deflated);
        Set32(header, flags + 8, packed.Crc);
        Set32(header, flags + 12, (uint)packed.Bytes.Length);
        Set32(header, flags + 16, (uint)packed.Length);
    }

    // [APPNOTE] 4.5.3: the place stands behind the lengths that do not fit either.
    private static void SetStart64(ReadOnlySpan<byte> header, Span<byte> extra, int start)
    {
        var before = (UInt32(header, 24) == uint.MaxValue ? 8 : 0) + (UInt32(header, 20) == uint.MaxValue ? 8 : 0);
        for (var at = 0; at + 4 <= extra.Length; at += 4 + UInt16(extra, at + 2))
        {
            if (UInt16(extra, at) == Extra64 && at + 4 + before + 8 <= extra.Length)
            {
                BinaryPrimitives.WriteInt64LittleEndian(extra[(at + 4 + before)..], start);
                return;
            }
        }

        throw UnreadableException.Damaged();
    }

    // What other programs note of a file stays, such as its dates; the lengths of the old content do not.
    private static byte[] WithoutLengths(ReadOnlySpan<byte> extra)
    {
        var kept = new List<byte>();
        while (extra.Length >= 4 && 4 + UInt16(extra, 2) <= extra.Length)
        {
            var field = extra[..(4 + UInt16(extra, 2))];
            kept.AddRange(UInt16(field, 0) == Extra64 ? [] : field);
            extra = extra[field.Length..];
        }

        return [.. kept];
    }

    private uint DateOf(ZipEntry entry) => UInt32(_file.Span, entry.Header + 12);

    private void Copy(int start, int length) => _copy.Write(_file.Span.Slice(start, length));

    private static void Set16(Span<byte> bytes, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes[at..], value);

    private static void Set32(Span<byte> bytes, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], value);

    /// <summary>An entry of the copy: where its own header begins, and what it holds if that is new.</summary>
    private readonly record struct Written(int At, Packed? Packed);

    /// <summary>Content that was packed: its bytes, the checksum and the length of what they hold.</summary>
    private sealed record Packed(ReadOnlyMemory<byte> Bytes, uint Crc, int Length)
    {
        public static Packed Of(byte[] content)
        {
            var bytes = new MemoryStream();
            using (var deflate = new DeflateStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            {
                deflate.Write(content);
            }

            return new Packed(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), Crc32.HashToUInt32(content), content.Length);
        }
    }
}
