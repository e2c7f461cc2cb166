using System.Collections;

namespace Validation.Engine.Documents.Cfb;

/// <summary>Sectors of equal size, and the table that chains them to streams, [MS-CFB] 2.3 to 2.5.</summary>
/// <param name="header">The header of the file.</param>
/// <param name="sectors">The sectors, one behind the other.</param>
/// <param name="shift">Their size as a power of two.</param>
/// <param name="next">The sector that follows one in its chain.</param>
internal sealed class SectorChains(CompoundHeader header, ReadOnlyMemory<byte> sectors, int shift, Func<uint, uint> next)
{
    private const uint LastRegular = 0xFFFFFFFA;
    private const uint EndOfChain = 0xFFFFFFFE;

    // The sectors that were read, by their numbers.
    private readonly BitArray _read = new((int)(((long)sectors.Length + (1 << shift) - 1) >> shift));

    public CompoundHeader Header => header;

    /// <summary>The sectors of a file.</summary>
    public static SectorChains OfFile(ReadOnlyMemory<byte> content)
    {
        var header = CompoundHeader.Read(content.Span);
        var sectors = content[Math.Min(content.Length, 1 << header.SectorShift)..];
        var table = ListTable(content.Span, sectors.Span, header);
        var perSector = 1 << (header.SectorShift - 2);
        return new SectorChains(header, sectors, header.SectorShift, sector =>
        {
            var at = sector / perSector;
            return at < table.Length
                ? Raw.UInt32(Sector(sectors.Span, table[at], header.SectorShift), (int)(sector % perSector) * 4)
                : throw UnreadableException.Damaged();
        });
    }

    /// <summary>The small sectors, which the root folder's stream holds.</summary>
    public static SectorChains OfSmallSectors(ReadOnlyMemory<byte> stream, ReadOnlyMemory<byte> table, CompoundHeader header) =>
        new(header, stream, header.SmallSectorShift, sector => Raw.UInt32(table.Span, checked((int)sector * 4)));

    /// <summary>A stream of known length. Its bytes are those of the file where its sectors stand in a row, else a copy.</summary>
    /// <exception cref="UnreadableException">Its chain ends early, leaves the file or meets a sector that was read already.</exception>
    public ReadOnlyMemory<byte> Read(uint start, long length)
    {
        UnreadableException.ThrowIfDamaged(length > sectors.Length);

        var chain = Follow(start, (int)((length + (1 << shift) - 1) >> shift));
        return Join(chain, length);
    }

    /// <summary>A stream whose chain alone says how long it is.</summary>
    /// <exception cref="UnreadableException">Its chain leaves the file or meets a sector that was read already.</exception>
    public ReadOnlyMemory<byte> ReadAll(uint start)
    {
        var chain = Follow(start, null);
        return Join(chain, Math.Min((long)chain.Count << shift, sectors.Length));
    }

    private List<uint> Follow(uint start, int? count)
    {
        var chain = new List<uint>(count ?? 4);
        for (var sector = start; count is null ? sector != EndOfChain : chain.Count < count; sector = next(sector))
        {
            UnreadableException.ThrowIfDamaged(sector >= _read.Count || _read[(int)sector]);

            _read[(int)sector] = true;
            chain.Add(sector);
        }

        return chain;
    }

    private ReadOnlyMemory<byte> Join(List<uint> chain, long length)
    {
        if (chain.Count == 0)
        {
            return default;
        }

        var isInARow = true;
        for (var i = 1; i < chain.Count && isInARow; i++)
        {
            isInARow = chain[i] == chain[i - 1] + 1;
        }

        if (isInARow)
        {
            return Raw.Part(sectors, (long)chain[0] << shift, length);
        }

        var bytes = new byte[length];
        for (var i = 0; i < chain.Count; i++)
        {
            var done = i << shift;
            var part = Math.Min(1 << shift, bytes.Length - done);
            Raw.Part(sectors.Span, (long)chain[i] << shift, part).CopyTo(bytes.AsSpan(done));
        }

        return bytes;
    }

    // The sectors of the table itself: the header lists the first ones, a chain of sectors the others.
    private static uint[] ListTable(ReadOnlySpan<byte> content, ReadOnlySpan<byte> sectors, CompoundHeader header)
    {
        var most = (sectors.Length >> header.SectorShift) + 1;
        UnreadableException.ThrowIfDamaged(header.TableSectors > most);

        var table = new uint[header.TableSectors];
        var list = Raw.Part(content, CompoundHeader.ListStart, CompoundHeader.ListedSectors * 4);
        var next = header.FirstTableListSector;
        var at = 0;
        while (true)
        {
            for (var i = 0; i + 4 <= list.Length && at < table.Length; i += 4)
            {
                table[at++] = Raw.UInt32(list, i);
            }

            if (at == table.Length)
            {
                return table;
            }

            UnreadableException.ThrowIfDamaged(next > LastRegular);

            // The last number of such a sector is the next one of its chain.
            var sector = Sector(sectors, next, header.SectorShift);
            next = Raw.UInt32(sector, sector.Length - 4);
            list = sector[..^4];
        }
    }

    private static ReadOnlySpan<byte> Sector(ReadOnlySpan<byte> sectors, uint sector, int shift) =>
        Raw.Part(sectors, (long)sector << shift, 1 << shift);
}
