using System.Text;

namespace Validation.Engine.Documents.Cfb;

/// <summary>
/// A compound file, [MS-CFB]: the streams of its root folder. Every chain of sectors is bounded, no sector belongs to two of the streams
/// that are read, and nothing larger than the file is allocated.
/// </summary>
internal sealed class CompoundFile
{
    private const int EntryLength = 128;
    private const int MostEntries = 100_000;

    private readonly SectorChains _sectors;
    private readonly List<CompoundEntry> _entries = [];

    // The entries of the root folder by their names; the first one met of several.
    private readonly Dictionary<string, CompoundEntry> _root = new(StringComparer.OrdinalIgnoreCase);
    private SectorChains? _smallSectors;

    private CompoundFile(ReadOnlyMemory<byte> content)
    {
        _sectors = SectorChains.OfFile(content);
        ReadEntries(_sectors.ReadAll(_sectors.Header.FirstDirectorySector).Span);
        WalkRoot();
    }

    /// <summary>Reads the header and the directory.</summary>
    /// <exception cref="UnreadableException">The file is damaged.</exception>
    public static CompoundFile Open(ReadOnlyMemory<byte> content) => new(content);

    /// <summary>Whether the root folder holds an entry of that name, upper and lower case being the same.</summary>
    public bool Contains(string name) => _root.ContainsKey(name);

    /// <summary>The bytes of a stream of the root folder; empty when there is none.</summary>
    /// <exception cref="UnreadableException">The file is damaged.</exception>
    public ReadOnlyMemory<byte> Read(string name)
    {
        if (!_root.TryGetValue(name, out var entry) || entry.Kind != CompoundEntry.Stream || entry.Size == 0)
        {
            return default;
        }

        var sectors = entry.Size < _sectors.Header.SmallStreamLimit ? SmallSectors() : _sectors;
        return sectors.Read(entry.Start, entry.Size);
    }

    private SectorChains SmallSectors()
    {
        var root = _entries[0];
        return _smallSectors ??= SectorChains.OfSmallSectors(
            _sectors.Read(root.Start, root.Size), _sectors.ReadAll(_sectors.Header.FirstSmallTableSector), _sectors.Header);
    }

    private void ReadEntries(ReadOnlySpan<byte> directory)
    {
        for (var start = 0; start + EntryLength <= directory.Length; start += EntryLength)
        {
            var bytes = directory.Slice(start, EntryLength);
            var nameLength = Math.Clamp(Raw.UInt16(bytes, 64) - 2, 0, 62);
            _entries.Add(new CompoundEntry(
                Encoding.Unicode.GetString(bytes[..(nameLength & ~1)]),
                bytes[66],
                Raw.UInt32(bytes, 68),
                Raw.UInt32(bytes, 72),
                Raw.UInt32(bytes, 76),
                Raw.UInt32(bytes, 116),
                Raw.UInt32(bytes, 120)));
        }

        UnreadableException.ThrowIfDamaged(_entries.Count is 0 or > MostEntries || _entries[0].Kind != CompoundEntry.Root);
    }

    // The whole tree is walked, because not every writer sorts it. An entry that is met twice shows a circle.
    private void WalkRoot()
    {
        var seen = new bool[_entries.Count];
        var open = new Stack<uint>();
        open.Push(_entries[0].Child);
        while (open.TryPop(out var index))
        {
            if (index == uint.MaxValue)
            {
                continue;
            }

            UnreadableException.ThrowIfDamaged(index >= _entries.Count || seen[index]);

            seen[index] = true;
            var entry = _entries[(int)index];
            _root.TryAdd(entry.Name, entry);
            open.Push(entry.Left);
            open.Push(entry.Right);
        }
    }
}
