using Validation.Client.Drafts;

namespace Validation.Client.Monitor;

/// <summary>The part about all drafts that are known: which are problems, and the page of them all.</summary>
internal sealed partial class MonitorCourse
{
    // Where drafts went that were renamed or moved: what was told of them before still leads to them.
    private readonly Dictionary<DraftId, string> _movedTo = [];
    private volatile IReadOnlyList<CheckedDraft> _problems = [];

    /// <summary>The drafts that the icon counts, the newest first.</summary>
    public IReadOnlyList<CheckedDraft> Problems => _problems;

    /// <summary>Writes the page of all drafts anew.</summary>
    /// <param name="asker">Gets the file; null: it could not be written.</param>
    public void WritePage(TaskCompletionSource<string?> asker)
    {
        var drafts = KnownDrafts();
        var (problem, at) = (_serverProblem, _time.GetLocalNow());
        _ = Task.Run(() => asker.TrySetResult(_reports.TryWritePage(drafts, problem, at)));
    }

    /// <summary>The draft with an id, also where it has another name since.</summary>
    /// <returns>Null: it is not known, or was never checked.</returns>
    public CheckedDraft? Find(DraftId id)
    {
        var seen = new HashSet<DraftId>();
        for (var next = id; seen.Add(next);)
        {
            if (_ledger.Drafts.FirstOrDefault(record => DraftId.Of(record.FilePath) == next) is { } record)
            {
                return record.ToChecked();
            }

            next = _movedTo.TryGetValue(next, out var path) ? DraftId.Of(path) : next;
        }

        return null;
    }

    private int TakeProblems()
    {
        var problems = _ledger.Drafts.Where(IsProblem).OrderByDescending(record => record.SavedAt).ToList();
        _problems = [.. problems.Select(record => record.ToChecked()!)];
        return problems.Count;
    }

    private List<KnownDraft> KnownDrafts()
    {
        var waiting = new Dictionary<string, string>(DraftFiles.Names);
        foreach (var path in _missed.Waiting)
        {
            waiting[path] = MonitorTexts.WaitsAway;
        }

        foreach (var check in _queue.All)
        {
            waiting[check.FilePath] = WhyItWaits(check);
        }

        var known = _ledger.Drafts.Where(IsShown).Select(record => new KnownDraft(record.FilePath)
        {
            Checked = record.ToChecked(), IsCounted = IsProblem(record), Waits = waiting.GetValueOrDefault(record.FilePath),
        }).ToList();
        var others = waiting.Where(one => _ledger.Find(one.Key) is not { } record || !IsShown(record));
        return [.. known, .. others.Select(one => new KnownDraft(one.Key) { Waits = one.Value })];
    }

    // What lies in a folder that is watched no longer and was never checked is none of the clerk's drafts.
    private bool IsShown(DraftRecord record) => !record.IsUnchecked || _folders.Around(record.FilePath) is not null;

    private string WhyItWaits(PendingCheck check) =>
        check.Problem is { } problem ? MonitorTexts.WaitsAgain(problem)
        : _pause is not null ? MonitorTexts.WaitsPaused
        : _serverProblem is not null ? MonitorTexts.WaitsOffline
        : MonitorTexts.Waits;
}
