namespace Validation.Tray.Notices;

/// <summary>
/// Which notification a click was on, as far as that can be known: the shell says that there was one, and not on which. It says when one
/// appears and when it is away, and the one that is on the screen is the one that a click is on. What has left the screen may lie in the
/// notification centre, among others: then it is known only if all of them lead to the same place. For one thread.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class ShownNotices(TimeProvider time)
{
    /// <summary>For how long after a notification has left the screen a click is still on it: some shells take it away before they say that
    /// it was clicked, and nobody clicks on another one so soon.</summary>
    internal static readonly TimeSpan Leaving = TimeSpan.FromMilliseconds(500);

    // A notification that did not appear by then went to the notification centre, or nowhere.
    private static readonly TimeSpan Appearing = TimeSpan.FromMinutes(1);

    // A second start is a click while a notification is still in sight, and none of its own after a click that was heard of.
    private static readonly TimeSpan InSight = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SameClick = TimeSpan.FromSeconds(3);

    private const int MostKept = 50;

    private readonly List<NoticeTarget> _posted = [];
    private readonly List<(NoticeTarget Target, long At)> _coming = [];
    private IReadOnlyList<NoticeTarget> _showing = [];
    private int _appeared;
    private long? _leftAt;
    private long? _clickedAt;
    private (NoticeTarget Target, long At)? _last;

    /// <summary>A notification was handed to the shell.</summary>
    public void Post(NoticeTarget target)
    {
        while (_coming is [var oldest, ..] && time.GetElapsedTime(oldest.At) > Appearing)
        {
            _coming.RemoveAt(0);
            _appeared = Math.Max(0, _appeared - 1);
        }

        _last = (target, time.GetTimestamp());
        _coming.Add(_last.Value);
        _posted.Add(target);
        _posted.RemoveRange(0, Math.Max(0, _posted.Count - MostKept));
    }

    /// <summary>The shell shows one: of several that it was handed before, perhaps not the first, because one may take the place of those
    /// before it.</summary>
    public void Appear()
    {
        _leftAt = null;
        _showing = [.. _coming.Skip(_appeared).Select(coming => coming.Target)];
        _appeared++;
        if (_showing.Count <= 1)
        {
            _coming.Clear();
            _appeared = 0;
        }
    }

    /// <summary>The one that was shown is away: it timed out, or was closed.</summary>
    public void Leave() => _leftAt ??= time.GetTimestamp();

    /// <summary>One of them was clicked.</summary>
    /// <returns>Where it leads; null: it cannot be known which one it was.</returns>
    public NoticeTarget? Click()
    {
        var isShown = _showing.Count > 0 && (_leftAt is not { } left || time.GetElapsedTime(left) <= Leaving);
        var may = (isShown ? _showing : _posted).DistinctBy(target => target.Key, StringComparer.Ordinal).ToList();
        _clickedAt = time.GetTimestamp();
        (_showing, _last) = ([], null);
        if (may is not [var only])
        {
            return null;
        }

        // What was clicked is taken out of the notification centre.
        _posted.RemoveAt(_posted.FindLastIndex(target => string.Equals(target.Key, only.Key, StringComparison.Ordinal)));
        return only;
    }

    /// <summary>The program was started again, which some systems do for a click on its notification.</summary>
    /// <returns>True: it was started for a click that was heard of already, which is to be ignored.</returns>
    public bool IsOfLastClick() => _clickedAt is { } at && time.GetElapsedTime(at) <= SameClick;

    /// <summary>Whether another start of the program counts as a click: a notification that leads to drafts or to the server was shown a
    /// moment ago, and not clicked.</summary>
    public bool StartIsClick() => _last is { Target.Address: not null } last && time.GetElapsedTime(last.At) <= InSight;
}
