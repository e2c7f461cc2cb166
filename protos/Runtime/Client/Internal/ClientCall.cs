using Grpc.Core;
using Grpc.Core.Internal;

namespace Grpc.Net.Client.Internal;

/// <summary>A call in the client, from its start to its one and only end.</summary>
internal abstract class ClientCall : IDisposable
{
    private readonly TaskCompletionSource<Metadata> _headers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _source = new();
    private readonly Lock _lock = new();
    private CancellationTokenRegistration _registration;
    private ITimer? _timer;
    private Status? _status;
    private Metadata _trailers = Metadata.Empty;

    protected ClientCall(GrpcChannel channel, CallOptions options)
    {
        Channel = channel;
        Options = options;
        Token = _source.Token;
    }

    public GrpcChannel Channel { get; }

    public CallOptions Options { get; }

    public ChannelSettings Settings => Channel.Settings;

    /// <summary>Signals that the call has been cancelled by whom ever. The status says by whom.</summary>
    public CancellationToken Token { get; }

    public Task Finished => _finished.Task;

    public Task<Metadata> Headers => _headers.Task;

    /// <summary>Null: the call has not ended.</summary>
    public Status? Status
    {
        get
        {
            lock (_lock)
            {
                return _status;
            }
        }
    }

    public bool DeadlineHasPassed => Options.Deadline is { } deadline && Settings.Time.GetUtcNow().UtcDateTime >= deadline;

    public Status GetStatus() => Status ?? throw new InvalidOperationException("The call has no status before it has ended.");

    public Metadata GetTrailers()
    {
        lock (_lock)
        {
            return _status is null ? throw new InvalidOperationException("The call has no trailers before it has ended.") : _trailers;
        }
    }

    public void Dispose() => Cancel(new Status(StatusCode.Cancelled, "The gRPC call was disposed."));

    public void CancelByCaller() => Cancel(new Status(StatusCode.Cancelled, "Call canceled by the client."));

    /// <summary>Ends the call, unless it has ended, and stops its transport.</summary>
    public void Cancel(Status status)
    {
        if (TryFinish(status, null))
        {
            _source.Cancel();
            Release();
        }
    }

    /// <summary>Ends the call, unless it has ended.</summary>
    public bool TryFinish(Status status, Metadata? trailers)
    {
        lock (_lock)
        {
            if (_status is not null)
            {
                return false;
            }

            _status = status;
            _trailers = trailers ?? Metadata.Empty;
        }

        _registration.Unregister();
        _timer?.Dispose();
        Channel.Remove(this);
        if (!_headers.Task.IsCompleted)
        {
            _headers.TrySetException(Failure());
            // Not everybody asks for the headers: their failure shall not count as unobserved.
            _ = _headers.Task.Exception;
        }

        _finished.TrySetResult();
        return true;
    }

    /// <summary>What is thrown for a call that has ended.</summary>
    public Exception Failure()
    {
        var status = GetStatus();
        var failure = new RpcException(status, GetTrailers());
        var isCancellation = status.StatusCode is StatusCode.Cancelled or StatusCode.DeadlineExceeded;
        return isCancellation && Settings.ThrowCanceled
            ? new OperationCanceledException(failure.Message, failure, Options.CancellationToken)
            : failure;
    }

    /// <summary>Frees the transport. May be called at any time, and several times.</summary>
    protected abstract void Release();

    protected void SetHeaders(Metadata headers) => _headers.TrySetResult(headers);

    /// <exception cref="InvalidOperationException">The deadline is not UTC.</exception>
    /// <exception cref="ObjectDisposedException">The channel is closed.</exception>
    protected void Begin()
    {
        if (Options.Deadline is { } deadline && deadline != DateTime.MaxValue && deadline != DateTime.MinValue)
        {
            if (deadline.Kind != DateTimeKind.Utc)
            {
                throw new InvalidOperationException("The deadline must be of the kind UTC.");
            }
        }

        Channel.Add(this);
        if (Options.CancellationToken.CanBeCanceled)
        {
            _registration = Options.CancellationToken.UnsafeRegister(static call => ((ClientCall)call!).CancelByCaller(), this);
        }

        StartTimer();
        if (Status is not null)
        {
            _registration.Unregister();
            _timer?.Dispose();
        }
    }

    private void StartTimer()
    {
        if (Options.Deadline is not { } deadline || deadline == DateTime.MaxValue)
        {
            return;
        }

        var remaining = deadline - Settings.Time.GetUtcNow().UtcDateTime;
        if (remaining <= TimeSpan.Zero)
        {
            CancelByDeadline();
        }
        else if (remaining <= GrpcTimeout.LongestTimer)
        {
            _timer = Settings.Time.CreateTimer(
                static call => ((ClientCall)call!).CancelByDeadline(), this, remaining, Timeout.InfiniteTimeSpan);
        }
    }

    private void CancelByDeadline() => Cancel(new Status(StatusCode.DeadlineExceeded, "Deadline Exceeded"));
}
