using System.Buffers.Binary;
using System.Text;

namespace Validation.Engine.Tests.Documents.Cfb;

/// <summary>Writes compound files with streams in the root folder, [MS-CFB].</summary>
public sealed class CompoundWriter(int sectorShift = 9)
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint TableSector = 0xFFFFFFFD;
    private const int SmallStreamLimit = 4096;

    private readonly List<byte[]> _sectors = [];
    private readonly List<uint> _next = [];
    private readonly List<byte> _small = [];
    private readonly List<uint> _nextSmall = [];
    private readonly List<(string Name, byte Kind, uint Start, int Size)> _entries = [("Root Entry", 5, 0, 0)];

    private int SectorLength => 1 << sectorShift;

    /// <summary>Adds a stream; one of few bytes stands in small sectors.</summary>
    public CompoundWriter Add(string name, byte[] content)
    {
        var start = content.Length < SmallStreamLimit ? AddSmall(content) : AddSectors(content);
        _entries.Add((name, 2, start, content.Length));
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] Build()
    {
        var smallTable = new byte[_nextSmall.Count * 4];
        for (var i = 0; i < _nextSmall.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(smallTable.AsSpan(i * 4), _nextSmall[i]);
        }

        _entries[0] = ("Root Entry", 5, AddSectors([.. _small]), _small.Count);
        var smallTableStart = AddSectors(smallTable);
        var directory = AddSectors(Directory());
        var perSector = SectorLength / 4;
        var tableSectors = 1;
        while (tableSectors * perSector < _sectors.Count + tableSectors)
        {
            tableSectors++;
        }

        var header = Header(tableSectors, directory, smallTableStart);
        var list = ListTable(header, tableSectors);
        var table = new byte[tableSectors * SectorLength];
        table.AsSpan().Fill(0xFF);
        for (var i = 0; i < _next.Count + tableSectors; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(i * 4), i < _next.Count ? _next[i] : TableSector);
        }

        return [.. header, .. new byte[SectorLength - header.Length], .. _sectors.SelectMany(sector => sector), .. table, .. list];
    }

    // The header lists the table's first 109 sectors, one sector behind all others the rest.
    private byte[] ListTable(byte[] header, int tableSectors)
    {
        const int Listed = 109;
        var list = new byte[tableSectors > Listed ? SectorLength : 0];
        list.AsSpan().Fill(0xFF);
        for (var i = 0; i < tableSectors; i++)
        {
            var place = i < Listed ? header.AsSpan(76 + (i * 4)) : list.AsSpan((i - Listed) * 4);
            BinaryPrimitives.WriteUInt32LittleEndian(place, (uint)_sectors.Count + (uint)i);
        }

        if (list.Length > 0)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(list.AsSpan(list.Length - 4), EndOfChain);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(68), (uint)(_sectors.Count + tableSectors));
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(72), 1);
        }

        return list;
    }

    private byte[] Header(int tableSectors, uint directory, uint smallTable)
    {
        var header = new byte[512];
        header.AsSpan(76).Fill(0xFF);
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(header, 0);
        (int Offset, int Value)[] words = [(24, 0x3E), (26, sectorShift == 9 ? 3 : 4), (28, 0xFFFE), (30, sectorShift), (32, 6)];
        foreach (var (offset, value) in words)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(offset), (ushort)value);
        }

        (int Offset, uint Value)[] numbers =
            [(44, (uint)tableSectors), (48, directory), (56, SmallStreamLimit), (60, smallTable), (64, 1), (68, EndOfChain)];
        foreach (var (offset, value) in numbers)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(offset), value);
        }

        return header;
    }

    private byte[] Directory()
    {
        var bytes = new byte[_entries.Count * 128];
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = bytes.AsSpan(i * 128, 128);
            var (name, kind, start, size) = _entries[i];
            Encoding.Unicode.GetBytes(name, entry);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
            entry[66] = kind;

            // The entries are a chain to the right, which is a tree too.
            var last = i == _entries.Count - 1;
            BinaryPrimitives.WriteUInt32LittleEndian(entry[68..], uint.MaxValue);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[72..], last || i == 0 ? uint.MaxValue : (uint)i + 1);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], i == 0 && !last ? 1 : uint.MaxValue);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
            BinaryPrimitives.WriteInt32LittleEndian(entry[120..], size);
        }

        return bytes;
    }

    private uint AddSectors(byte[] content)
    {
        var first = (uint)_sectors.Count;
        for (var start = 0; start < content.Length; start += SectorLength)
        {
            var sector = new byte[SectorLength];
            content.AsSpan(start, Math.Min(SectorLength, content.Length - start)).CopyTo(sector);
            _sectors.Add(sector);
            _next.Add(start + SectorLength < content.Length ? (uint)_sectors.Count : EndOfChain);
        }

        return content.Length == 0 ? EndOfChain : first;
    }

    private uint AddSmall(byte[] content)
    {
        var first = (uint)_nextSmall.Count;
        for (var start = 0; start < content.Length; start += 64)
        {
            var sector = new byte[64];
            content.AsSpan(start, Math.Min(64, content.Length - start)).CopyTo(sector);
            _small.AddRange(sector);
            _nextSmall.Add(start + 64 < content.Length ? (uint)_nextSmall.Count + 1 : EndOfChain);
        }

        return content.Length == 0 ? EndOfChain : first;
    }
}
