using System.Buffers.Binary;

namespace Validation.Engine.Documents;

/// <summary>Reads parts and little-endian numbers out of bytes. A part outside of them means that the file is damaged.</summary>
internal static class Raw
{
    /// <summary>A part of the bytes.</summary>
    /// <exception cref="UnreadableException">It lies outside.</exception>
    public static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> bytes, long offset, long length) =>
        bytes[RangeOf(bytes.Length, offset, length)];

    /// <summary>A part of the bytes.</summary>
    /// <exception cref="UnreadableException">It lies outside.</exception>
    public static ReadOnlyMemory<byte> Part(ReadOnlyMemory<byte> bytes, long offset, long length) =>
        bytes[RangeOf(bytes.Length, offset, length)];

    /// <summary>The unsigned 16-bit number at an offset.</summary>
    public static int UInt16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(Part(bytes, offset, 2));

    /// <summary>The signed 16-bit number at an offset.</summary>
    public static int Int16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt16LittleEndian(Part(bytes, offset, 2));

    /// <summary>The unsigned 32-bit number at an offset.</summary>
    public static uint UInt32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(Part(bytes, offset, 4));

    /// <summary>The signed 32-bit number at an offset.</summary>
    public static int Int32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt32LittleEndian(Part(bytes, offset, 4));

    private static Range RangeOf(int bytes, long offset, long length) =>
        offset >= 0 && length >= 0 && offset <= bytes && length <= bytes - offset
            ? (int)offset..(int)(offset + length)
            : throw UnreadableException.Damaged();
}
