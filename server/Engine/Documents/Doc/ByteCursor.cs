using System.Buffers.Binary;

namespace Validation.Engine.Documents.Doc;

/// <summary>Reads numbers and bytes in their order. Behind the end it reads zeros, and <see cref="IsPastEnd"/> is true.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>True: something was read behind the end.</summary>
    public bool IsPastEnd { get; private set; }

    /// <summary>The next bytes; empty beyond the end.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (IsPastEnd || count < 0 || count > _bytes.Length - _at)
        {
            IsPastEnd = true;
            return default;
        }

        _at += count;
        return _bytes.Slice(_at - count, count);
    }

    /// <summary>The next byte; 0 behind the end.</summary>
    public int Byte() => Take(1) is [var value] ? value : 0;

    /// <summary>The next two bytes.</summary>
    public int UInt16() => Take(2) is { Length: 2 } bytes ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : 0;

    /// <summary>The next four bytes.</summary>
    public int Int32() => Take(4) is { Length: 4 } bytes ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : 0;
}
