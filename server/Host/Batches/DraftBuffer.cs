using Validation.Server.Admission;
using Validation.Server.Outcomes;

namespace Validation.Server.Batches;

/// <summary>The bytes of a draft that comes in parts: in blocks as long as more is to come, then in one piece. Nothing is taken from
/// a pool: a draft is confidential and does not stay in memory that others get, and a pool of arrays keeps one of each size. Not
/// thread-safe.</summary>
/// <param name="held">What the bytes hold of the server's memory. Disposed of with them.</param>
internal sealed class DraftBuffer(HeldBytes held) : IDisposable
{
    private const int SmallestBlock = 4 * 1024;

    // Larger blocks would be large objects, which the collector seldom frees.
    private const int LargestBlock = 64 * 1024;

    private readonly List<byte[]> _blocks = [];
    private byte[]? _whole;
    private int _room;

    /// <summary>The number of bytes so far.</summary>
    public int Length { get; private set; }

    /// <summary>Adds the next bytes of a document.</summary>
    /// <returns>Null: done. Throttled or Full: the server has no memory for them.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<Refusal?> AppendAsync(ReadOnlyMemory<byte> part, CancellationToken cancellationToken)
    {
        // Free room in the last block is already counted as held.
        var more = Math.Max(0, part.Length - _room);
        if (await held.HoldAsync((long)Length + _room + more, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Append(part.Span);
        return null;
    }

    /// <summary>The bytes in one piece, until disposal. Nothing can be added any more.</summary>
    public ReadOnlyMemory<byte> ToContent()
    {
        if (_whole is null)
        {
            _whole = _blocks.Count == 1 ? _blocks[0] : GC.AllocateUninitializedArray<byte>(Length);
            if (_blocks.Count > 1)
            {
                CopyTo(_whole);
            }

            _blocks.Clear();
        }

        return _whole.AsMemory(0, Length);
    }

    public void Dispose()
    {
        _blocks.Clear();
        _whole = null;
        (_room, Length) = (0, 0);
        held.Dispose();
    }

    private void Append(ReadOnlySpan<byte> part)
    {
        while (!part.IsEmpty)
        {
            if (_room == 0)
            {
                // Blocks grow with the draft, since most drafts are small.
                _room = Math.Clamp(Math.Max(part.Length, Length), SmallestBlock, LargestBlock);
                _blocks.Add(new byte[_room]);
            }

            var block = _blocks[^1];
            var fitting = Math.Min(part.Length, _room);
            part[..fitting].CopyTo(block.AsSpan(block.Length - _room));
            part = part[fitting..];
            _room -= fitting;
            Length += fitting;
        }
    }

    private void CopyTo(byte[] whole)
    {
        var start = 0;
        foreach (var block in _blocks)
        {
            var length = Math.Min(block.Length, whole.Length - start);
            block.AsSpan(0, length).CopyTo(whole.AsSpan(start));
            start += length;
        }
    }
}
