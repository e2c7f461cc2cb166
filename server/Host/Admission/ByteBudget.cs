using Validation.Server.Access;
using Validation.Server.Options;
using Validation.Server.Outcomes;

namespace Validation.Server.Admission;

/// <summary>The memory that documents may take on the whole server while they are received, wait and are checked. Documents are held in
/// memory and nowhere else. Thread-safe.</summary>
internal sealed class ByteBudget(ServerOptions options, TimeProvider time)
{
    private const long Usual = 128 * 1024 * 1024;

    // The least that everybody gets: room for an ordinary draft.
    private const long Floor = 1024 * 1024;

    // Shorter than a client waits, longer than most checks take.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly FairShare _bytes = new(
        options.HeldBytes > 0 ? options.HeldBytes : Math.Max(Usual, 4L * options.DocumentBytes), Floor);

    /// <summary>Bytes that are held now.</summary>
    public long Held => _bytes.Taken;

    /// <summary>An account of a principal that holds no bytes yet. Disposing of it gives back what it holds.</summary>
    public HeldBytes Open(Principal principal)
    {
        return new HeldBytes(this, principal);
    }

    /// <summary>Takes bytes, and waits a little when there are none.</summary>
    /// <returns>Null: they are taken. Throttled or Full: they are not.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ValueTask<Refusal?> TakeAsync(Principal principal, long bytes, CancellationToken cancellationToken)
    {
        return _bytes.Take(principal, bytes) == ShareAnswer.Granted ? default : WaitAsync(principal, bytes, cancellationToken);
    }

    public void GiveBack(Principal principal, long bytes)
    {
        _bytes.GiveBack(principal, bytes);
    }

    private async ValueTask<Refusal?> WaitAsync(Principal principal, long bytes, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        while (true)
        {
            var change = _bytes.GivenBackAsync();
            var answer = _bytes.Take(principal, bytes);
            if (answer == ShareAnswer.Granted)
            {
                return null;
            }

            try
            {
                await change.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return Refusals.Of(answer, AdmissionTexts.TooMuchHeld);
            }
        }
    }
}

/// <summary>What one document holds of the budget. Not thread-safe.</summary>
internal sealed class HeldBytes(ByteBudget budget, Principal principal) : IDisposable
{
    private long _bytes;

    /// <summary>Changes the number of bytes that are held. Fewer are always granted.</summary>
    /// <returns>Null: done. Otherwise it holds what it held before.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ValueTask<Refusal?> HoldAsync(long bytes, CancellationToken cancellationToken)
    {
        if (bytes > _bytes)
        {
            return GrowAsync(bytes, cancellationToken);
        }

        Shrink(bytes);
        return default;
    }

    /// <summary>Holds fewer bytes from now on. A larger number changes nothing.</summary>
    public void Shrink(long bytes)
    {
        if (bytes < _bytes)
        {
            budget.GiveBack(principal, _bytes - bytes);
            _bytes = bytes;
        }
    }

    public void Dispose()
    {
        Shrink(0);
    }

    private async ValueTask<Refusal?> GrowAsync(long bytes, CancellationToken cancellationToken)
    {
        var refusal = await budget.TakeAsync(principal, bytes - _bytes, cancellationToken);
        _bytes = refusal is null ? bytes : _bytes;
        return refusal;
    }
}
