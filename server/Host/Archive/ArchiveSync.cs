using Validation.Server.Store;

namespace Validation.Server.Archive;

/// <summary>Knows where the archive stands, also when another server has changed it. A check of a draft then costs nothing as long as
/// nothing is on file. Thread-safe.</summary>
internal sealed class ArchiveSync(ArchiveReader reader, TimeProvider time, ILogger<ArchiveSync> log)
    : StoreFollower(TimeSpan.FromMilliseconds(300), time, log)
{
    private readonly Lock _gate = new();
    private ArchiveVersion _version;
    private volatile bool _isReached;

    /// <summary>Whether the store was reached at the last look.</summary>
    public bool IsReached => _isReached;

    /// <summary>Where the archive stood at the last look. A server that starts without the store takes it for empty.</summary>
    public ArchiveVersion Version
    {
        get
        {
            lock (_gate)
            {
                return _version;
            }
        }
    }

    protected override async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            var version = await reader.VersionAsync(cancellationToken);
            lock (_gate)
            {
                _version = version;
            }

            _isReached = true;
        }
        catch (StoreException)
        {
            _isReached = false;
            throw;
        }
    }
}
