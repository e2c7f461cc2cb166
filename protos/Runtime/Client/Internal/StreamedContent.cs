using System.Net;

namespace Grpc.Net.Client.Internal;

/// <summary>The body of a call with a stream of requests: lends the transport's stream to their writer.</summary>
internal sealed class StreamedContent(Task callFinished) : GrpcContent
{
    private readonly TaskCompletionSource<Stream> _stream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _complete = new();

    /// <summary>Ends when the transport is ready for requests.</summary>
    public Task<Stream> Stream => _stream.Task;

    public void Complete() => _complete.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The server shall learn of the call before the first request is written.
        await stream.FlushAsync(cancellationToken);
        _stream.TrySetResult(stream);

        // The transport cancels the body when the server has ended the call, and when the connection is lost. That is no failure of the
        // body: an exception from here would hide the server's status, or the reason of the loss.
        await using var registration = cancellationToken.UnsafeRegister(static content => ((StreamedContent)content!).Complete(), this);
        await Task.WhenAny(_complete.Task, callFinished);
    }
}
