using Validation.Client.Drafts;

namespace Validation.Client.Monitor;

/// <summary>
/// Drafts that were not found, each with the check that waits for it. One that is away is looked for until it is back; one is gone only
/// when it was missing twice, some seconds apart, for a word processor that saves takes the file away for a moment. Times are those of
/// any steady clock. Not thread-safe.
/// </summary>
internal sealed class MissedDrafts
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(4);

    private readonly Dictionary<string, Missed> _drafts = new(DraftFiles.Names);
    private TimeSpan _lookAt;

    /// <summary>When to look for them next; null: none is missed.</summary>
    public TimeSpan? NextDue => _drafts.Count == 0 ? null : _lookAt;

    /// <summary>The drafts whose check waits until they are found.</summary>
    public IEnumerable<string> Waiting => _drafts.Where(missed => missed.Value.Check is not null).Select(missed => missed.Key);

    /// <summary>Takes the drafts to look for now; none before it is time.</summary>
    public IReadOnlyList<string> TakeDue(TimeSpan now)
    {
        if (NextDue is not { } due || due > now)
        {
            return [];
        }

        _lookAt = now + LookEvery;
        return [.. _drafts.Keys];
    }

    /// <summary>Adds a draft that was not found.</summary>
    /// <param name="path">The draft.</param>
    /// <param name="check">The check that waits until it is there; null: none.</param>
    /// <param name="now">The time.</param>
    public void Add(string path, PendingCheck? check, TimeSpan now)
    {
        var waiting = _drafts.GetValueOrDefault(path)?.Check;
        var stronger = waiting is null || check?.Cause < waiting.Cause ? check : waiting;
        Put(path, new Missed(stronger, null, null), now);
    }

    /// <summary>Records that the folder of a draft was not there either.</summary>
    public void Away(string path)
    {
        if (_drafts.Remove(path, out var missed) && missed.Check is { } check)
        {
            _drafts.Add(path, new Missed(check, null, null));
        }
    }

    /// <summary>Records that the folder of a draft was there and the draft was not.</summary>
    /// <param name="path">The draft.</param>
    /// <param name="record">What is known of it; another record than at the look before is a draft that was there meanwhile.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether it is gone.</returns>
    public bool IsGone(string path, DraftRecord? record, TimeSpan now)
    {
        var missed = _drafts.GetValueOrDefault(path);
        if (missed?.Since is { } since && ReferenceEquals(missed.Record, record))
        {
            return now - since >= Apart;
        }

        Put(path, new Missed(missed?.Check, now, record), now);
        return false;
    }

    /// <summary>A draft is no longer missed.</summary>
    /// <returns>The check that waited for it; null: none.</returns>
    public PendingCheck? Take(string path) => _drafts.Remove(path, out var missed) ? missed.Check : null;

    private void Put(string path, Missed missed, TimeSpan now)
    {
        if (_drafts.Count == 0)
        {
            _lookAt = now + LookEvery;
        }

        _drafts[path] = missed;
    }

    /// <summary>A draft that was not found.</summary>
    /// <param name="Check">The check that waits for it.</param>
    /// <param name="Since">When it was missing first; null: it may only be away.</param>
    /// <param name="Record">What was known of it then.</param>
    private sealed record Missed(PendingCheck? Check, TimeSpan? Since, DraftRecord? Record);
}
