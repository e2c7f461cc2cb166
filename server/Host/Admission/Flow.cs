using Validation.Server.Access;

namespace Validation.Server.Admission;

/// <summary>The work of one principal: what waits, and what it has cost. Not thread-safe.</summary>
internal sealed class Flow(Principal principal)
{
    // What a check is taken to cost until it is known.
    private static readonly TimeSpan Guess = TimeSpan.FromMilliseconds(5);

    // A principal whose long work takes longer than this in one go, or more than that share of the time for long, is a heavy one. Short
    // work does not count, however much there is of it: in turn with others it delays nobody.
    private static readonly TimeSpan Allowance = TimeSpan.FromSeconds(2);
    private const double AllowedShare = 0.02;

    private readonly LinkedList<Waiter>[] _waiting = [new(), new(), new()];
    private TimeSpan _recent;
    private TimeSpan _recentAt;

    public Principal Principal => principal;

    /// <summary>Places that it has.</summary>
    public int Running { get; private set; }

    /// <summary>The work that it was given, in virtual time: whoever has been given least comes next.</summary>
    public TimeSpan Served { get; private set; }

    /// <summary>Nothing waits and nothing runs.</summary>
    public bool IsIdle => Running == 0 && _waiting.All(lane => lane.Count == 0);

    public LinkedList<Waiter> Waiting(CheckLane lane)
    {
        return _waiting[(int)lane];
    }

    /// <summary>Whether it has had more long work done than its allowance of late.</summary>
    public bool IsHeavy(TimeSpan now)
    {
        return Recent(now) > Allowance;
    }

    /// <summary>Whether nothing is known of it any more that matters.</summary>
    public bool IsForgotten(TimeSpan now)
    {
        return IsIdle && Recent(now) == TimeSpan.Zero;
    }

    /// <summary>It comes back: what it did not use while it was away is not kept for it.</summary>
    public void Join(TimeSpan served)
    {
        Served = IsIdle && served > Served ? served : Served;
    }

    public void Begin()
    {
        Running++;
        Served += Guess;
    }

    /// <summary>A piece of work is over.</summary>
    /// <param name="cost">How long it took.</param>
    /// <param name="now">The time.</param>
    public void End(TimeSpan cost, TimeSpan now)
    {
        Running--;
        Served += cost - Guess;
        _recent = Recent(now) + (cost > CheckQueue.Quick ? cost : TimeSpan.Zero);
        _recentAt = now;
    }

    private TimeSpan Recent(TimeSpan now)
    {
        var left = _recent - ((now - _recentAt) * AllowedShare);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}

/// <summary>One who waits for a place.</summary>
internal sealed class Waiter(Flow flow, CheckLane lane)
    : TaskCompletionSource<CheckPlace>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public Flow Flow => flow;

    public CheckLane Lane => lane;
}
