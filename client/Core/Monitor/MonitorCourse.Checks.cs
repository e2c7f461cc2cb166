using Validation.Client.Drafts;

namespace Validation.Client.Monitor;

/// <summary>The way of the drafts: from the queue to the server, and what becomes of the answers.</summary>
internal sealed partial class MonitorCourse
{
    private const int MostUnderWay = 4;
    private const int MostServerFailures = 3;
    private const int MostReadFailures = 12;
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DoubtTime = TimeSpan.FromSeconds(2);

    private readonly CheckQueue _queue = new();

    private bool IsIdle => _queue.UnderWay == 0 && (!MayAsk || _pause is not null || _queue.NextDue is not { } due || due > Now);

    private TimeSpan? NextCheckDue
    {
        get
        {
            var mayNot = _link is null || _queue.UnderWay >= MostUnderWay || (_serverProblem is not null && _queue.UnderWay > 0);
            var due = mayNot ? null : _queue.NextDue;
            return _serverProblem is not null && due < _retryAt ? _retryAt : due;
        }
    }

    /// <summary>Adds a draft that is to be checked.</summary>
    public void Add(PendingCheck check)
    {
        CheckMissed(check.FilePath);
        if (check.Asker is { } asker && _link is null && _serverProblem is { } problem)
        {
            // Until the settings change no server may be asked: whoever asked is told so now.
            asker.TrySetResult(DraftCheck.Failed(check, new CheckFailure(FailureKind.ServerUntrusted, problem), _time).Draft);
            return;
        }

        _queue.Add(check);
        if (check.Cause != CheckCause.NewRules)
        {
            // The clerk is waiting, so that a server that was away is asked again.
            Hurry();
        }
    }

    private void BeginChecks()
    {
        while (_pause is null && MayAsk && _queue.UnderWay < MostUnderWay && _queue.Take(Now) is { } check)
        {
            var work = new DraftCheck(_link!.Connection, _reports, _time);
            var known = _ledger.Find(check.FilePath);
            var others = known?.CheckedAt is null && check.Cause == CheckCause.Saved ? Others(check.FilePath) : [];
            _ = Task.Run(async () =>
            {
                var attempt = await AttemptAsync(work, check, known, others);
                _post(() => End(check, attempt));
            });
        }
    }

    private List<(DraftRecord Record, string Folder)> Others(string path) =>
        [.. _ledger.Judged.Where(record => !DraftFiles.Names.Equals(record.FilePath, path))
            .Select(record => (record, FolderOf(record.FilePath)))];

    private async Task<CheckAttempt> AttemptAsync(
        DraftCheck work, PendingCheck check, DraftRecord? known, List<(DraftRecord Record, string Folder)> others)
    {
        try
        {
            return await work.RunAsync(check, known, others, _stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The monitor ends, or goes on with another server.
            return new CheckAttempt(AttemptEnd.Superseded);
        }
        catch (Exception)
        {
            // A fault of this program spoils one draft, not the watching.
            return DraftCheck.Failed(check, new CheckFailure(FailureKind.ServerFailed, MonitorTexts.OwnFault), _time);
        }
    }

    private void End(PendingCheck check, CheckAttempt attempt)
    {
        _queue.End(check);
        _hasWorked = true;
        switch (attempt.End)
        {
            case AttemptEnd.Gone:
                check.Asker?.TrySetResult(null);
                _missed.Add(check.FilePath, check.WithoutAsker(), Now);
                break;
            case AttemptEnd.Unchanged when _ledger.Find(check.FilePath) is { } record:
                _ledger.Put(record with { Length = attempt.Stamp.Length, WrittenUtc = attempt.Stamp.WrittenUtc });
                break;
            case AttemptEnd.Moved:
                Move(attempt.From!, check.FilePath, attempt.Stamp);
                check.Asker?.TrySetResult(_ledger.Find(check.FilePath)?.ToChecked());
                break;
            case AttemptEnd.Superseded:
                _queue.Add(check with { DueAt = Now + new DraftWatching().Settle });
                break;
            case AttemptEnd.Doubted:
                _queue.Add(check with { WasDoubted = true, DueAt = Now + DoubtTime });
                break;
            case AttemptEnd.Answered:
                ServerAnswered();
                Conclude(check, attempt.Draft!, DraftRecord.Of(attempt.Draft!, attempt.Stamp, attempt.Sha256, SavedAt(check)));
                if (check.Cause == CheckCause.Saved)
                {
                    CheckThoseComparedWith(check.FilePath);
                }

                break;
            case AttemptEnd.Failed:
                Fail(check, attempt);
                break;
        }
    }

    // A file that was saved may be the last year's report of drafts beside it.
    private void CheckThoseComparedWith(string prior)
    {
        var drafts = _ledger.Drafts.Where(record => record.Verdict is not null && IsOfLastDays(record)).Select(record => record.FilePath);
        foreach (var path in drafts.Where(path => PriorFile.IsBeside(prior, path)).ToList())
        {
            _queue.Add(new PendingCheck(path, CheckCause.PriorSaved));
        }
    }

    private void Fail(PendingCheck check, CheckAttempt attempt)
    {
        var failure = attempt.Failure!;
        if (failure.Kind is FailureKind.ServerUnreachable or FailureKind.ServerUntrusted or FailureKind.ServerBusy
            or FailureKind.WrongServer or FailureKind.KeyRefused)
        {
            ServerFailed(failure.Message);
            // Whoever asked is told now, and may ask again.
            check.Asker?.TrySetResult(attempt.Draft);
            if (check.WithoutAsker() is { } waiting)
            {
                _queue.Add(waiting);
            }

            return;
        }

        var most = failure.Kind == FailureKind.FileUnreadable ? MostReadFailures : MostServerFailures;
        if (check.Failures + 1 < most && failure.Kind is not (FailureKind.FileTooLarge or FailureKind.Refused))
        {
            _queue.Add(check with { Failures = check.Failures + 1, Problem = failure.Message, DueAt = Now + Again });
            return;
        }

        // Not tried again now. The next start tries again, unless repeating cannot change the result.
        var stamp = failure.Kind is FailureKind.FileTooLarge or FailureKind.Refused ? attempt.Stamp : default;
        var record = DraftRecord.Of(attempt.Draft!, stamp, attempt.Sha256, SavedAt(check));
        Conclude(check, attempt.Draft!, record with { Fingerprints = _ledger.Find(check.FilePath)?.Fingerprints ?? [] });
    }

    private void Conclude(PendingCheck check, CheckedDraft draft, DraftRecord record)
    {
        var before = _ledger.Find(check.FilePath)?.ToChecked();
        _ledger.Put(record);
        _recent.Put(draft, toFront: check.Cause is CheckCause.Asked or CheckCause.Saved);
        _board.Add(draft, before, check.Cause, Now);
        if (check.Cause != CheckCause.NewRules)
        {
            _events.Checked?.Invoke(draft);
        }

        check.Asker?.TrySetResult(draft);
    }

    private DateTimeOffset SavedAt(PendingCheck check) =>
        check.Cause is not (CheckCause.Asked or CheckCause.Saved) && _ledger.Find(check.FilePath)?.SavedAt is { } saved
            ? saved
            : _time.GetUtcNow();
}
