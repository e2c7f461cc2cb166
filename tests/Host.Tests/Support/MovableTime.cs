namespace Validation.Server.Tests.Support;

/// <summary>The system's time, with a calendar that a test moves on. What waits for a time to pass waits for the real one.</summary>
internal sealed class MovableTime : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _ahead;

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
