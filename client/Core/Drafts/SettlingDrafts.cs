namespace Validation.Client.Drafts;

/// <summary>Drafts that are being saved. One save is many events; a draft has settled when it has not changed for a while and can be
/// read. Times are those of a steady clock. Not thread-safe.</summary>
/// <param name="folder">The folder that is watched.</param>
/// <param name="quiet">How long a draft must not change.</param>
internal sealed class SettlingDrafts(string folder, TimeSpan quiet)
{
    private readonly Dictionary<string, Unsettled> _unsettled = new(DraftFiles.Names);
    private readonly Dictionary<string, FileStamp> _known = new(DraftFiles.Names);

    /// <summary>How long a draft must not change.</summary>
    public TimeSpan Quiet { get; } = quiet;

    /// <summary>The drafts that have settled or were learned, as they were then.</summary>
    public IReadOnlyDictionary<string, FileStamp> Known => _known;

    /// <summary>When the next draft may have settled; null: none is being saved.</summary>
    public TimeSpan? NextDue => _unsettled.Count == 0 ? null : _unsettled.Values.Min(draft => draft.DueAt);

    /// <summary>Takes the drafts that are there now as known: they settle only when they are saved again. A draft that is known already
    /// stays as it is known.</summary>
    /// <param name="which">Says which drafts.</param>
    public void Learn(Predicate<string> which)
    {
        foreach (var path in DraftFiles.In(folder))
        {
            if (which(path) && !_known.ContainsKey(path) && DraftFiles.Stamp(path) is { } stamp)
            {
                _known[path] = stamp;
            }
        }
    }

    /// <summary>Takes drafts as known in the state in which they once were.</summary>
    public void Learn(IReadOnlyDictionary<string, FileStamp> known)
    {
        foreach (var (path, stamp) in known)
        {
            _known[path] = stamp;
        }
    }

    /// <summary>Forgets what is known of a draft.</summary>
    public void Forget(string path) => _known.Remove(path);

    /// <summary>Records an event of a file, from which a new wait begins.</summary>
    public void Touch(string path, TimeSpan now)
    {
        if (DraftFiles.IsDraft(folder, path) && DraftFiles.Stamp(path) is { } stamp)
        {
            _unsettled[path] = new Unsettled(stamp, now + Quiet);
        }
    }

    /// <summary>Looks for drafts that differ from what is known, because the system may not have told of every change.</summary>
    public void Rescan(TimeSpan now)
    {
        foreach (var path in DraftFiles.In(folder))
        {
            if (!_unsettled.ContainsKey(path) && DraftFiles.Stamp(path) is { } stamp && !IsKnown(path, stamp))
            {
                _unsettled[path] = new Unsettled(stamp, now + Quiet);
            }
        }
    }

    /// <summary>The drafts that have settled by now, each save once.</summary>
    public IReadOnlyList<string> TakeSettled(TimeSpan now)
    {
        var settled = new List<string>();
        foreach (var (path, draft) in _unsettled.Where(draft => draft.Value.DueAt <= now).ToList())
        {
            if (DraftFiles.Stamp(path) is not { } stamp)
            {
                _unsettled.Remove(path);
                _known.Remove(path);
            }
            else if (stamp != draft.Stamp || !DraftFiles.CanRead(path))
            {
                _unsettled[path] = new Unsettled(stamp, now + Quiet);
            }
            else
            {
                _unsettled.Remove(path);
                if (!IsKnown(path, stamp))
                {
                    _known[path] = stamp;
                    settled.Add(path);
                }
            }
        }

        return settled;
    }

    private bool IsKnown(string path, FileStamp stamp) => _known.TryGetValue(path, out var known) && known == stamp;

    private readonly record struct Unsettled(FileStamp Stamp, TimeSpan DueAt);
}
