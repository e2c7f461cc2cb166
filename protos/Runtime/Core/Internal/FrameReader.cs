using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;

namespace Grpc.Core.Internal;

/// <summary>Takes one message after the other out of a stream of frames. For one reader at a time.</summary>
internal sealed class FrameReader(PipeReader pipe, int? limit, string? encoding, StatusCode unknownEncoding)
{
    private readonly IncomingMessage _message = new();

    /// <summary>Waits for the next message.</summary>
    /// <returns>The message; null at the end of the stream.</returns>
    /// <exception cref="RpcException">The stream breaks the protocol or a limit.</exception>
    public async ValueTask<T?> ReadAsync<T>(Func<DeserializationContext, T> deserializer, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            var rest = buffer;
            var examined = buffer.End;
            try
            {
                if (TryTake(ref rest, out var compressed, out var payload))
                {
                    examined = rest.Start;
                    return Deserialize(deserializer, compressed, payload);
                }
            }
            finally
            {
                pipe.AdvanceTo(rest.Start, examined);
            }

            if (result.IsCanceled)
            {
                throw new OperationCanceledException("The reading was cancelled.");
            }

            if (result.IsCompleted)
            {
                return buffer.IsEmpty ? null : throw Error(StatusCode.Internal, "The stream ended within a message.");
            }
        }
    }

    /// <summary>Waits for the only message of a stream, and for the stream's end.</summary>
    /// <returns>The message; null if there is none.</returns>
    /// <exception cref="RpcException">The stream breaks the protocol or a limit.</exception>
    public async ValueTask<T?> ReadSingleAsync<T>(Func<DeserializationContext, T> deserializer, CancellationToken cancellationToken)
        where T : class
    {
        var message = await ReadAsync(deserializer, cancellationToken);
        while (message is not null)
        {
            var result = await pipe.ReadAsync(cancellationToken);
            var more = !result.Buffer.IsEmpty;
            pipe.AdvanceTo(result.Buffer.End);
            if (more)
            {
                throw Error(StatusCode.Internal, "There are more data after the only message.");
            }

            if (result.IsCompleted)
            {
                break;
            }
        }

        return message;
    }

    private static RpcException Error(StatusCode code, string detail, Exception? cause = null) => new(new Status(code, detail, cause));

    private bool TryTake(ref ReadOnlySequence<byte> buffer, out bool compressed, out ReadOnlySequence<byte> payload)
    {
        compressed = false;
        payload = default;
        if (buffer.Length < OutgoingMessage.HeaderLength)
        {
            return false;
        }

        Span<byte> header = stackalloc byte[OutgoingMessage.HeaderLength];
        buffer.Slice(0, header.Length).CopyTo(header);
        compressed = header[0] switch
        {
            0 => false,
            1 => true,
            _ => throw Error(StatusCode.Internal, "The compressed flag of a message is neither 0 nor 1."),
        };
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        if (length > (limit ?? Array.MaxLength))
        {
            throw TooLarge();
        }

        if (buffer.Length - header.Length < length)
        {
            return false;
        }

        payload = buffer.Slice(header.Length, length);
        buffer = buffer.Slice(payload.End);
        return true;
    }

    private T Deserialize<T>(Func<DeserializationContext, T> deserializer, bool compressed, ReadOnlySequence<byte> payload)
    {
        using var plain = compressed ? Decompress(payload) : null;
        _message.Payload = plain is null ? payload : new ReadOnlySequence<byte>(plain.Written);
        try
        {
            return deserializer(_message);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Error(StatusCode.Internal, "A message cannot be deserialized.", e);
        }
        finally
        {
            _message.Payload = default;
        }
    }

    private PooledBuffer Decompress(ReadOnlySequence<byte> payload)
    {
        CheckEncoding();
        var plain = new PooledBuffer();
        try
        {
            return Gzip.TryDecompress(payload, plain, limit) ? plain : throw TooLarge();
        }
        catch (Exception e)
        {
            plain.Dispose();
            throw e is InvalidDataException ? Error(StatusCode.Internal, "A message cannot be decompressed.", e) : e;
        }
    }

    private void CheckEncoding()
    {
        if (encoding is null or GrpcHeaders.Identity)
        {
            throw Error(StatusCode.Internal, "A message is marked as compressed, but the call names no grpc-encoding.");
        }

        if (encoding != GrpcHeaders.Gzip)
        {
            throw Error(
                unknownEncoding,
                $"The grpc-encoding '{encoding}' is not supported. Supported encodings: {GrpcHeaders.SupportedEncodings}.");
        }
    }

    private RpcException TooLarge() => Error(
        StatusCode.ResourceExhausted,
        $"A received message exceeds the maximum receive message size of {limit ?? Array.MaxLength} bytes.");
}
