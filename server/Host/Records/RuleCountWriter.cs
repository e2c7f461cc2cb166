using Validation.Server.Checks;
using Validation.Server.Store;

namespace Validation.Server.Records;

/// <summary>Moves what was counted into the store, every ten seconds, and once more when the server stops.</summary>
internal sealed class RuleCountWriter(RuleCounts counts, TimeProvider time, ILogger<RuleCountWriter> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
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
            await counts.FlushAsync(cancellationToken);
            _failing = false;
        }
        catch (OperationCanceledException)
        {
            // The server stops; the counts of the last seconds are lost.
        }
        catch (Exception fault)
        {
            // Also a fault of ours must not end the writing.
            if (!_failing)
            {
                ServerLog.StoreFailed(
                    log, fault is StoreException ? fault.InnerException?.Message ?? fault.Message : Fault.Describe(fault));
            }

            _failing = true;
        }
    }
}
