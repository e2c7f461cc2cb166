using System.Runtime.ExceptionServices;
using Grpc.Core;
using Validation.Server.Checks;
using Validation.V1;

namespace Validation.Server.Batches;

/// <summary>One ValidateStream call. It holds at most the unfinished drafts and as many complete ones as are checked at a time; while it
/// holds these, or the client does not take the replies, it does not read on, and HTTP/2 flow control holds the client back.</summary>
internal sealed class BatchCall : IDisposable
{
    private readonly IAsyncStreamReader<ValidateRequest> _requests;
    private readonly ReplyStream _replies;
    private readonly CheckRunner _checks;
    private readonly DraftAssembler _drafts;
    private readonly SemaphoreSlim _room;
    private readonly int _size;
    private readonly CancellationTokenSource _stop;
    private ExceptionDispatchInfo? _fault;

    public BatchCall(
        IAsyncStreamReader<ValidateRequest> requests,
        IServerStreamWriter<ValidateReply> replies,
        CheckRunner checks,
        ServerOptions options,
        CancellationToken cancellationToken)
    {
        _requests = requests;
        _replies = new ReplyStream(replies);
        _checks = checks;
        _drafts = new DraftAssembler(options);
        _size = options.ConcurrentDocuments;
        _room = new SemaphoreSlim(_size);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>Documents that were received, or refused on the way.</summary>
    public int Documents { get; private set; }

    /// <summary>Answers every draft. A draft whose parts never all came spoils only itself: the others are answered first.</summary>
    /// <param name="drained">Cancelled: no further drafts are taken.</param>
    /// <exception cref="RpcException">UNAVAILABLE: the server is shutting down. INVALID_ARGUMENT: the call ended with unfinished drafts.
    /// RESOURCE_EXHAUSTED: too much was unfinished at a time.</exception>
    public async Task RunAsync(CancellationToken drained)
    {
        var heardAll = false;
        try
        {
            heardAll = await ReadAllAsync(drained);
        }
        catch (Exception fault)
        {
            await FailAsync(fault);
        }

        await FinishAsync();
        _fault?.Throw();
        if (!heardAll)
        {
            throw new OperationCanceledException(drained);
        }

        if (_drafts.Unfinished > 0)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, Texts.Unfinished(_drafts.Unfinished)));
        }
    }

    public void Dispose()
    {
        _drafts.Dispose();
        _replies.Dispose();
        _room.Dispose();
        _stop.Dispose();
    }

    /// <returns>False: the server is shutting down, and the client may have more to say.</returns>
    private async Task<bool> ReadAllAsync(CancellationToken drained)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, drained);
        try
        {
            while (await _requests.MoveNext(reading.Token))
            {
                if (_drafts.Add(_requests.Current) is { } draft)
                {
                    Documents++;
                    await BeginAsync(draft, reading.Token);
                }
            }

            return true;
        }
        catch (Exception fault) when (fault is OperationCanceledException or RpcException && drained.IsCancellationRequested)
        {
            // The drafts at hand are still answered.
            return false;
        }
    }

    private async Task BeginAsync(Draft draft, CancellationToken cancellationToken)
    {
        try
        {
            await _room.WaitAsync(cancellationToken);
        }
        catch
        {
            draft.Dispose();
            throw;
        }

        _ = AnswerAsync(draft);
    }

    private async Task AnswerAsync(Draft draft)
    {
        try
        {
            var reply = await _checks.CheckAsync(draft, _stop.Token);
            await _replies.WriteAsync(reply, _stop.Token);
        }
        catch (Exception fault)
        {
            await FailAsync(fault);
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Ends the call. The first fault is its reason: the others follow from it.</summary>
    private Task FailAsync(Exception fault)
    {
        Interlocked.CompareExchange(ref _fault, ExceptionDispatchInfo.Capture(fault), null);
        return _stop.CancelAsync();
    }

    /// <summary>Waits until no draft is at hand any more: the call's reader and writer die with it.</summary>
    private async Task FinishAsync()
    {
        for (var free = 0; free < _size; free++)
        {
            await _room.WaitAsync(CancellationToken.None);
        }
    }
}
