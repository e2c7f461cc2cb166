using Validation.Server.Options;
using Validation.Server.Store;

namespace Validation.Server.Access.Audit;

/// <summary>Deletes entries of the audit that are older than <see cref="ServerOptions.AuditTime"/>, once an hour.</summary>
internal sealed class AuditRetention(AuditStore store, ServerOptions options, TimeProvider time, ILogger<AuditRetention> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly StoreTrouble _trouble = new(log);

    /// <summary>Whether a calendar went on as the time did in between: after a jump its dates are not to be believed, and nothing is
    /// forgotten until it has gone on rightly for an hour.</summary>
    /// <param name="before">What the calendar said then.</param>
    /// <param name="now">What it says.</param>
    /// <param name="elapsed">How long that was, by a clock that does not jump.</param>
    public static bool IsSteady(DateTimeOffset before, DateTimeOffset now, TimeSpan elapsed)
    {
        return (now - before - elapsed).Duration() < Tolerance;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.AuditTime == TimeSpan.Zero)
        {
            return;
        }

        using var timer = new PeriodicTimer(Pause, time);
        var (before, start) = (time.GetUtcNow(), time.GetTimestamp());
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = time.GetUtcNow();
            var isSteady = IsSteady(before, now, time.GetElapsedTime(start));
            (before, start) = (now, time.GetTimestamp());
            if (isSteady)
            {
                // A failed attempt is repeated an hour later.
                await _trouble.TryAsync(stop => ForgetAsync(now - options.AuditTime, stop), stoppingToken);
            }
        }
    }

    private async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var forgotten = await store.RemoveAsync(before.ToUnixTimeMilliseconds(), cancellationToken);
        if (forgotten > 0)
        {
            AccessLog.Forgotten(log, forgotten, before);
        }
    }
}
