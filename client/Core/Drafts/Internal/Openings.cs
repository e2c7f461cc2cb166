namespace Validation.Client.Internal;

/// <summary>
/// When to listen to a folder again after the system lost track of it: soon, but ever later while that goes on, for some folders cannot
/// be listened to at all. Times are those of any steady clock. Not thread-safe.
/// </summary>
internal sealed class Openings
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);

    private TimeSpan _wait;
    private TimeSpan? _openedAt;

    /// <summary>When the next opening may be.</summary>
    public TimeSpan Due { get; private set; }

    /// <summary>It is listened to.</summary>
    public void Opened(TimeSpan now) => _openedAt = now;

    /// <summary>The system has lost track, or would not tell at all.</summary>
    public void Failed(TimeSpan now)
    {
        var wasCalm = _wait == default || now - _openedAt >= Calm;
        _openedAt = null;
        _wait = wasCalm ? First : _wait * 2 < Longest ? _wait * 2 : Longest;
        Due = now + _wait;
    }
}
