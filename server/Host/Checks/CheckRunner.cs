using System.Text.RegularExpressions;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Records;
using Validation.Server.Rules;
using Validation.Server.Telemetry;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>Has drafts checked, each when its principal's turn comes and no longer than allowed. Thread-safe.</summary>
internal sealed class CheckRunner : IDisposable
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(1);

    private readonly IDocumentCheck _check;
    private readonly RuleAlarms _alarms;
    private readonly CheckFigures _figures;
    private readonly RuleCounts _counts;
    private readonly ServerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<CheckRunner> _log;
    private readonly CheckQueue _queue;
    private readonly FairShare _waiting;
    private readonly DraftRate _rate;

    public CheckRunner(
        IDocumentCheck check, RuleAlarms alarms, CheckFigures figures, RuleCounts counts, ServerOptions options, TimeProvider time,
        ILogger<CheckRunner> log)
    {
        _check = check;
        _alarms = alarms;
        _figures = figures;
        _counts = counts;
        _options = options;
        _time = time;
        _log = log;
        _queue = new CheckQueue(options.ConcurrentDocuments, time);
        _rate = new DraftRate(options);
        // Drafts that are being checked count with those that wait.
        var most = options.ConcurrentDocuments + options.QueuedDocuments;
        _waiting = new FairShare(most, Math.Min(most, 2 * options.ConcurrentDocuments));
    }

    /// <summary>Documents and work on rules that wait for a place.</summary>
    public int Waiting => _queue.Waiting;

    /// <summary>Places of a lane that are taken.</summary>
    public int Running(CheckLane lane)
    {
        return _queue.Running(lane);
    }

    /// <summary>Checks a draft if there is room for it, at once or in the queue. Disposes of the draft.</summary>
    /// <returns>The reply; a document that cannot be checked is a reply too. Throttled or Full: there is no room.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Outcome<ValidateReply>> CheckOrRefuseAsync(
        SubmittedDraft draft, Principal principal, CancellationToken cancellationToken)
    {
        var answer = _waiting.Take(principal, 1);
        if (answer != ShareAnswer.Granted)
        {
            draft.Dispose();
            return Refuse(Refusals.Of(answer, CheckTexts.TooManyWaiting), principal);
        }

        using var share = new TakenShare(_waiting, principal);
        var entered = await EnterAsync(draft, principal, _rate.WaitAsync, cancellationToken);
        return entered.IsAnswered(out var place, out var refusal)
            ? await AnswerAsync(draft, place, principal, cancellationToken)
            : Refuse(refusal, principal);
    }

    /// <summary>Checks a draft, however long it has to wait for its turn. Disposes of the draft.</summary>
    /// <returns>The reply; a document that cannot be checked is a reply too.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ValidateReply> CheckAsync(SubmittedDraft draft, Principal principal, CancellationToken cancellationToken)
    {
        var entered = await EnterAsync(draft, principal, _rate.HoldBackAsync, cancellationToken);
        return await AnswerAsync(draft, entered.Answer!, principal, cancellationToken);
    }

    /// <summary>Does work on rules, which is as hard as many checks. It has places of its own and low priority: drafts go on being
    /// checked.</summary>
    /// <param name="work">Blocks, and stops soon after its token is cancelled.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="principal">Whose work it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the work comes to. Throttled or Full: there is no room. TookTooLong: more time than the limit.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Outcome<T>> ComputeAsync<T>(
        Func<CancellationToken, Outcome<T>> work, TimeSpan limit, Principal principal, CancellationToken cancellationToken)
    {
        var answer = _waiting.Take(principal, 1);
        if (answer != ShareAnswer.Granted)
        {
            return Refuse(Refusals.Of(answer, CheckTexts.TooManyWaiting), principal);
        }

        using var share = new TakenShare(_waiting, principal);
        using var place = await _queue.EnterAsync(principal, CheckLane.Rules, cancellationToken);
        using var timeout = new CancellationTokenSource(limit, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await Worker.RunAsync(() => work(stop.Token), place, _time);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new Refusal(RefusalKind.TookTooLong, CheckTexts.TookTooLong(limit));
        }
        catch (RegexMatchTimeoutException search)
        {
            return new Refusal(RefusalKind.TookTooLong, CheckTexts.TookTooLong(search.MatchTimeout));
        }
    }

    public void Dispose()
    {
        _rate.Dispose();
    }

    private Refusal Refuse(Refusal refusal, Principal principal)
    {
        CheckLog.Turned(_log, refusal.Kind, principal, _waiting.Taken);
        return refusal;
    }

    /// <summary>Waits for the principal's turn. Disposes of the draft when it does not come.</summary>
    private async Task<Outcome<CheckPlace>> EnterAsync(
        SubmittedDraft draft,
        Principal principal,
        Func<Principal, CancellationToken, ValueTask<Refusal?>> rate,
        CancellationToken cancellationToken)
    {
        Refusal? refusal = null;
        try
        {
            var start = _time.GetTimestamp();
            refusal = await rate(principal, cancellationToken);
            if (refusal is not null)
            {
                return refusal;
            }

            var place = await _queue.EnterAsync(principal, draft.Bytes, cancellationToken);
            _figures.Entered(place.Lane, _time.GetElapsedTime(start));
            return place;
        }
        catch
        {
            draft.Dispose();
            throw;
        }
        finally
        {
            if (refusal is not null)
            {
                draft.Dispose();
            }
        }
    }

    private async Task<ValidateReply> AnswerAsync(
        SubmittedDraft draft, CheckPlace place, Principal principal, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        var bytes = draft.Content.Length;
        using var trace = CheckTrace.Begin(bytes);
        var reply = draft.Refusal is { } reason ? Refuse(draft, place, reason) : await RunAsync(draft, place, cancellationToken);
        var elapsed = _time.GetElapsedTime(start);
        if (draft.Report is null)
        {
            _alarms.Count(reply, principal);
            _figures.Answered(reply, principal, elapsed);
            _counts.Count(reply);
        }

        trace.Tell(reply);
        reply.Id = draft.Id;
        reply.FileName = draft.FileName;
        PreviousFindings.Compare(reply, draft.Previous);
        ReplyShape.Shape(reply, draft.Wish, _options.ReplyBytes);
        CheckLog.Checked(_log, draft, reply, bytes, elapsed);
        return reply;
    }

    private ValidateReply Refuse(SubmittedDraft draft, CheckPlace place, Reason reason)
    {
        draft.Dispose();
        place.Dispose();
        return _check.NotDecided(reason);
    }

    private async Task<ValidateReply> RunAsync(SubmittedDraft draft, CheckPlace place, CancellationToken cancellationToken)
    {
        var job = new CheckJob(_check, draft, place, _log);
        using var timeout = new CancellationTokenSource(_options.DocumentTime, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var work = job.Start(_time);
        try
        {
            // The caller gets the reply now, even if the worker is slow to stop; the place is free only when it has stopped.
            return await work.WaitAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            job.Stop();
            _ = WatchAsync(work);
            cancellationToken.ThrowIfCancellationRequested();
            CheckLog.TimedOut(_log, _options.DocumentTime.TotalMilliseconds);
            return _check.NotDecided(Reason.TimedOut);
        }
    }

    /// <summary>Logs a worker that does not stop: its place is lost until it does.</summary>
    private async Task WatchAsync(Task work)
    {
        await Task.WhenAny(work, Task.Delay(StopTime, _time, CancellationToken.None));
        if (!work.IsCompleted)
        {
            CheckLog.DoesNotStop(_log, StopTime.TotalSeconds);
        }
    }
}
