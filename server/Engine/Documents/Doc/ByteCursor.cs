using System.Buffers.Binary;

namespace Validation.Engine.Documents.Doc;

/// <summary>Reads one thing after another. Beyond the end there are zeros, and <see cref="IsPastEnd"/> says so.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>Something was read that is not there.</summary>
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

    /// <summary>The next byte.</summary>
    public int Byte() => Take(1) is [var value] ? value : 0;

    /// <summary>The next two bytes.</summary>
    public int UInt16() => Take(2) is { Length: 2 } bytes ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : 0;

    /// <summary>The next four bytes.</summary>
    public int Int32() => Take(4) is { Length: 4 } bytes ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : 0;
}
