using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Validation.V1;

namespace Validation.Latency.Rules;

/// <summary>A client that watches, and notes when it hears of a version.</summary>
internal sealed class Watcher
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly Task _reading;
    private TaskCompletionSource<long> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _waitsBeyond = "";

    public Watcher(GrpcChannel channel, CancellationToken cancellationToken)
    {
        _reading = ReadAsync(new RuleAdmin.RuleAdminClient(channel), cancellationToken);
    }

    /// <summary>Done when the first message is here.</summary>
    public Task Opened => _opened.Task;

    /// <summary>When it hears of another version than this, as a time stamp.</summary>
    public Task<long> NextAsync(string version)
    {
        lock (_gate)
        {
            _waitsBeyond = version;
            _next = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _next.Task;
        }
    }

    /// <summary>Waits for the end of the call.</summary>
    public Task EndAsync()
    {
        return _reading;
    }

    private async Task ReadAsync(RuleAdmin.RuleAdminClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var call = client.Watch(new WatchRequest(), cancellationToken: cancellationToken);
            while (await call.ResponseStream.MoveNext(cancellationToken))
            {
                Note(call.ResponseStream.Current);
            }
        }
        catch (Exception end) when (end is RpcException or OperationCanceledException)
        {
            _opened.TrySetException(end);
            _next.TrySetException(end);
            // Nobody waits any more when the measurement is over.
            _ = (_opened.Task.Exception, _next.Task.Exception);
        }
    }

    private void Note(WatchReply reply)
    {
        var now = Stopwatch.GetTimestamp();
        _opened.TrySetResult();
        lock (_gate)
        {
            if (!reply.Heartbeat && reply.Version != _waitsBeyond)
            {
                _next.TrySetResult(now);
            }
        }
    }
}
