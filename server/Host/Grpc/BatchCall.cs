using System.Runtime.ExceptionServices;
using Grpc.Core;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Batches;
using Validation.Server.Checks;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Grpc;

/// <summary>One ValidateStream call. It holds at most the unfinished drafts and as many complete ones as are checked at a time; while it
/// holds these, or the client does not take the replies, it does not read on, and HTTP/2 flow control holds the client back.</summary>
internal sealed class BatchCall : IDisposable
{
    private readonly IAsyncStreamReader<ValidateRequest> _requests;
    private readonly ReplyStream _replies;
    private readonly CheckRunner _checks;
    private readonly Principal _principal;
    private readonly DraftAssembler _drafts;
    private readonly SemaphoreSlim _room;
    private readonly int _size;
    private readonly TimeSpan _patience;
    private readonly CancellationTokenSource _stop;
    private ExceptionDispatchInfo? _fault;
    private Refusal? _refusal;

    public BatchCall(
        IAsyncStreamReader<ValidateRequest> requests,
        IServerStreamWriter<ValidateReply> replies,
        CheckRunner checks,
        ByteBudget budget,
        Principal principal,
        ServerOptions options,
        CancellationToken cancellationToken)
    {
        _requests = requests;
        _replies = new ReplyStream(replies);
        _checks = checks;
        _principal = principal;
        _drafts = new DraftAssembler(options, budget, principal);
        _patience = options.UnfinishedTime;
        _size = options.ConcurrentDocuments;
        _room = new SemaphoreSlim(_size);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>Documents that were received, or refused on the way.</summary>
    public int Documents { get; private set; }

    /// <summary>Answers every draft. A draft whose parts never all came spoils only itself: the others are answered first.</summary>
    /// <param name="drained">Cancelled: no further drafts are taken.</param>
    /// <returns>Why the call ends before all is answered. Invalid: it ended with unfinished drafts. TooLarge: too much was unfinished at a
    /// time. Throttled or Full: the server has no memory for the next message. Stalled: the rest of a draft did not come. Null: all is
    /// answered.</returns>
    /// <exception cref="OperationCanceledException">The call was cancelled, or the server is shutting down.</exception>
    public async Task<Refusal?> RunAsync(CancellationToken drained)
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
        if (_refusal is not null || heardAll)
        {
            return _refusal
                ?? (_drafts.Unfinished > 0 ? new Refusal(RefusalKind.Invalid, GrpcTexts.Unfinished(_drafts.Unfinished)) : null);
        }

        throw new OperationCanceledException(drained);
    }

    public void Dispose()
    {
        _drafts.Dispose();
        _replies.Dispose();
        _room.Dispose();
        _stop.Dispose();
    }

    /// <returns>False: no more is read, although the client may have more to say: the server is shutting down, or refuses.</returns>
    private async Task<bool> ReadAllAsync(CancellationToken drained)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, drained);
        try
        {
            while (await NextAsync(reading))
            {
                var added = await _drafts.AddAsync(_requests.Current, reading.Token);
                if (!added.IsAnswered(out var draft, out _refusal))
                {
                    await RefuseAsync(_refusal);
                    return false;
                }

                if (draft is not null)
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
        catch (RefusedCallException tooLarge) when (tooLarge.Refusal.Kind == RefusalKind.TooLarge)
        {
            // So are they when a message comes that is too large.
            _refusal = tooLarge.Refusal;
            return false;
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            // So are they when only the rest of another one does not come.
            _refusal = new Refusal(RefusalKind.Stalled, CommonTexts.Stalled);
            return false;
        }
    }

    /// <summary>Ends the call. A wrong request spoils no draft before it; of a client that asks for too much, the drafts at hand would be
    /// answered in vain.</summary>
    private Task RefuseAsync(Refusal refusal)
    {
        return refusal.Kind == RefusalKind.Invalid ? Task.CompletedTask : _stop.CancelAsync();
    }

    /// <summary>Waits for the next message: for ever, unless a draft is unfinished.</summary>
    private async Task<bool> NextAsync(CancellationTokenSource reading)
    {
        reading.CancelAfter(_drafts.Unfinished > 0 ? _patience : Timeout.InfiniteTimeSpan);
        var isThere = await _requests.MoveNext(reading.Token);
        reading.CancelAfter(Timeout.InfiniteTimeSpan);
        return isThere;
    }

    private async Task BeginAsync(SubmittedDraft draft, CancellationToken cancellationToken)
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

    private async Task AnswerAsync(SubmittedDraft draft)
    {
        try
        {
            var reply = await _checks.CheckAsync(draft, _principal, _stop.Token);
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
