using Validation.Server.Checks;
using Validation.Server.Store;

namespace Validation.Server.Access.Audit;

/// <summary>Moves what was noted into the store, every second, and once more when the server stops.</summary>
internal sealed class AuditWriter(AuditTrail trail, TimeProvider time, ILogger<AuditWriter> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(1);

    private bool _failing;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var patience = new CancellationTokenSource(LastPatience, time);
        await FlushAsync(patience.Token);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await FlushAsync(stoppingToken);
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await trail.FlushAsync(cancellationToken);
            _failing = false;
        }
        catch (OperationCanceledException)
        {
            // The server stops; what waits is in the log.
        }
        catch (Exception fault)
        {
            // Also a fault of ours must not end the writing.
            if (!_failing)
            {
                var why = fault is StoreException ? fault.InnerException?.Message ?? fault.Message : Fault.Describe(fault);
                ServerLog.StoreFailed(log, why);
            }

            _failing = true;
        }
    }
}
