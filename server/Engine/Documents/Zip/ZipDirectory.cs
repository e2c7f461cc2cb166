using System.Buffers.Binary;
using System.Text;
using static Validation.Engine.Documents.Raw;

namespace Validation.Engine.Documents.Zip;

/// <summary>
/// Reads the directory of a zip file that is whole in memory. Refuses what no word processor writes and what different programs read
/// differently: names twice, absolute names or such with "..", entries whose own header has another name, parts in other files.
/// </summary>
internal static class ZipDirectory
{
    public const int EndLength = 22;
    public const int HeaderLength = 46;
    public const int LocalLength = 30;

    private const int LocatorLength = 20;
    private const int End64Length = 56;
    private const int LongestComment = ushort.MaxValue;

    private const uint EndMark = 0x06054B50;
    private const uint LocatorMark = 0x07064B50;
    private const uint End64Mark = 0x06064B50;
    private const uint HeaderMark = 0x02014B50;
    private const uint LocalMark = 0x04034B50;

    /// <summary>The entries by their names, case ignored, without folders.</summary>
    /// <exception cref="UnreadableException">The directory is damaged, or goes beyond a limit.</exception>
    public static Dictionary<string, ZipEntry> Read(ReadOnlySpan<byte> file, EngineLimits limits)
    {
        var (count, start) = FindEnd(file, out _);
        UnreadableException.ThrowIfTooLarge(count > limits.Package.Entries);

        // Each entry has a header of its own, so that the count is believed only as far as headers are there.
        UnreadableException.ThrowIfDamaged(start > file.Length || count > (file.Length - (int)start) / HeaderLength);

        var entries = new Dictionary<string, ZipEntry>((int)count, StringComparer.OrdinalIgnoreCase);
        var at = (int)start;
        for (var i = 0; i < count; i++)
        {
            var entry = ReadHeader(file, ref at);
            UnreadableException.ThrowIfDamaged(!entries.TryAdd(entry.Name, entry));
        }

        return entries;
    }

    /// <summary>Where the directory begins in the file, and where the comment of the file does, which goes to its end.</summary>
    /// <exception cref="UnreadableException">The directory is damaged.</exception>
    public static (int Directory, int Comment) Places(ReadOnlySpan<byte> file)
    {
        var (_, start) = FindEnd(file, out var end);
        return start <= end ? ((int)start, end + EndLength) : throw UnreadableException.Damaged();
    }

    // [APPNOTE] 4.3.16: the record stands at the end, before a comment.
    private static (long Count, long Start) FindEnd(ReadOnlySpan<byte> file, out int end)
    {
        for (var at = file.Length - EndLength; at >= 0 && at >= file.Length - EndLength - LongestComment; at--)
        {
            if (UInt32(file, at) != EndMark || at + EndLength + UInt16(file, at + 20) > file.Length)
            {
                continue;
            }

            end = at;
            var (count, start) = (UInt16(file, at + 10), UInt32(file, at + 16));
            if (count == ushort.MaxValue || start == uint.MaxValue)
            {
                return FindEnd64(file, at);
            }

            return UInt16(file, at + 4) == 0 && UInt16(file, at + 8) == count ? (count, start) : throw UnreadableException.Damaged();
        }

        throw UnreadableException.Damaged();
    }

    // [APPNOTE] 4.3.14 and 4.3.15
    private static (long Count, long Start) FindEnd64(ReadOnlySpan<byte> file, int end)
    {
        var locator = end - LocatorLength;
        if (locator >= 0 && UInt32(file, locator) == LocatorMark)
        {
            var at = Int64(file, locator + 8);
            if (at <= file.Length - End64Length && UInt32(file, (int)at) == End64Mark)
            {
                return (Int64(file, (int)at + 32), Int64(file, (int)at + 48));
            }
        }

        throw UnreadableException.Damaged();
    }

    private static ZipEntry ReadHeader(ReadOnlySpan<byte> file, ref int at)
    {
        UnreadableException.ThrowIfDamaged(at > file.Length - HeaderLength || UInt32(file, at) != HeaderMark);

        var header = file[at..];
        var headerStart = at;
        int nameLength = UInt16(header, 28), extraLength = UInt16(header, 30), commentLength = UInt16(header, 32);
        at += HeaderLength + nameLength + extraLength + commentLength;
        UnreadableException.ThrowIfDamaged(at > file.Length);

        var name = header.Slice(HeaderLength, nameLength);
        var extra = header.Slice(HeaderLength + nameLength, extraLength);
        long length = UInt32(header, 24), packed = UInt32(header, 20), local = UInt32(header, 42);
        ReadExtra64(extra, ref length, ref packed, ref local);
        var start = FindContent(file, local, name);
        UnreadableException.ThrowIfDamaged(packed > file.Length - start);

        var isEncrypted = (UInt16(header, 8) & 1) != 0;
        return new ZipEntry(
            NameOf(name), UInt16(header, 10), isEncrypted, UInt32(header, 16), start, (int)packed, length, headerStart, (int)local);
    }

    // [APPNOTE] 4.5.3: what does not fit the header stands here, in this order.
    private static void ReadExtra64(ReadOnlySpan<byte> extra, ref long length, ref long packed, ref long local)
    {
        while (extra.Length >= 4)
        {
            var size = UInt16(extra, 2);
            if (size > extra.Length - 4)
            {
                return;
            }

            if (UInt16(extra, 0) == 1)
            {
                var field = extra.Slice(4, size);
                length = Replace(length, ref field);
                packed = Replace(packed, ref field);
                local = Replace(local, ref field);
                return;
            }

            extra = extra[(4 + size)..];
        }
    }

    private static long Replace(long value, ref ReadOnlySpan<byte> field)
    {
        if (value != uint.MaxValue || field.Length < sizeof(long))
        {
            return value;
        }

        value = Int64(field, 0);
        field = field[sizeof(long)..];
        return value;
    }

    // [APPNOTE] 4.3.7
    private static int FindContent(ReadOnlySpan<byte> file, long local, ReadOnlySpan<byte> name)
    {
        UnreadableException.ThrowIfDamaged(local > file.Length - LocalLength || UInt32(file, (int)local) != LocalMark);

        var header = file[(int)local..];
        int nameLength = UInt16(header, 26), extraLength = UInt16(header, 28);
        var isWhole = LocalLength + nameLength + extraLength <= header.Length;
        return isWhole && header.Slice(LocalLength, nameLength).SequenceEqual(name)
            ? (int)local + LocalLength + nameLength + extraLength
            : throw UnreadableException.Damaged();
    }

    // Old programs for Windows wrote backslashes.
    private static string NameOf(ReadOnlySpan<byte> bytes)
    {
        var name = Encoding.UTF8.GetString(bytes).Replace('\\', '/');
        var isBad = name.Length == 0 || name.StartsWith('/') || name.Contains('\0', StringComparison.Ordinal)
            || (name.Length > 1 && name[1] == ':')
            || (name.Contains("..", StringComparison.Ordinal) && name.Split('/').Contains("..", StringComparer.Ordinal));
        return isBad ? throw UnreadableException.Damaged() : name;
    }

    // A number that is larger than any file is damage.
    private static long Int64(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadInt64LittleEndian(Part(bytes, at, sizeof(long))) is >= 0 and var number
            ? number
            : throw UnreadableException.Damaged();
}
