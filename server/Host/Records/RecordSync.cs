using Validation.Engine.Bodies;
using Validation.Server.Checks;
using Validation.Server.Store;

namespace Validation.Server.Records;

/// <summary>Keeps the bodies and the accepted findings in memory equal to those in the store: it asks the store several times a second
/// whether anything has changed. While the store is out of reach, what is known goes on; a server that starts without it knows of no body
/// and no acceptance until it comes back. Thread-safe.</summary>
internal sealed class RecordSync(RecordStore store, RecordBook book, TimeProvider time, ILogger<RecordSync> log)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);
    private RecordsVersion _version;
    private bool _failing;

    /// <summary>Reads the records before the ports open, if the store can be reached.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(StartPatience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await TryRefreshAsync(stop.Token);
    }

    /// <summary>Takes over what the store holds, if it can be reached.</summary>
    public async Task TryRefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RefreshAsync(cancellationToken);
            _failing = false;
        }
        catch (OperationCanceledException)
        {
            // The server stops, or whoever asked no longer waits.
        }
        catch (Exception fault)
        {
            // Also a fault of ours must not end the looking.
            if (!_failing)
            {
                ServerLog.StoreFailed(
                    log, fault is StoreException ? fault.InnerException?.Message ?? fault.Message : Fault.Describe(fault));
            }

            _failing = true;
        }
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
        _turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryRefreshAsync(stoppingToken);
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var version = await store.VersionAsync(cancellationToken);
            if (version == _version)
            {
                return;
            }

            var bodies = version.Bodies == _version.Bodies
                ? book.Current.Bodies
                : new BodyRegister((await store.BodiesAsync(cancellationToken))?.Bodies ?? []);
            book.Put(bodies, await store.AcceptancesAsync(cancellationToken));
            _version = version;
        }
        finally
        {
            _turn.Release();
        }
    }
}
