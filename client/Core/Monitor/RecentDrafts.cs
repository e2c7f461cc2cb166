using Validation.Client.Drafts;

namespace Validation.Client.Monitor;

/// <summary>The drafts that were checked last. For one writer; the list that readers get never changes.</summary>
internal sealed class RecentDrafts
{
    private const int Most = 20;

    private volatile IReadOnlyList<CheckedDraft> _drafts = [];

    /// <summary>The drafts, the newest first.</summary>
    public IReadOnlyList<CheckedDraft> Drafts => _drafts;

    /// <summary>Begins with what an earlier process left.</summary>
    public void Fill(IEnumerable<DraftRecord> records) =>
        _drafts = [.. records.Where(record => record.CheckedAt is not null).OrderByDescending(record => record.SavedAt).Take(Most)
            .Select(record => record.ToChecked()!)];

    /// <summary>A draft has a new answer.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="toFront">False: it keeps its place, and is left out if it has none.</param>
    public void Put(CheckedDraft draft, bool toFront)
    {
        var place = _drafts.ToList().FindIndex(known => DraftFiles.Names.Equals(known.FilePath, draft.FilePath));
        if (!toFront && place < 0)
        {
            return;
        }

        var drafts = _drafts.ToList();
        if (place >= 0)
        {
            drafts.RemoveAt(place);
        }

        drafts.Insert(toFront ? 0 : place, draft);
        _drafts = [.. drafts.Take(Most)];
    }

    /// <summary>A draft has another name, or is in another folder.</summary>
    public void Replace(string path, CheckedDraft draft) =>
        _drafts = [.. _drafts.Select(known => DraftFiles.Names.Equals(known.FilePath, path) ? draft : known)];

    /// <summary>A draft is no longer there.</summary>
    public void Remove(string path) => _drafts = [.. _drafts.Where(draft => !DraftFiles.Names.Equals(draft.FilePath, path))];
}
