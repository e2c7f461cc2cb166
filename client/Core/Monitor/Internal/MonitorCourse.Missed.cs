namespace Validation.Client.Internal;

/// <summary>Drafts that are not where they were: deleted, or only out of sight.</summary>
internal sealed partial class MonitorCourse
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(15);

    private readonly MissedDrafts _missed = new();
    private readonly HashSet<string> _lookedAt = new(DraftFiles.Names);
    private TimeSpan _sweepAt;

    // What is shown to the clerk is to be true: a draft that is deleted is no problem any more.
    private void Sweep() => LookFor(
        _recent.Drafts.Select(draft => draft.FilePath)
            .Concat(_ledger.Drafts.Where(IsProblem).Select(record => record.FilePath)).Distinct(DraftFiles.Names));

    // On other threads: a dead network drive takes its time. It holds up no other folder, and is looked at once at a time.
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
                // One that is to be checked was there a moment ago; its check will see.
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
