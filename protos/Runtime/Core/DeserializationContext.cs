using System.Buffers;

namespace Grpc.Core;

/// <summary>Gives the bytes of one message while it is being read. Valid only during the reading.</summary>
public abstract class DeserializationContext
{
    /// <summary>The message's length in bytes, after decompression.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>Copies the message into an array that the caller owns.</summary>
    /// <returns>All of the message's bytes.</returns>
    public virtual byte[] PayloadAsNewBuffer() => throw new NotImplementedException();

    /// <summary>Gives the message without copying. The memory is reused once the deserializer has returned.</summary>
    /// <returns>All of the message's bytes.</returns>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw new NotImplementedException();
}
