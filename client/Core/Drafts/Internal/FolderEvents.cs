using System.Threading.Channels;

namespace Validation.Client.Internal;

/// <summary>What the system tells about a folder and its subfolders. The folder may come and go.</summary>
internal sealed class FolderEvents : IDisposable
{
    private const int BufferBytes = 64 << 10;

    private readonly string _folder;
    private readonly Channel<FolderChange> _changes =
        Channel.CreateUnbounded<FolderChange>(new UnboundedChannelOptions { SingleReader = true });

    private FileSystemWatcher? _watcher;
    private DateTime _created;
    private volatile bool _isThere;

    public FolderEvents(string folder)
    {
        _folder = folder;
    }

    /// <summary>The changes, in their order.</summary>
    public ChannelReader<FolderChange> Changes => _changes.Reader;

    /// <summary>Whether the folder was there at the last look.</summary>
    public bool IsThere => _isThere;

    /// <summary>Sees to it that the folder that now has the name is the one whose changes are told.</summary>
    /// <returns>Whether something may have changed that was not told: it is another folder, or the system does not tell.</returns>
    public bool Follow()
    {
        var now = CreationTime();
        _isThere = now is not null;
        if (now is not { } created)
        {
            Close();
            return false;
        }

        if (_watcher is not null && created == _created)
        {
            return false;
        }

        Close();
        _created = created;
        _watcher = TryOpen();
        return true;
    }

    /// <summary>Nothing is told any more.</summary>
    public void Close()
    {
        _watcher?.Dispose();
        _watcher = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        _changes.Writer.TryComplete();
    }

    private DateTime? CreationTime()
    {
        try
        {
            return Directory.Exists(_folder) ? Directory.GetCreationTimeUtc(_folder) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private FileSystemWatcher? TryOpen()
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(_folder)
            {
                IncludeSubdirectories = true,
                InternalBufferSize = BufferBytes,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Created += (_, e) => Tell(e.FullPath, arrived: true);
            watcher.Renamed += (_, e) => Tell(e.FullPath, arrived: true);
            watcher.Changed += (_, e) => Tell(e.FullPath, arrived: false);
            watcher.Error += (_, _) => Tell(null, arrived: false);
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

    private void Tell(string? path, bool arrived) => _changes.Writer.TryWrite(new FolderChange(path, arrived));
}

/// <summary>What the system tells; without a path it has lost track. Arrived: the name is new.</summary>
internal readonly record struct FolderChange(string? Path, bool Arrived);
