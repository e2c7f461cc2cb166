namespace Validation.Client.Tests.Support;

/// <summary>The system's clock in the zone of the users, wherever the tests run, stopped for whoever shows the time.</summary>
internal sealed class ChinaTime : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone { get; } =
        TimeZoneInfo.CreateCustomTimeZone("China", TimeSpan.FromHours(8), "China", "China");

    public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 23, 30, 0, TimeSpan.Zero);
}
