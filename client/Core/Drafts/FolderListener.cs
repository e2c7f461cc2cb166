namespace Validation.Client.Drafts;

/// <summary>Listens to what the system tells about a folder.</summary>
internal static class FolderListener
{
    private const int BufferBytes = 64 << 10;

    /// <summary>Asks the system to tell of changes in a folder and its subfolders.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="tell">Is told, on some thread.</param>
    /// <returns>Ends the listening; null: the system does not tell.</returns>
    public static IDisposable? TryOpen(string folder, Action<FolderChange> tell)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = true,
                InternalBufferSize = BufferBytes,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Created += (_, e) => tell(new FolderChange(e.FullPath, Arrived: true));
            watcher.Renamed += (_, e) =>
            {
                tell(new FolderChange(e.OldFullPath, Arrived: false, Left: true));
                tell(new FolderChange(e.FullPath, Arrived: true));
            };
            watcher.Deleted += (_, e) => tell(new FolderChange(e.FullPath, Arrived: false, Left: true));
            watcher.Changed += (_, e) => tell(new FolderChange(e.FullPath, Arrived: false));
            watcher.Error += (_, _) => tell(new FolderChange(null, Arrived: false));
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // Gone again, or the system has no room for another watch: it is looked through all the same.
            watcher?.Dispose();
            return null;
        }
    }
}
