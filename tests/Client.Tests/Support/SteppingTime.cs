namespace Validation.Client.Tests.Support;

/// <summary>A clock that steps on each time it is read, so that what is due soon is overdue at the next look.</summary>
internal sealed class SteppingTime(TimeSpan step) : TimeProvider
{
    private long _milliseconds;

    public override long TimestampFrequency => 1000;

    public override long GetTimestamp() => Interlocked.Add(ref _milliseconds, (long)step.TotalMilliseconds);
}
