using System.Buffers;

namespace Validation.Server.Batches;

/// <summary>The bytes of a draft that comes in parts. Not thread-safe.</summary>
internal sealed class DraftBuffer : IDisposable
{
    private byte[] _bytes = [];

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes, until the next change or disposal.</summary>
    public ReadOnlyMemory<byte> Content => _bytes.AsMemory(0, Length);

    public void Append(ReadOnlySpan<byte> part)
    {
        Reserve(Length + part.Length);
        part.CopyTo(_bytes.AsSpan(Length));
        Length += part.Length;
    }

    public void Dispose()
    {
        GiveBack();
        _bytes = [];
        Length = 0;
    }

    private void Reserve(int length)
    {
        if (length <= _bytes.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(length);
        Content.Span.CopyTo(larger);
        GiveBack();
        _bytes = larger;
    }

    private void GiveBack()
    {
        if (_bytes.Length > 0)
        {
            // A draft is confidential: it does not stay in memory that others get.
            ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        }
    }
}
