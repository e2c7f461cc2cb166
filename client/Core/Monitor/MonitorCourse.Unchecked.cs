using Validation.Client.Drafts;

namespace Validation.Client.Monitor;

/// <summary>The part about drafts that lay in a folder before it was watched: they are counted until they are checked.</summary>
internal sealed partial class MonitorCourse
{
    private readonly HashSet<string> _confirmed = new(DraftFiles.Names);
    private bool _hasBegun;

    /// <summary>Has the drafts checked that were never checked.</summary>
    public void CheckUnchecked()
    {
        foreach (var draft in Unchecked.Select(record => record.FilePath).ToList())
        {
            Add(new PendingCheck(draft, CheckCause.Asked));
        }
    }

    private IEnumerable<DraftRecord> Unchecked =>
        _ledger.Drafts.Where(record => record.IsUnchecked && _folders.Around(record.FilePath) is not null);

    // At the start nothing is told of folders that were watched before.
    private async Task SetFoldersAsync()
    {
        var before = _folders.All.ToHashSet(DraftFiles.Names);
        await _folders.SetAsync(_settings.Folders);
        _confirmed.IntersectWith(_folders.All);
        foreach (var folder in _folders.All.Where(folder => !before.Contains(folder)))
        {
            if (_hasBegun && _ledger.LearnedFolders.Contains(folder, DraftFiles.Names))
            {
                Confirm(folder);
            }
        }

        _hasBegun = true;
    }

    private void Learn(string folder, IReadOnlyDictionary<string, FileStamp> drafts, string? place)
    {
        _ledger.Learn(folder, drafts, place);
        Confirm(folder);
    }

    private void Confirm(string folder)
    {
        if (_folders.Contains(folder) && _confirmed.Add(folder))
        {
            var drafts = _ledger.Drafts.Where(record => DraftFiles.IsBelow(record.FilePath, folder)).ToList();
            _events.FolderAdded?.Invoke(new AddedFolder(folder, drafts.Count, drafts.Count(record => record.IsUnchecked)));
        }
    }
}
