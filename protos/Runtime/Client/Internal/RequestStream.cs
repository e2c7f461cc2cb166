using Grpc.Core;

namespace Grpc.Net.Client.Internal;

internal sealed class RequestStream<TRequest, TResponse> : IClientStreamWriter<TRequest>
    where TRequest : class
    where TResponse : class
{
    private readonly ClientCall<TRequest, TResponse> _call;
    private readonly StreamedContent _content;
    private readonly Lock _lock = new();
    private Task _write = Task.CompletedTask;
    private bool _isComplete;

    public RequestStream(ClientCall<TRequest, TResponse> call, StreamedContent content)
    {
        _call = call;
        _content = content;
        WriteOptions = call.Options.WriteOptions;
    }

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        lock (_lock)
        {
            if (_isComplete)
            {
                throw new InvalidOperationException("The request stream has already been completed.");
            }

            if (!_write.IsCompleted)
            {
                throw new InvalidOperationException("A message cannot be written while the previous write is in progress.");
            }

            return _write = WriteCoreAsync(message, cancellationToken);
        }
    }

    public Task CompleteAsync()
    {
        lock (_lock)
        {
            if (!_write.IsCompleted)
            {
                throw new InvalidOperationException("The request stream cannot be completed while a write is in progress.");
            }

            _isComplete = true;
        }

        _content.Complete();
        return Task.CompletedTask;
    }

    private async Task WriteCoreAsync(TRequest message, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(
            static call => ((ClientCall)call!).CancelByCaller(), _call);
        try
        {
            var stream = await OpenAsync();
            await _call.WriteAsync(stream, message, WriteOptions, _call.Token);
        }
        catch (RpcException e) when (_call.Status is null)
        {
            _call.Cancel(e.Status);
            throw _call.Failure();
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw await FailureAsync(e);
        }
    }

    private async Task<Stream> OpenAsync()
    {
        if (_call.Status is null)
        {
            await Task.WhenAny(_content.Stream, _call.Finished);
        }

        return _call.Status is null ? await _content.Stream : throw _call.Failure();
    }

    // The transport refuses when the server has ended the call; then its status is on the way, and says more.
    private async Task<Exception> FailureAsync(Exception failure)
    {
        if (_call.Status is null && _call.HasSingleResponse)
        {
            await _call.Finished;
        }

        return _call.Status is null
            ? new RpcException(FailureStatus.Of(failure, _call.DeadlineHasPassed))
            : _call.Failure();
    }
}
