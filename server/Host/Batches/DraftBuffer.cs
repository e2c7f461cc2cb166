using System.Buffers;
using Validation.Server.Admission;
using Validation.Server.Outcomes;

namespace Validation.Server.Batches;

/// <summary>The bytes of a draft that comes in parts. Not thread-safe.</summary>
/// <param name="held">What the bytes hold of the server's memory. Disposed of with them.</param>
internal sealed class DraftBuffer(HeldBytes held) : IDisposable
{
    private byte[] _bytes = [];

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes, until the next change or disposal.</summary>
    public ReadOnlyMemory<byte> Content => _bytes.AsMemory(0, Length);

    /// <summary>Adds bytes.</summary>
    /// <returns>Null: done. Throttled or Full: the server has no memory for them.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<Refusal?> AppendAsync(ReadOnlyMemory<byte> part, CancellationToken cancellationToken)
    {
        if (await held.HoldAsync(Length + part.Length, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Reserve(Length + part.Length);
        part.CopyTo(_bytes.AsMemory(Length));
        Length += part.Length;
        return null;
    }

    public void Dispose()
    {
        GiveBack();
        _bytes = [];
        Length = 0;
        held.Dispose();
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
