namespace Validation.Client.Connection;

/// <summary>How long to wait before the next attempt: 1 s, then twice as long each time, at most 60 s. Each pause is shortened by chance by
/// up to a half, so that the clients of a server that comes back do not all come at once.</summary>
/// <param name="random">Gives numbers from 0 to below 1.</param>
internal sealed class Backoff(Func<double> random)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private TimeSpan _next = First;

    /// <summary>The next pause: each is up to twice as long as the one before, and shortened at random by up to half.</summary>
    public TimeSpan Next()
    {
        var pause = _next;
        _next = TimeSpan.FromTicks(Math.Min(Longest.Ticks, pause.Ticks * 2));
        return pause * (1 - (random() / 2));
    }

    /// <summary>Begins anew with the shortest pause, after the connection has worked for a while.</summary>
    public void Reset() => _next = First;
}
