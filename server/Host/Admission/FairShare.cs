using Validation.Server.Access;

namespace Validation.Server.Admission;

/// <summary>Something of which there is only so much, shared out between principals. Each may have as much as is left for all others
/// (A. K. Choudhury, E. L. Hahne, "Dynamic Queue Length Thresholds", 1998): one alone gets half, two a third each, and whoever comes next
/// always finds as much as each of the others has. Thread-safe.</summary>
/// <param name="capacity">How much there is.</param>
/// <param name="floor">How much everybody may have, as long as there is any.</param>
internal sealed class FairShare(long capacity, long floor)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Principal, long> _held = [];
    private long _total;
    private TaskCompletionSource? _givenBack;

    /// <summary>How much is taken.</summary>
    public long Taken
    {
        get
        {
            lock (_gate)
            {
                return _total;
            }
        }
    }

    /// <summary>Takes a part of what there is for a principal.</summary>
    /// <param name="principal">Who takes it.</param>
    /// <param name="amount">How much. Zero is always granted.</param>
    public ShareAnswer Take(Principal principal, long amount)
    {
        lock (_gate)
        {
            var held = _held.GetValueOrDefault(principal) + amount;
            var total = _total + amount;
            if (total <= capacity && held <= Math.Max(floor, capacity - total))
            {
                _held[principal] = held;
                _total = total;
                return ShareAnswer.Granted;
            }

            // Whoever has less than an equal part of all is not the one who fills the server.
            return total > capacity && held <= capacity / (_held.Count + 1) ? ShareAnswer.Full : ShareAnswer.Exceeded;
        }
    }

    /// <summary>Gives back what a principal has taken.</summary>
    public void GiveBack(Principal principal, long amount)
    {
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            var held = _held[principal] - amount;
            if (held > 0)
            {
                _held[principal] = held;
            }
            else
            {
                _held.Remove(principal);
            }

            _total -= amount;
            waiting = _givenBack;
            _givenBack = null;
        }

        waiting?.TrySetResult();
    }

    /// <summary>Completes when anything is given back after this call.</summary>
    public Task GivenBackAsync()
    {
        lock (_gate)
        {
            _givenBack ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _givenBack.Task;
        }
    }
}

/// <summary>The answer to a wish for a share.</summary>
internal enum ShareAnswer
{
    /// <summary>The amount was taken and has to be given back.</summary>
    Granted,

    /// <summary>Refused: the principal has its share already.</summary>
    Exceeded,

    /// <summary>Refused: others have taken everything.</summary>
    Full,
}
