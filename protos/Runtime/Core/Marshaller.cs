using System.Text;

namespace Grpc.Core;

/// <summary>Turns messages of one type into bytes and back. Immutable; safe for use by several threads if the functions are.</summary>
/// <typeparam name="T">The type of the messages.</typeparam>
public class Marshaller<T>
{
    /// <summary>Makes a marshaller from functions on whole arrays.</summary>
    /// <param name="serializer">Gives a message's bytes.</param>
    /// <param name="deserializer">Reads a message from all of the bytes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Marshaller(Func<T, byte[]> serializer, Func<byte[], T> deserializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(deserializer);
        Serializer = serializer;
        Deserializer = deserializer;
        ContextualSerializer = (message, context) => context.Complete(serializer(message));
        ContextualDeserializer = context => deserializer(context.PayloadAsNewBuffer());
    }

    /// <summary>Makes a marshaller from functions that write to and read from pooled memory.</summary>
    /// <param name="serializer">Writes a message to the context and completes it.</param>
    /// <param name="deserializer">Reads a message from the context's payload, which is valid only during the call.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Marshaller(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(deserializer);
        ContextualSerializer = serializer;
        ContextualDeserializer = deserializer;
        Serializer = _ => throw new NotImplementedException();
        Deserializer = _ => throw new NotImplementedException();
    }

    /// <summary>
    /// Gives a message's bytes. Throws <see cref="NotImplementedException"/> if the marshaller was made from contextual functions.
    /// </summary>
    public Func<T, byte[]> Serializer { get; }

    /// <summary>
    /// Reads a message. Throws <see cref="NotImplementedException"/> if the marshaller was made from contextual functions.
    /// </summary>
    public Func<byte[], T> Deserializer { get; }

    /// <summary>Writes a message to a context. Always usable.</summary>
    public Action<T, SerializationContext> ContextualSerializer { get; }

    /// <summary>Reads a message from a context. Always usable.</summary>
    public Func<DeserializationContext, T> ContextualDeserializer { get; }
}

/// <summary>Makes marshallers.</summary>
public static class Marshallers
{
    /// <summary>A marshaller for strings, as UTF-8. Meant for tests.</summary>
    public static Marshaller<string> StringMarshaller => new(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);

    /// <summary>Makes a marshaller from functions on whole arrays.</summary>
    /// <typeparam name="T">The type of the messages.</typeparam>
    /// <param name="serializer">Gives a message's bytes.</param>
    /// <param name="deserializer">Reads a message from all of the bytes.</param>
    /// <returns>The marshaller.</returns>
    public static Marshaller<T> Create<T>(Func<T, byte[]> serializer, Func<byte[], T> deserializer) => new(serializer, deserializer);

    /// <summary>Makes a marshaller from functions that write to and read from pooled memory. Generated code uses this one.</summary>
    /// <typeparam name="T">The type of the messages.</typeparam>
    /// <param name="serializer">Writes a message to the context and completes it.</param>
    /// <param name="deserializer">Reads a message from the context's payload.</param>
    /// <returns>The marshaller.</returns>
    public static Marshaller<T> Create<T>(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer) =>
        new(serializer, deserializer);
}
