namespace Grpc.Core;

/// <summary>A call that did not succeed. A server's method throws it to end its call with a certain status.</summary>
public class RpcException : Exception
{
    /// <summary>Makes an exception whose message is the status as text.</summary>
    /// <param name="status">What came of the call.</param>
    public RpcException(Status status)
        : this(status, Metadata.Empty, status.ToString())
    {
    }

    /// <summary>Makes an exception with a message of its own, which does not go over the wire.</summary>
    /// <param name="status">What came of the call.</param>
    /// <param name="message">The local message.</param>
    public RpcException(Status status, string message)
        : this(status, Metadata.Empty, message)
    {
    }

    /// <summary>Makes an exception with trailers, which a server sends along with the status.</summary>
    /// <param name="status">What came of the call.</param>
    /// <param name="trailers">The trailers.</param>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <summary>Makes an exception with trailers and a local message.</summary>
    /// <param name="status">What came of the call.</param>
    /// <param name="trailers">The trailers.</param>
    /// <param name="message">The local message; does not go over the wire.</param>
    /// <exception cref="ArgumentNullException"><paramref name="trailers"/> is null.</exception>
    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    /// <summary>What came of the call.</summary>
    public Status Status { get; }

    /// <summary>The code of <see cref="Status"/>.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>On a client, the trailers that the server sent. Empty, never null.</summary>
    public Metadata Trailers { get; }
}
