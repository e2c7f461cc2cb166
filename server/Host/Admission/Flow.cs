using Validation.Server.Access;

namespace Validation.Server.Admission;

/// <summary>The work of one principal: what waits, and what was done. Not thread-safe.</summary>
internal sealed class Flow(Principal principal)
{
    // The time that a check is assumed to take until it is known.
    private static readonly TimeSpan Guess = TimeSpan.FromMilliseconds(5);

    // A principal whose long work takes longer than this in one go, or more than that share of the time for long, is a heavy one. Short
    // work does not count, however much there is of it: in turn with others it delays nobody.
    private static readonly TimeSpan Allowance = TimeSpan.FromSeconds(2);
    private const double AllowedShare = 0.02;

    private readonly LinkedList<Waiter>[] _waiting = [new(), new(), new()];
    private TimeSpan _recent;
    private TimeSpan _recentAt;

    public Principal Principal => principal;

    /// <summary>The number of places that the principal has.</summary>
    public int Running { get; private set; }

    /// <summary>The work done for the principal, in virtual time. The principal with the least comes next.</summary>
    public TimeSpan Served { get; private set; }

    /// <summary>True: nothing of the principal waits or runs.</summary>
    public bool IsIdle => Running == 0 && _waiting.All(lane => lane.Count == 0);

    public LinkedList<Waiter> Waiting(CheckLane lane)
    {
        return _waiting[(int)lane];
    }

    /// <summary>True: the principal has lately had more long work done than its allowance.</summary>
    public bool IsHeavy(TimeSpan now)
    {
        return Recent(now) > Allowance;
    }

    /// <summary>True: nothing about the principal matters any more, and it can be dropped.</summary>
    public bool IsForgotten(TimeSpan now)
    {
        return IsIdle && Recent(now) == TimeSpan.Zero;
    }

    /// <summary>Begins again after a time without work: time that was not used is not saved up.</summary>
    public void Join(TimeSpan served)
    {
        Served = IsIdle && served > Served ? served : Served;
    }

    public void Begin()
    {
        Running++;
        Served += Guess;
    }

    /// <summary>Records that a piece of work has ended.</summary>
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

/// <summary>A request that waits for a place.</summary>
internal sealed class Waiter(Flow flow, CheckLane lane)
    : TaskCompletionSource<CheckPlace>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public Flow Flow => flow;

    public CheckLane Lane => lane;
}
