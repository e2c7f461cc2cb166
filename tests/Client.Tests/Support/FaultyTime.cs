namespace Validation.Client.Tests.Support;

/// <summary>The system's clock, which fails when it is asked for the date, as often as the test says: a fault of the program in the middle
/// of its work. A FakeTimeProvider never fails, and the system's timers go on here.</summary>
internal sealed class FaultyTime : TimeProvider
{
    private int _faults;

    public void FailNext() => Interlocked.Increment(ref _faults);

    public override DateTimeOffset GetUtcNow() => Interlocked.Exchange(ref _faults, 0) > 0
        ? throw new InvalidOperationException("no date")
        : base.GetUtcNow();
}
