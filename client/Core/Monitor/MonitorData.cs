using Validation.Client.Settings;

namespace Validation.Client.Monitor;

/// <summary>The folder in which a monitor keeps what it knows, and the HTML reports; for one monitor at a time.</summary>
public sealed class MonitorData : IDisposable
{
    private readonly FileStream? _lock;

    private MonitorData(string folder, FileStream? @lock)
    {
        Folder = folder;
        _lock = @lock;
    }

    /// <summary>The folder in which the monitor keeps what it knows.</summary>
    public string Folder { get; }

    /// <summary>Where the HTML reports are.</summary>
    public string Reports => Path.Combine(Folder, "reports");

    /// <summary>Whether reports may have links that start this program: its addresses are registered with the system. Default: false.
    /// </summary>
    public bool HasAddresses { get; set; }

    internal string Ledger => Path.Combine(Folder, "drafts.jsonl");

    /// <summary>Takes the folder, and makes it if need be, for this user only.</summary>
    /// <returns>Null: another monitor uses it.</returns>
    public static MonitorData? TryOpen(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var path = Path.Combine(folder, "lock");
        try
        {
            PrivateFolder.Create(folder);
            return new MonitorData(folder, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A disk that takes nothing: the monitor says so and works all the same.
            return new MonitorData(folder, null);
        }
    }

    /// <summary>Gives the folder back.</summary>
    public void Dispose() => _lock?.Dispose();
}
