namespace Validation.Engine.Documents.Cfb;

/// <summary>The header of a compound file, [MS-CFB] 2.2.</summary>
/// <param name="SectorShift">The size of sectors as a power of two: 9 or 12.</param>
/// <param name="SmallSectorShift">The size of small sectors as a power of two.</param>
/// <param name="SmallStreamLimit">Streams of fewer bytes stand in small sectors.</param>
/// <param name="TableSectors">How many sectors the table of chains takes.</param>
/// <param name="FirstDirectorySector">Where the directory starts.</param>
/// <param name="FirstSmallTableSector">Where the table of the small sectors' chains starts.</param>
/// <param name="FirstTableListSector">Where the list of the table's sectors goes on after the header.</param>
internal readonly record struct CompoundHeader(
    int SectorShift,
    int SmallSectorShift,
    long SmallStreamLimit,
    uint TableSectors,
    uint FirstDirectorySector,
    uint FirstSmallTableSector,
    uint FirstTableListSector)
{
    public const int ListStart = 76; // where the header itself lists sectors of the table
    public const int ListedSectors = 109; // how many of them

    // In files of larger sectors the header is followed by zeros up to the sector's end.
    private const int Length = 512;

    /// <summary>Reads the header, the first 512 bytes.</summary>
    /// <exception cref="UnreadableException">It is cut off or says what cannot be.</exception>
    public static CompoundHeader Read(ReadOnlySpan<byte> content)
    {
        var bytes = Raw.Part(content, 0, Length);
        var header = new CompoundHeader(
            Raw.UInt16(bytes, 30),
            Raw.UInt16(bytes, 32),
            Raw.UInt32(bytes, 56),
            Raw.UInt32(bytes, 44),
            Raw.UInt32(bytes, 48),
            Raw.UInt32(bytes, 60),
            Raw.UInt32(bytes, 68));
        return header is { SectorShift: 9 or 12, SmallSectorShift: 6 } ? header : throw UnreadableException.Damaged();
    }
}
