using System.Collections.Concurrent;
using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>One ValidateStream call that many drafts share. Thread-safe; each reply finds its draft by id.</summary>
internal sealed class DraftStream : IAsyncDisposable
{
    private const int ChunkBytes = 64 << 10;
    private const string OfPrior = "-prior";
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    private readonly AsyncDuplexStreamingCall<ValidateRequest, ValidateReply> _call;
    private readonly ConnectionOptions _options;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<ValidateReply>> _waiting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Task _reading;
    private volatile RpcException? _end;
    private int _lastId;

    public DraftStream(AsyncDuplexStreamingCall<ValidateRequest, ValidateReply> call, ConnectionOptions options)
    {
        _call = call;
        _options = options;
        _reading = ReadRepliesAsync();
    }

    /// <summary>True: the server has sent at least one message.</summary>
    public bool HasAnswered { get; private set; }

    /// <summary>Sends one draft and waits for its reply.</summary>
    /// <exception cref="RpcException">The call ended before the reply came.</exception>
    /// <exception cref="TimeoutException">There was no reply in time. The other drafts of the call are not concerned.</exception>
    public async Task<ValidateReply> CheckAsync(SentDraft draft, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        var reply = new TaskCompletionSource<ValidateReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = reply;
        if (_end is { } end)
        {
            reply.TrySetException(end);
        }

        _ = SendAsync(id, draft, reply.Task, cancellationToken);
        try
        {
            return await reply.Task.WaitAsync(_options.Timeout, _options.Time, cancellationToken);
        }
        finally
        {
            _waiting.TryRemove(id, out _);
            reply.TrySetCanceled(CancellationToken.None);
        }
    }

    /// <summary>Ends the sending, gives the server a moment to end the call, then drops the call.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_end is null && await _writing.WaitAsync(Goodbye))
        {
            await IgnoreEndOfCall(_call.RequestStream.CompleteAsync());
            await Task.WhenAny(_reading, Task.Delay(Goodbye, _options.Time));
        }

        _call.Dispose();
        await _reading;
    }

    private async Task SendAsync(string id, SentDraft draft, Task reply, CancellationToken cancellationToken)
    {
        var first = DraftRequest.Of(draft, _options);
        first.Id = id;
        if (draft.Prior is { } prior)
        {
            first.PriorId = id + OfPrior;
            var before = new ValidateRequest { Id = first.PriorId, FileName = prior.Name, Use = DraftUse.Prior };
            await SendAsync(before, prior.Content, reply, cancellationToken);
        }

        await SendAsync(first, draft.Content, reply, cancellationToken);
    }

    /// <summary>Sends the parts of a draft. Stops early once there is a reply, or when the call has ended, whose reason the reading side
    /// knows.</summary>
    private async Task SendAsync(ValidateRequest first, ReadOnlyMemory<byte> content, Task reply, CancellationToken cancellationToken)
    {
        var message = first;
        for (var sent = 0; ;)
        {
            var length = Math.Min(ChunkBytes, content.Length - sent);
            message.Content = UnsafeByteOperations.UnsafeWrap(content.Slice(sent, length));
            sent += length;
            message.Continued = sent < content.Length;
            if (reply.IsCompleted || !await TryWriteAsync(message, cancellationToken) || !message.Continued)
            {
                return;
            }

            message = new ValidateRequest { Id = first.Id };
        }
    }

    private async Task<bool> TryWriteAsync(ValidateRequest message, CancellationToken cancellationToken)
    {
        try
        {
            await _writing.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        try
        {
            return await IgnoreEndOfCall(_call.RequestStream.WriteAsync(message, cancellationToken));
        }
        finally
        {
            _writing.Release();
        }
    }

    private static async Task<bool> IgnoreEndOfCall(Task writing)
    {
        try
        {
            await writing;
            return true;
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException or OperationCanceledException or IOException)
        {
            return false;
        }
    }

    private async Task ReadRepliesAsync()
    {
        var end = new RpcException(new Status(StatusCode.Unknown, ConnectionTexts.NoReply));
        try
        {
            while (await _call.ResponseStream.MoveNext(CancellationToken.None))
            {
                var reply = _call.ResponseStream.Current;
                HasAnswered = true;
                if (_waiting.TryGetValue(reply.Id, out var waiting))
                {
                    waiting.TrySetResult(reply);
                }
            }
        }
        catch (RpcException e)
        {
            end = Failures.WasLost(e.Status)
                ? new RpcException(new Status(StatusCode.Unavailable, e.Status.Detail, e.Status.DebugException))
                : e;
        }
        catch (Exception e) when (e is InvalidOperationException or OperationCanceledException or IOException)
        {
            end = new RpcException(new Status(StatusCode.Cancelled, e.Message));
        }

        _end = end;
        foreach (var waiting in _waiting.Values)
        {
            waiting.TrySetException(end);
        }
    }
}
