using Grpc.Core.Internal;

namespace Grpc.Core;

/// <summary>A running call with one request and any number of responses.</summary>
/// <typeparam name="TResponse">The type of the responses.</typeparam>
public sealed class AsyncServerStreamingCall<TResponse> : IDisposable
{
    private readonly CallHandle _call;

    /// <summary>Makes a call object from its parts.</summary>
    /// <param name="responseStream">Gives the responses.</param>
    /// <param name="responseHeadersAsync">The response headers.</param>
    /// <param name="getStatusFunc">Gives the status.</param>
    /// <param name="getTrailersFunc">Gives the trailers.</param>
    /// <param name="disposeAction">Cancels and frees the call.</param>
    public AsyncServerStreamingCall(
        IAsyncStreamReader<TResponse> responseStream,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
    {
        ResponseStream = responseStream;
        _call = new CallHandle(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction);
    }

    /// <summary>Makes a call object from parts that depend on a state; needs fewer closures.</summary>
    /// <param name="responseStream">Gives the responses.</param>
    /// <param name="responseHeadersAsync">Gives the response headers.</param>
    /// <param name="getStatusFunc">Gives the status.</param>
    /// <param name="getTrailersFunc">Gives the trailers.</param>
    /// <param name="disposeAction">Cancels and frees the call.</param>
    /// <param name="state">What the functions get.</param>
    public AsyncServerStreamingCall(
        IAsyncStreamReader<TResponse> responseStream,
        Func<object, Task<Metadata>> responseHeadersAsync,
        Func<object, Status> getStatusFunc,
        Func<object, Metadata> getTrailersFunc,
        Action<object> disposeAction,
        object state)
    {
        ResponseStream = responseStream;
        _call = new CallHandle(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction, state);
    }

    /// <summary>Gives the responses; its end is the end of the call.</summary>
    public IAsyncStreamReader<TResponse> ResponseStream { get; }

    /// <summary>Ends when the server's response headers are there; fails if the call fails before.</summary>
    public Task<Metadata> ResponseHeadersAsync => _call.Headers;

    /// <summary>What came of the call.</summary>
    /// <returns>The status.</returns>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public Status GetStatus() => _call.Status;

    /// <summary>The trailers that the server sent.</summary>
    /// <returns>The trailers; empty if there are none.</returns>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public Metadata GetTrailers() => _call.Trailers;

    /// <summary>Cancels the call if it has not ended, and frees what it holds.</summary>
    public void Dispose() => _call.Dispose();
}
