using Validation.Client.Drafts;

namespace Validation.Client.Monitor;

/// <summary>The part about drafts that are not where they were: deleted, or their folder is away.</summary>
internal sealed partial class MonitorCourse
{
    private const int MostSwept = 500;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(15);

    private readonly MissedDrafts _missed = new();
    private readonly HashSet<string> _lookedAt = new(DraftFiles.Names);
    private TimeSpan _sweepAt;

    // A deleted draft is no problem any more, and must not be shown as one.
    private void Sweep() => LookFor(
        _recent.Drafts.Select(draft => draft.FilePath)
            .Concat(_ledger.Drafts.Where(IsProblem).Select(record => record.FilePath))
            .Concat(Unchecked.Take(MostSwept).Select(record => record.FilePath)).Distinct(DraftFiles.Names));

    // A file, or a folder with all that was in it. A program that saves takes the file away for a moment.
    private void Leave(string path)
    {
        var drafts = _ledger.Drafts.Select(record => record.FilePath)
            .Where(draft => DraftFiles.Names.Equals(draft, path) || DraftFiles.IsBelow(draft, path)).ToList();
        foreach (var draft in drafts)
        {
            _missed.Add(draft, check: null, Now);
        }

        LookFor(drafts);
    }

    // The draft is another one's that has left: it was renamed or moved, and was told of already.
    private void Move(DraftRecord before, string path, FileStamp stamp)
    {
        var record = before with
        {
            FilePath = path, Length = stamp.Length, WrittenUtc = stamp.WrittenUtc, ReportFile = _reports.Move(before.FilePath, path),
        };
        _missed.Take(before.FilePath);
        _movedTo[DraftId.Of(before.FilePath)] = path;
        _folders.Forget(before.FilePath);
        _recent.Replace(before.FilePath, record.ToChecked()!);
        _ledger.Move(before, record);
    }

    // A dead network drive takes its time: each folder is looked at on a thread of its own, once at a time.
    private void LookFor(IEnumerable<string> paths)
    {
        foreach (var group in paths.GroupBy(FolderOf, DraftFiles.Names).Where(group => _lookedAt.Add(group.Key)).ToList())
        {
            var stamps = group.ToDictionary(path => path, path => _ledger.Find(path)?.Stamp, DraftFiles.Names);
            var search = new DraftSearch(group.Key, _ledger.PlaceOf(group.Key), stamps)
            {
                TakesAnyPlace = !_folders.Contains(group.Key),
            };
            _ = Task.Run(() =>
            {
                SearchResult? result = null;
                try
                {
                    result = search.Run();
                }
                finally
                {
                    _post(() => EndLook(search.Folder, result));
                }
            });
        }
    }

    private string FolderOf(string path) => _folders.Around(path) ?? Path.GetDirectoryName(path) ?? path;

    private void EndLook(string folder, SearchResult? result)
    {
        _lookedAt.Remove(folder);
        if (result?.Place is { } place && _folders.Contains(folder))
        {
            _ledger.Locate(folder, place);
        }

        foreach (var (path, whereabouts) in result?.Drafts ?? new Dictionary<string, Whereabouts>())
        {
            switch (whereabouts)
            {
                case Whereabouts.There:
                    CheckMissed(path);
                    break;
                case Whereabouts.Away:
                    _missed.Away(path);
                    break;
                // A draft that is to be checked was there a moment ago; its check notices if it has gone.
                case Whereabouts.Missing when !_queue.Contains(path) && _missed.IsGone(path, _ledger.Find(path), Now):
                    Forget(path);
                    break;
            }
        }
    }

    private void CheckMissed(string path)
    {
        if (_missed.Take(path) is { } check)
        {
            _queue.Add(check with { DueAt = Now });
        }
    }

    private void Forget(string path)
    {
        _missed.Take(path);
        _ledger.Forget(path);
        _folders.Forget(path);
        _recent.Remove(path);
        _reports.Delete(path);
    }
}
