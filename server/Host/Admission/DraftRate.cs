using System.Threading.RateLimiting;
using Validation.Server.Access;
using Validation.Server.Options;
using Validation.Server.Outcomes;

namespace Validation.Server.Admission;

/// <summary>How many drafts a principal may send in a second. Whoever sends more is slowed down first, and refused only when very many
/// wait. Thread-safe.</summary>
internal sealed class DraftRate : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<Principal> _limiter;

    public DraftRate(ServerOptions options)
    {
        var limits = options.PerPrincipal;
        var refill = new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.DraftsAtOnce,
            TokensPerPeriod = Math.Max(1, limits.DraftsPerSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, limits.DraftsPerSecond / 10) / (double)limits.DraftsPerSecond),
            QueueLimit = limits.DraftsAtOnce,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        };
        _limiter = PartitionedRateLimiter.Create<Principal, Principal>(
            principal => RateLimitPartition.GetTokenBucketLimiter(principal, _ => refill));
    }

    /// <summary>Waits until the principal may send its next draft.</summary>
    /// <returns>Null: it may. Throttled: too many of it wait already.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<Refusal?> WaitAsync(Principal principal, CancellationToken cancellationToken)
    {
        using var lease = await _limiter.AcquireAsync(principal, 1, cancellationToken);
        return lease.IsAcquired ? null : Refusals.Throttled(AdmissionTexts.TooManyDrafts);
    }

    /// <summary>Waits until the principal may send its next draft, however long: for calls in which the client is held back.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <returns>Null: it may.</returns>
    public async ValueTask<Refusal?> HoldBackAsync(Principal principal, CancellationToken cancellationToken)
    {
        while (await WaitAsync(principal, cancellationToken) is not null)
        {
            await Task.Delay(Pause, cancellationToken);
        }

        return null;
    }

    public void Dispose()
    {
        _limiter.Dispose();
    }
}
