namespace Grpc.Core;

/// <summary>A stream of messages to be read one after the other. For one reader at a time.</summary>
/// <typeparam name="T">The type of the messages.</typeparam>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message that the last <see cref="MoveNext"/> brought. Undefined before the first and after the end.</summary>
    T Current { get; }

    /// <summary>Waits for the next message.</summary>
    /// <param name="cancellationToken">Gives up; on a client this ends the call.</param>
    /// <returns>True: there is one. False: the stream has ended, and on a client the call with success.</returns>
    /// <exception cref="RpcException">The call has failed.</exception>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}

/// <summary>A stream of messages to be written one after the other. For one writer at a time.</summary>
/// <typeparam name="T">The type of the messages.</typeparam>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>How the following messages are written. Null: as the call says.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Writes a message; the task ends when the transport has taken it. The next write must wait for it.</summary>
    /// <param name="message">The message, not null.</param>
    /// <returns>A task that ends when the next message may be written.</returns>
    Task WriteAsync(T message);

    /// <summary>Writes a message, or gives up: then the call is cancelled as well, for the stream would be broken.</summary>
    /// <param name="message">The message, not null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that ends when the next message may be written.</returns>
    Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            throw new NotSupportedException("This writer does not support the cancellation of a write.");
        }

        return WriteAsync(message);
    }
}

/// <summary>The requests of a call, seen from the client.</summary>
/// <typeparam name="T">The type of the requests.</typeparam>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Says that no request follows. Call it once, after the last write has ended.</summary>
    /// <returns>A task that ends when the transport knows.</returns>
    Task CompleteAsync();
}

/// <summary>The responses of a call, seen from the server. They end when the method returns.</summary>
/// <typeparam name="T">The type of the responses.</typeparam>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>
{
}

/// <summary>Ways to read a stream.</summary>
public static class AsyncStreamReaderExtensions
{
    /// <summary>Waits for the next message, without a way to give up.</summary>
    /// <typeparam name="T">The type of the messages.</typeparam>
    /// <param name="streamReader">The stream.</param>
    /// <returns>True: there is one. False: the stream has ended.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    public static Task<bool> MoveNext<T>(this IAsyncStreamReader<T> streamReader)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(streamReader);
        return streamReader.MoveNext(CancellationToken.None);
    }

    /// <summary>Gives the stream to <c>await foreach</c>.</summary>
    /// <typeparam name="T">The type of the messages.</typeparam>
    /// <param name="streamReader">The stream.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    /// <returns>The messages that have not been read yet.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    public static IAsyncEnumerable<T> ReadAllAsync<T>(
        this IAsyncStreamReader<T> streamReader,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(streamReader);
        return Read(streamReader, cancellationToken);
    }

    private static async IAsyncEnumerable<T> Read<T>(
        IAsyncStreamReader<T> reader,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await reader.MoveNext(cancellationToken))
        {
            yield return reader.Current;
        }
    }
}
