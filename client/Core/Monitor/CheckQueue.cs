using Validation.Client.Drafts;

namespace Validation.Client.Monitor;

/// <summary>Why a draft is to be checked. The smaller cause wins when there are two.</summary>
internal enum CheckCause
{
    /// <summary>The clerk asked for it.</summary>
    Asked,

    /// <summary>The draft was saved while its folder was watched.</summary>
    Saved,

    /// <summary>Last year's report beside it was saved: only a different answer is told.</summary>
    PriorSaved,

    /// <summary>The rules have changed: only a different answer is told.</summary>
    NewRules,

    /// <summary>A finding of it was accepted: the answer is not told.</summary>
    Acknowledged,
}

/// <summary>A draft that waits for its check.</summary>
/// <param name="FilePath">The file.</param>
/// <param name="Cause">Why.</param>
internal sealed record PendingCheck(string FilePath, CheckCause Cause)
{
    /// <summary>Attempts that the server answered with a failure.</summary>
    public int Failures { get; init; }

    /// <summary>Why the last attempt failed; null: there was none, or it did not.</summary>
    public string? Problem { get; init; }

    /// <summary>True: the content looked damaged once, and the file was given time to be written to its end.</summary>
    public bool WasDoubted { get; init; }

    /// <summary>Gets the result for whoever asked for the check; null: nobody waits.</summary>
    public TaskCompletionSource<CheckedDraft?>? Asker { get; init; }

    /// <summary>The strongest cause besides the request of whoever asked; null: there is none.</summary>
    public CheckCause? OtherCause { get; init; }

    /// <summary>The check that is left once whoever asked was told that there is no answer; null: none.</summary>
    public PendingCheck? WithoutAsker() => Asker is null ? this
        : OtherCause is { } cause ? this with { Cause = cause, Asker = null, OtherCause = null }
        : null;

    /// <summary>When it may begin, by a steady clock.</summary>
    public TimeSpan DueAt { get; init; }
}

/// <summary>The drafts that wait, each once, in the order in which they came, and those that are being checked. A draft that comes again
/// while it is being checked waits for its turn, so that two checks of one draft never overlap. Not thread-safe.</summary>
internal sealed class CheckQueue
{
    private readonly SortedDictionary<long, PendingCheck> _waiting = [];
    private readonly Dictionary<string, long> _places = new(DraftFiles.Names);
    private readonly Dictionary<string, PendingCheck> _underWay = new(DraftFiles.Names);
    private long _last;

    /// <summary>The number of drafts that wait or are being checked.</summary>
    public int Count => _waiting.Count + _underWay.Keys.Count(path => !_places.ContainsKey(path));

    /// <summary>The number of those that keep waiting when the server does not answer. Whoever asked for a check is told at once
    /// instead.</summary>
    public int Patient => _waiting.Values.Concat(_underWay.Values).Where(check => check.WithoutAsker() is not null)
        .Select(check => check.FilePath).Distinct(DraftFiles.Names).Count();

    /// <summary>What waits or is being checked, each draft once, with the check that comes next.</summary>
    public IReadOnlyList<PendingCheck> All =>
        [.. _waiting.Values.Concat(_underWay.Values.Where(check => !_places.ContainsKey(check.FilePath)))];

    /// <summary>The number of drafts that are being checked.</summary>
    public int UnderWay => _underWay.Count;

    /// <summary>Adds a draft; one that waits already keeps its place and takes the stronger cause.</summary>
    public void Add(PendingCheck check)
    {
        if (_places.TryGetValue(check.FilePath, out var place))
        {
            var known = _waiting[place];
            _waiting[place] = check with
            {
                Cause = Stronger(known.Cause, check.Cause)!.Value,
                Asker = Both(known.Asker, check.Asker),
                OtherCause = Stronger(known.WithoutAsker()?.Cause, check.WithoutAsker()?.Cause),
            };
        }
        else
        {
            _places[check.FilePath] = ++_last;
            _waiting[_last] = check;
        }
    }

    /// <summary>Whether the draft waits or is under way.</summary>
    public bool Contains(string path) => _places.ContainsKey(path) || _underWay.ContainsKey(path);

    /// <summary>Takes the next draft that may begin; it is under way from now on.</summary>
    /// <returns>The draft; null: there is none.</returns>
    public PendingCheck? Take(TimeSpan now)
    {
        foreach (var (place, check) in _waiting)
        {
            if (check.DueAt <= now && !_underWay.ContainsKey(check.FilePath))
            {
                _waiting.Remove(place);
                _places.Remove(check.FilePath);
                _underWay.Add(check.FilePath, check);
                return check;
            }
        }

        return null;
    }

    /// <summary>Ends the check of a draft.</summary>
    public void End(PendingCheck check) => _underWay.Remove(check.FilePath);

    /// <summary>When the next draft that waits for a time may begin; null: none does.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            TimeSpan? next = null;
            foreach (var check in _waiting.Values)
            {
                next = !_underWay.ContainsKey(check.FilePath) && (next is null || check.DueAt < next) ? check.DueAt : next;
            }

            return next;
        }
    }

    /// <summary>Lets every waiting draft begin at once.</summary>
    public void Hurry()
    {
        foreach (var (place, check) in _waiting.ToList())
        {
            _waiting[place] = check with { DueAt = TimeSpan.Zero };
        }
    }

    private static CheckCause? Stronger(CheckCause? one, CheckCause? other) => other is null || one < other ? one : other;

    private static TaskCompletionSource<CheckedDraft?>? Both(
        TaskCompletionSource<CheckedDraft?>? one, TaskCompletionSource<CheckedDraft?>? other)
    {
        if (one is null || other is null)
        {
            return one ?? other;
        }

        _ = other.Task.ContinueWith(done => one.TrySetResult(done.IsCompletedSuccessfully ? done.Result : null), TaskScheduler.Default);
        return other;
    }
}
