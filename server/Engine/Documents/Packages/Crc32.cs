using System.Buffers.Binary;

namespace Validation.Engine.Documents.Packages;

/// <summary>The checksum of zip files: CRC-32 with the polynomial 0xEDB88320, sixteen bytes at a time.</summary>
internal static class Crc32
{
    private const int Slices = 16;

    // Slice k holds the checksum of a byte with k zero bytes behind it.
    private static readonly uint[] Tables = CreateTables();

    /// <summary>Goes on with a checksum. The checksum of nothing is 0.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var crc = ~checksum;
        ReadOnlySpan<uint> tables = Tables;
        while (bytes.Length >= Slices)
        {
            var a = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var b = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            var c = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
            var d = BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]);
            crc = Word(tables, 12, a) ^ Word(tables, 8, b) ^ Word(tables, 4, c) ^ Word(tables, 0, d);
            bytes = bytes[Slices..];
        }

        foreach (var one in bytes)
        {
            crc = tables[(byte)(crc ^ one)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint Word(ReadOnlySpan<uint> tables, int slice, uint word) =>
        tables[((slice + 3) << 8) | (int)(word & 0xFF)]
        ^ tables[((slice + 2) << 8) | (int)((word >> 8) & 0xFF)]
        ^ tables[((slice + 1) << 8) | (int)((word >> 16) & 0xFF)]
        ^ tables[(slice << 8) | (int)(word >> 24)];

    private static uint[] CreateTables()
    {
        var tables = new uint[Slices * 256];
        for (var i = 0u; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }

            tables[i] = crc;
        }

        for (var i = 256; i < tables.Length; i++)
        {
            tables[i] = (tables[i - 256] >> 8) ^ tables[(byte)tables[i - 256]];
        }

        return tables;
    }
}
