using System.Threading.Channels;

namespace Validation.Client.Internal;

/// <summary>What the system tells about a folder and its subfolders. The folder may come and go.</summary>
/// <param name="folder">The folder.</param>
/// <param name="listen">Begins to listen.</param>
internal sealed class FolderEvents(string folder, FolderListening listen) : IDisposable
{
    private readonly Channel<FolderChange> _changes =
        Channel.CreateUnbounded<FolderChange>(new UnboundedChannelOptions { SingleReader = true });

    private IDisposable? _listener;
    private DateTime _created;
    private volatile bool _isThere;

    /// <summary>The changes, in their order.</summary>
    public ChannelReader<FolderChange> Changes => _changes.Reader;

    /// <summary>Whether the folder was there at the last look.</summary>
    public bool IsThere => _isThere;

    /// <summary>Whether changes are told.</summary>
    public bool IsOpen => _listener is not null;

    /// <summary>Looks whether the folder whose changes are told is still the one that has the name; else no more are told.</summary>
    public void Look()
    {
        var now = CreationTime();
        _isThere = now is not null;
        if (now != _created)
        {
            Close();
        }
    }

    /// <summary>Sees to it that changes of the folder that now has the name are told.</summary>
    /// <returns>Whether they are; false also when the folder is not there.</returns>
    public bool TryOpen()
    {
        if (_listener is null && CreationTime() is { } created)
        {
            _created = created;
            _listener = listen(folder, change => _changes.Writer.TryWrite(change));
        }

        return IsOpen;
    }

    /// <summary>Nothing is told any more.</summary>
    public void Close()
    {
        _listener?.Dispose();
        _listener = null;
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
            return Directory.Exists(folder) ? Directory.GetCreationTimeUtc(folder) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>What the system tells; without a path it has lost track. Arrived: the name is new.</summary>
internal readonly record struct FolderChange(string? Path, bool Arrived);

/// <summary>Begins to listen to what the system tells about a folder and its subfolders.</summary>
/// <param name="folder">The folder.</param>
/// <param name="tell">Is told, on some thread.</param>
/// <returns>Ends the listening; null: the system does not tell.</returns>
internal delegate IDisposable? FolderListening(string folder, Action<FolderChange> tell);
