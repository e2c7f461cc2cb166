using System.Buffers;

namespace Grpc.Core;

/// <summary>Takes the bytes of one message while it is being serialized.</summary>
public abstract class SerializationContext
{
    /// <summary>Hands over the whole message. The array must not be touched afterwards. Ends the serialization.</summary>
    /// <param name="payload">The message's bytes.</param>
    public virtual void Complete(byte[] payload) => throw new NotImplementedException();

    /// <summary>Gives the writer for the message's bytes; <see cref="Complete()"/> must follow.</summary>
    /// <returns>A writer that is valid until the message is complete.</returns>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotImplementedException();

    /// <summary>Announces the message's length, so that memory is taken once. Optional; call it before taking the writer.</summary>
    /// <param name="payloadLength">The exact number of bytes that will be written.</param>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Ends the serialization of a message that was written to the writer.</summary>
    public virtual void Complete() => throw new NotImplementedException();
}
