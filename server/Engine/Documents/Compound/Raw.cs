using System.Buffers.Binary;

namespace Validation.Engine.Documents.Compound;

/// <summary>Reads parts and little-endian numbers of bytes; what lies outside them is damage.</summary>
internal static class Raw
{
    /// <summary>A part of the bytes.</summary>
    /// <exception cref="UnreadableException">It lies outside.</exception>
    public static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> bytes, long offset, long length) =>
        offset >= 0 && length >= 0 && offset <= bytes.Length && length <= bytes.Length - offset
            ? bytes.Slice((int)offset, (int)length)
            : throw UnreadableException.Damaged();

    /// <summary>A part of the bytes.</summary>
    /// <exception cref="UnreadableException">It lies outside.</exception>
    public static ReadOnlyMemory<byte> Part(ReadOnlyMemory<byte> bytes, long offset, long length) =>
        offset >= 0 && length >= 0 && offset <= bytes.Length && length <= bytes.Length - offset
            ? bytes.Slice((int)offset, (int)length)
            : throw UnreadableException.Damaged();

    /// <summary>The unsigned 16-bit number at an offset.</summary>
    public static int UInt16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(Part(bytes, offset, 2));

    /// <summary>The signed 16-bit number at an offset.</summary>
    public static int Int16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt16LittleEndian(Part(bytes, offset, 2));

    /// <summary>The signed 32-bit number at an offset.</summary>
    public static int Int32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt32LittleEndian(Part(bytes, offset, 4));
}
