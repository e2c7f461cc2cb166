using System.Globalization;
using System.Threading.Channels;

namespace Validation.Client.Drafts;

/// <summary>The changes that the system tells of a folder and its subfolders. The folder may go and come back.</summary>
/// <param name="folder">The folder.</param>
/// <param name="listen">Begins to listen.</param>
internal sealed class FolderEvents(string folder, FolderListening listen) : IDisposable
{
    private readonly Channel<FolderChange> _changes =
        Channel.CreateUnbounded<FolderChange>(new UnboundedChannelOptions { SingleReader = true });

    private IDisposable? _listener;
    private string? _identity;
    private volatile bool _isThere;

    /// <summary>The changes, in their order.</summary>
    public ChannelReader<FolderChange> Changes => _changes.Reader;

    /// <summary>True: the folder was there at the last look.</summary>
    public bool IsThere => _isThere;

    /// <summary>True: the system tells of changes now.</summary>
    public bool IsOpen => _listener is not null;

    /// <summary>Checks that the watched folder is still the one with this name; if not, stops watching it.</summary>
    public void Look()
    {
        var now = Identity();
        _isThere = now is not null;
        if (!string.Equals(now, _identity, StringComparison.Ordinal))
        {
            Close();
        }
    }

    /// <summary>Starts watching the folder that has the name now.</summary>
    /// <returns>Whether they are; false also when the folder is not there.</returns>
    public bool TryOpen()
    {
        if (_listener is null && Identity() is { } identity)
        {
            _identity = identity;
            _listener = listen(folder, change => _changes.Writer.TryWrite(change));
        }

        return IsOpen;
    }

    /// <summary>Stops watching the folder.</summary>
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

    private string? Identity()
    {
        try
        {
            return !Directory.Exists(folder) ? null
                : (OperatingSystem.IsWindows() ? FolderIdentity.Of(folder) : null)
                    ?? Directory.GetCreationTimeUtc(folder).ToString("O", CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>A change that the system tells of. Without a path the system has lost changes. Arrived: the name is new. Left: it is gone.
/// </summary>
internal readonly record struct FolderChange(string? Path, bool Arrived, bool Left = false);

/// <summary>Begins to listen to what the system tells about a folder and its subfolders.</summary>
/// <param name="folder">The folder.</param>
/// <param name="tell">Is told, on some thread.</param>
/// <returns>Ends the listening; null: the system does not tell.</returns>
internal delegate IDisposable? FolderListening(string folder, Action<FolderChange> tell);
