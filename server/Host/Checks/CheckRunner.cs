using System.Text.RegularExpressions;
using System.Threading.RateLimiting;
using Validation.Server.Access;
using Validation.Server.Outcomes;
using Validation.Server.Rules;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>Has drafts checked, so many at a time and no longer than allowed. Thread-safe.</summary>
internal sealed class CheckRunner : IDisposable
{
    private static readonly Refusal Busy = new(RefusalKind.Busy, Texts.Busy) { RetryAfter = TimeSpan.FromSeconds(1) };

    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(1);

    private readonly IDocumentCheck _check;
    private readonly RuleAlarms _alarms;
    private readonly ServerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<CheckRunner> _log;
    private readonly ConcurrencyLimiter _admission;
    private readonly ConcurrencyLimiter _places;
    private readonly ConcurrencyLimiter _others;

    public CheckRunner(IDocumentCheck check, RuleAlarms alarms, ServerOptions options, TimeProvider time, ILogger<CheckRunner> log)
    {
        _check = check;
        _alarms = alarms;
        _options = options;
        _time = time;
        _log = log;
        _admission = Limiter(options.ConcurrentDocuments + options.QueuedDocuments, queue: 0);
        // Those who wait here were admitted, or are few: a batch brings no more documents at a time than there are places.
        _places = Limiter(options.ConcurrentDocuments, queue: int.MaxValue);
        _others = Limiter(1, queue: options.QueuedDocuments);
    }

    /// <summary>Checks a draft if there is room for it, at once or in the queue.</summary>
    /// <returns>The reply. Busy: there is no room.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Outcome<ValidateReply>> CheckOrRefuseAsync(
        Draft draft, Principal principal, CancellationToken cancellationToken)
    {
        using var admission = _admission.AttemptAcquire();
        if (!admission.IsAcquired)
        {
            draft.Dispose();
            ServerLog.Busy(_log, _options.ConcurrentDocuments, _options.QueuedDocuments);
            return Busy;
        }

        return await CheckAsync(draft, principal, cancellationToken);
    }

    /// <summary>Checks a draft, however long it has to wait for its turn. Disposes of the draft.</summary>
    /// <returns>The reply; a document that cannot be checked is a reply too.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ValidateReply> CheckAsync(Draft draft, Principal principal, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        var bytes = draft.Content.Length;
        var reply = draft.Refusal is { } reason ? Refuse(draft, reason) : await RunAsync(draft, cancellationToken);
        _alarms.Count(reply, principal);
        reply.Id = draft.Id;
        reply.FileName = draft.FileName;
        if (draft.OmitReport)
        {
            reply.Report = null;
        }

        ServerLog.Checked(_log, draft, reply, bytes, _time.GetElapsedTime(start));
        return reply;
    }

    /// <summary>Does work that is no check but as hard as many. It takes one of the places of the checks, and all such work together no
    /// more than that: drafts go on being checked.</summary>
    /// <param name="work">Blocks, and stops soon after its token is cancelled.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the work comes to. Busy: there is no room. TookTooLong: more time than the limit.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Outcome<T>> ComputeAsync<T>(
        Func<CancellationToken, Outcome<T>> work, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var turn = await _others.AcquireAsync(1, cancellationToken);
        if (!turn.IsAcquired)
        {
            return Busy;
        }

        using var place = await _places.AcquireAsync(1, cancellationToken);
        using var timeout = new CancellationTokenSource(limit, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await Task.Factory.StartNew(
                () => work(stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new Refusal(RefusalKind.TookTooLong, Texts.TookTooLong(limit));
        }
        catch (RegexMatchTimeoutException search)
        {
            return new Refusal(RefusalKind.TookTooLong, Texts.TookTooLong(search.MatchTimeout));
        }
    }

    public void Dispose()
    {
        _others.Dispose();
        _admission.Dispose();
        _places.Dispose();
    }

    private static ConcurrencyLimiter Limiter(int permits, int queue)
    {
        return new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = permits,
            QueueLimit = queue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    private ValidateReply Refuse(Draft draft, Reason reason)
    {
        draft.Dispose();
        return _check.Refuse(reason);
    }

    private async Task<ValidateReply> RunAsync(Draft draft, CancellationToken cancellationToken)
    {
        var place = await TakePlaceAsync(draft, cancellationToken);
        var job = new CheckJob(_check, draft, place, _log);
        using var timeout = new CancellationTokenSource(_options.DocumentTime, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var work = job.Start();
        try
        {
            // The answer does not wait for a worker that is slow to stop; its place does.
            return await work.WaitAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            job.Stop();
            _ = WatchAsync(work);
            cancellationToken.ThrowIfCancellationRequested();
            ServerLog.TimedOut(_log, _options.DocumentTime.TotalMilliseconds);
            return _check.Refuse(Reason.TimedOut);
        }
    }

    /// <summary>Says so when a worker does not stop: its place is lost until it does.</summary>
    private async Task WatchAsync(Task work)
    {
        await Task.WhenAny(work, Task.Delay(StopTime, _time, CancellationToken.None));
        if (!work.IsCompleted)
        {
            ServerLog.DoesNotStop(_log, StopTime.TotalSeconds);
        }
    }

    private async Task<RateLimitLease> TakePlaceAsync(Draft draft, CancellationToken cancellationToken)
    {
        try
        {
            return await _places.AcquireAsync(1, cancellationToken);
        }
        catch
        {
            draft.Dispose();
            throw;
        }
    }
}
