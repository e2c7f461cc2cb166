namespace Validation.Client.Drafts;

/// <summary>The options for watching a folder.</summary>
internal sealed record DraftWatching
{
    /// <summary>How long a draft must not change before it counts as saved. Default: 400 ms.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How often the folder is looked through for changes that the system did not tell. Null: by the kind of its drive.</summary>
    public TimeSpan? RescanEvery { get; init; }

    /// <summary>The drafts that are known from an earlier run, by path.</summary>
    public IReadOnlyDictionary<string, FileStamp> Known { get; init; } = new Dictionary<string, FileStamp>();

    /// <summary>Folders all of whose drafts are known: another draft there is new. In other folders, the drafts of the first look count
    /// as known.</summary>
    public IReadOnlyCollection<string> LearnedFolders { get; init; } = [];

    /// <summary>Called with the drafts of the first look, where the folder is no learned one.</summary>
    public Action<IReadOnlyDictionary<string, FileStamp>>? Learned { get; init; }

    /// <summary>Called with the name of a file or folder of which the system tells that it is no longer there. It may be back at once.
    /// </summary>
    public Action<string>? Left { get; init; }

    /// <summary>How the system is listened to.</summary>
    public FolderListening Listen { get; init; } = FolderListener.TryOpen;

    /// <summary>Whether a folder or a draft is, or lies in, a learned folder.</summary>
    public bool IsLearned(string path) =>
        LearnedFolders.Any(folder => DraftFiles.Names.Equals(path, folder) || DraftFiles.IsBelow(path, folder));
}

/// <summary>What follows for watching from the kind of a drive.</summary>
/// <param name="RescanEvery">How often to look through a folder on it.</param>
internal sealed record DriveOf(TimeSpan RescanEvery)
{
    private static readonly DriveOf Local = new(TimeSpan.FromMinutes(5));

    // Systems often do not tell of changes that other machines make on a shared drive.
    private static readonly DriveOf Network = new(TimeSpan.FromSeconds(20));

    /// <summary>The drive that a folder is on; one that cannot be told counts as local.</summary>
    public static DriveOf Folder(string folder)
    {
        if (folder.StartsWith(@"\\", StringComparison.Ordinal))
        {
            return Network;
        }

        try
        {
            var root = OperatingSystem.IsWindows() ? Path.GetPathRoot(folder) : folder;
            return root is { Length: > 0 } && new DriveInfo(root).DriveType == DriveType.Network ? Network : Local;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Local;
        }
    }
}
