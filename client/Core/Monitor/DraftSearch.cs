using Validation.Client.Drafts;

namespace Validation.Client.Monitor;

/// <summary>Where a draft is, as far as can be seen.</summary>
internal enum Whereabouts
{
    /// <summary>The draft's file is in its place.</summary>
    There,

    /// <summary>Its folder is there and can be looked into, and it is not.</summary>
    Missing,

    /// <summary>Its folder cannot be seen now, so nothing is known of it.</summary>
    Away,
}

/// <summary>A look for drafts of one folder. A folder that is away, or has made room for another one of its name, says nothing of its
/// drafts.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="KnownPlace">The place in which its drafts were seen; null: unknown.</param>
/// <param name="Drafts">The drafts, in the folder or below it, as they were seen last; null: never.</param>
internal sealed record DraftSearch(string Folder, string? KnownPlace, IReadOnlyDictionary<string, FileStamp?> Drafts)
{
    /// <summary>True: any folder that has the name counts as the known one.</summary>
    public bool TakesAnyPlace { get; init; }

    /// <summary>Looks for the drafts. On a dead drive that takes its time.</summary>
    public SearchResult Run()
    {
        var place = FolderPlace.Of(Folder);
        if (place is null)
        {
            return new SearchResult(null, Drafts.Keys.ToDictionary(path => path, _ => Whereabouts.Away, DraftFiles.Names));
        }

        var stamps = Drafts.Keys.ToDictionary(path => path, DraftFiles.Stamp, DraftFiles.Names);
        var isSame = TakesAnyPlace || string.Equals(place, KnownPlace, StringComparison.Ordinal)
            || Drafts.Any(draft => draft.Value is not null && stamps[draft.Key] == draft.Value);
        var missing = Drafts.Keys.Where(path => stamps[path] is null && DraftFiles.IsGone(path, Folder)).ToHashSet(DraftFiles.Names);
        // The folder may have gone during the look.
        isSame = isSame && string.Equals(FolderPlace.Of(Folder), place, StringComparison.Ordinal);
        return new SearchResult(isSame ? place : null, Drafts.Keys.ToDictionary(path => path, Where, DraftFiles.Names));

        Whereabouts Where(string path) =>
            stamps[path] is not null ? Whereabouts.There
            : isSame && missing.Contains(path) ? Whereabouts.Missing
            : Whereabouts.Away;
    }
}

/// <summary>The result of a look for drafts.</summary>
/// <param name="Place">The place that the folder is; null: it is not there, or another one has its name.</param>
/// <param name="Drafts">Where the drafts are.</param>
internal sealed record SearchResult(string? Place, IReadOnlyDictionary<string, Whereabouts> Drafts);
