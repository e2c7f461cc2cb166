namespace Validation.Server.Tests.Support;

/// <summary>The system's time, with a calendar that a test moves on. A whole server needs it: its timers must go on by themselves, by which
/// it looks for rules and ends its calls, and those of a FakeTimeProvider stand still until a test moves them.</summary>
internal sealed class MovableTime : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _ahead;

    /// <summary>A calendar that begins at noon: a test that counts days does not come into the next one by itself.</summary>
    public static MovableTime AtNoon()
    {
        var time = new MovableTime();
        time.MoveOn(TimeSpan.FromHours(12) - time.GetUtcNow().TimeOfDay);
        return time;
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return base.GetUtcNow() + _ahead;
        }
    }

    public void MoveOn(TimeSpan by)
    {
        lock (_gate)
        {
            _ahead += by;
        }
    }
}
