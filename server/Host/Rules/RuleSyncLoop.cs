using Validation.Server.Store;
using Validation.Server.Wording;

namespace Validation.Server.Rules;

/// <summary>Puts the first rules in force before the ports open, and afterwards looks for new ones: whenever the store announces them, and
/// every now and then in any case.</summary>
internal sealed class RuleSyncLoop(RuleSync sync, IRuleStore store, TimeProvider time, ILogger<RuleSyncLoop> log)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _wake = new(0, 1);

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        return sync.StartAsync(cancellationToken);
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        return Task.CompletedTask;
    }

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        return Task.CompletedTask;
    }

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        return Task.WhenAll(LookAsync(stoppingToken), ListenAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken stop)
    {
        var pause = FirstPause;
        while (true)
        {
            var well = await LookOnceAsync(stop);
            pause = well ? FirstPause : Longer(pause);
            using var waiting = new CancellationTokenSource(well ? store.PollInterval : pause, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(waiting.Token, stop);
            await _wake.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stop.ThrowIfCancellationRequested();
        }
    }

    private async Task<bool> LookOnceAsync(CancellationToken stop)
    {
        try
        {
            return await sync.SyncAsync(stop) is SyncState.InStep;
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            // A fault of ours must not end the looking.
            StoreLog.StoreFailed(log, FaultText.Of(fault));
            return false;
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        var pause = FirstPause;
        while (true)
        {
            try
            {
                await store.ListenAsync(
                    () =>
                    {
                        pause = FirstPause;
                        Wake();
                    },
                    stop);
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                RuleLog.ListenFailed(log, fault.Message, pause.TotalSeconds);
            }

            await Task.Delay(pause, time, stop);
            pause = Longer(pause);
        }
    }

    private void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake.
        }
    }

    private static TimeSpan Longer(TimeSpan pause)
    {
        return pause * 2 < LongestPause ? pause * 2 : LongestPause;
    }
}
