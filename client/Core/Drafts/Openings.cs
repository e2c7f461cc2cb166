namespace Validation.Client.Drafts;

/// <summary>Decides when to watch a folder again after the system lost it: soon, and ever later while that repeats, because some folders
/// cannot be watched at all. Times are those of a steady clock. Not thread-safe.</summary>
internal sealed class Openings
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);

    private TimeSpan _wait;
    private TimeSpan? _openedAt;

    /// <summary>When the next opening may be.</summary>
    public TimeSpan Due { get; private set; }

    /// <summary>Records that the folder is watched.</summary>
    public void Opened(TimeSpan now) => _openedAt = now;

    /// <summary>Records that watching failed or was lost.</summary>
    public void Failed(TimeSpan now)
    {
        var wasCalm = _wait == default || now - _openedAt >= Calm;
        _openedAt = null;
        _wait = wasCalm ? First : _wait * 2 < Longest ? _wait * 2 : Longest;
        Due = now + _wait;
    }
}
