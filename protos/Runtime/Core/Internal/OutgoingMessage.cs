using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Grpc.Core.Internal;

/// <summary>Turns one message after the other into a frame: compressed flag, four bytes of length, message.</summary>
internal sealed class OutgoingMessage(int? limit, CompressionLevel level) : SerializationContext, IDisposable
{
    public const int HeaderLength = 5;

    private readonly PooledBuffer _frame = new();
    private bool _complete;

    /// <summary>Gives the frame, which is valid until the next message or <see cref="Dispose"/>.</summary>
    /// <exception cref="RpcException">The message is larger than the limit, or the serializer did not complete.</exception>
    public ReadOnlyMemory<byte> Frame<T>(Action<T, SerializationContext> serializer, T message, bool compress)
    {
        _frame.Dispose();
        _complete = false;
        serializer(message, this);
        if (!_complete)
        {
            throw new InvalidOperationException("The serializer has not completed the message.");
        }

        CheckLimit(_frame.Length - HeaderLength);
        // The compressor makes nothing of nothing, which is no gzip.
        return compress && _frame.Length > HeaderLength ? Compressed() : WithHeader(0);
    }

    public override void SetPayloadLength(int payloadLength)
    {
        CheckLimit(payloadLength);
        _frame.Reserve(checked(payloadLength + HeaderLength));
    }

    public override IBufferWriter<byte> GetBufferWriter()
    {
        Begin();
        return _frame;
    }

    public override void Complete(byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        CheckLimit(payload.Length);
        Begin();
        _frame.Write(payload);
        Complete();
    }

    public override void Complete()
    {
        if (_complete)
        {
            throw new InvalidOperationException("The message has been completed already.");
        }

        Begin();
        _complete = true;
    }

    public void Dispose() => _frame.Dispose();

    private void Begin()
    {
        if (_frame.Length == 0)
        {
            _frame.GetSpan(HeaderLength)[..HeaderLength].Clear();
            _frame.Advance(HeaderLength);
        }
    }

    private ReadOnlyMemory<byte> WithHeader(byte flag)
    {
        var frame = _frame.Written;
        frame.Span[0] = flag;
        BinaryPrimitives.WriteInt32BigEndian(frame.Span[1..], frame.Length - HeaderLength);
        return frame;
    }

    private ReadOnlyMemory<byte> Compressed()
    {
        using var plain = new PooledBuffer();
        plain.Write(_frame.Written.Span[HeaderLength..]);
        _frame.Dispose();
        Begin();
        Gzip.Compress(plain.Written.Span, _frame, level);
        return WithHeader(1);
    }

    private void CheckLimit(int length)
    {
        if (length > limit)
        {
            throw new RpcException(new Status(
                StatusCode.ResourceExhausted,
                $"The message of {length} bytes exceeds the maximum send message size of {limit} bytes."));
        }
    }
}
