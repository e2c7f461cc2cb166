using Validation.Server.Access;

namespace Validation.Server.Admission;

/// <summary>Shares the places to work in out between principals. In each lane the next place goes to whoever has been given the least work
/// so far, measured by what it took (start-time fair queueing: P. Goyal, H. Vin, H. Cheng, 1996): many heavy drafts of some delay the
/// drafts of others by the work at hand and no more. Thread-safe.</summary>
internal sealed class CheckQueue
{
    /// <summary>Bytes of a draft that is small.</summary>
    public const int SmallBytes = 256 * 1024;

    /// <summary>How long work may take in the quick lane until it goes on with low priority and another one has its place.</summary>
    public static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(250);

    private const int MostFlows = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<Principal, Flow> _flows = [];
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly int[] _places;
    private readonly int[] _running = new int[3];
    private readonly int _mostOverruns;
    private TimeSpan _served;
    private int _overruns;

    /// <param name="quick">Places of the quick lane: as many as the machine has cores.</param>
    /// <param name="time">Measures the work.</param>
    public CheckQueue(int quick, TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        _places = [quick, Math.Max(1, quick / 2), 1];
        _mostOverruns = 2 * quick;
    }

    /// <summary>The number of waiters in all lanes.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _flows.Values.Sum(flow => Enum.GetValues<CheckLane>().Sum(lane => flow.Waiting(lane).Count));
            }
        }
    }

    /// <summary>The number of places of a lane that are taken.</summary>
    public int Running(CheckLane lane)
    {
        lock (_gate)
        {
            return _running[(int)lane];
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Waits for a place to check a draft in.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<CheckPlace> EnterAsync(Principal principal, int bytes, CancellationToken cancellationToken)
    {
        return EnterAsync(principal, bytes <= SmallBytes ? CheckLane.Quick : CheckLane.Bulk, cancellationToken);
    }

    /// <summary>Waits for a place in a lane. The drafts of a principal with much long work go into the bulk lane,
    /// however small.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<CheckPlace> EnterAsync(Principal principal, CheckLane lane, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = Add(principal, lane);
        if (waiter.Task.IsCompleted)
        {
            return await waiter.Task;
        }

        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((Waiter)state!).TrySetCanceled(token), waiter);
        try
        {
            return await waiter.Task;
        }
        finally
        {
            Remove(waiter);
        }
    }

    /// <summary>Ends the work of a place and gives the place to the next waiter.</summary>
    public void Leave(CheckPlace place)
    {
        lock (_gate)
        {
            var now = Now;
            place.Flow.End(now - place.Since, now);
            if (place.IsOverrun)
            {
                _overruns--;
            }
            else
            {
                _running[(int)place.Lane]--;
            }

            Dispatch(place.Lane);
        }
    }

    /// <inheritdoc cref="CheckPlace.TryOverrun"/>
    public bool TryOverrun(CheckPlace place)
    {
        lock (_gate)
        {
            if (place.Lane != CheckLane.Quick || place.IsOverrun || _overruns == _mostOverruns)
            {
                return false;
            }

            place.IsOverrun = true;
            _overruns++;
            _running[(int)place.Lane]--;
            Dispatch(place.Lane);
            return true;
        }
    }

    private Waiter Add(Principal principal, CheckLane lane)
    {
        lock (_gate)
        {
            var flow = FlowOf(principal);
            flow.Join(_served);
            var waiter = new Waiter(flow, lane == CheckLane.Quick && flow.IsHeavy(Now) ? CheckLane.Bulk : lane);
            flow.Waiting(waiter.Lane).AddLast(waiter);
            Dispatch(waiter.Lane);
            return waiter;
        }
    }

    private void Remove(Waiter waiter)
    {
        if (!waiter.Task.IsCompletedSuccessfully)
        {
            lock (_gate)
            {
                waiter.Flow.Waiting(waiter.Lane).Remove(waiter);
            }
        }
    }

    private Flow FlowOf(Principal principal)
    {
        if (_flows.TryGetValue(principal, out var flow))
        {
            return flow;
        }

        if (_flows.Count >= MostFlows)
        {
            var now = Now;
            foreach (var old in _flows.Values.Where(one => one.IsForgotten(now)).ToList())
            {
                _flows.Remove(old.Principal);
            }
        }

        flow = new Flow(principal);
        _flows.Add(principal, flow);
        return flow;
    }

    private void Dispatch(CheckLane lane)
    {
        while (_running[(int)lane] < _places[(int)lane] && Next(lane) is { } waiter)
        {
            var place = new CheckPlace(this, waiter.Flow, lane, Now);
            if (waiter.TrySetResult(place))
            {
                _served = waiter.Flow.Served > _served ? waiter.Flow.Served : _served;
                waiter.Flow.Begin();
                _running[(int)lane]++;
            }
        }
    }

    // Takes the first waiter of the principal that was given least.
    private Waiter? Next(CheckLane lane)
    {
        Flow? next = null;
        foreach (var flow in _flows.Values)
        {
            next = flow.Waiting(lane).Count > 0 && (next is null || flow.Served < next.Served) ? flow : next;
        }

        var waiter = next?.Waiting(lane).First!.Value;
        next?.Waiting(lane).RemoveFirst();
        return waiter;
    }
}
