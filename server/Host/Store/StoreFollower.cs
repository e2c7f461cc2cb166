namespace Validation.Server.Store;

/// <summary>Keeps something in memory equal to what the store holds: it looks before the ports open and then several times a second,
/// instead of trusting a notification that may be lost. While the store is out of reach, what is known goes on. Thread-safe.</summary>
/// <param name="pause">How often it looks.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Is told when the store fails.</param>
internal abstract class StoreFollower(TimeSpan pause, TimeProvider time, ILogger log) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly StoreTrouble _trouble = new(log);

    /// <summary>Reads the store for the first time, if it can be reached.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(StartPatience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        if (!await TryRefreshAsync(stop.Token))
        {
            StartWithoutStore();
        }
    }

    /// <summary>Reads what has changed, if the store can be reached.</summary>
    public async Task<bool> TryRefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _turn.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        try
        {
            return await _trouble.TryAsync(RefreshAsync, cancellationToken);
        }
        finally
        {
            _turn.Release();
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

    /// <summary>Reads what has changed and puts it in force. Never runs twice at a time.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    protected abstract Task RefreshAsync(CancellationToken cancellationToken);

    /// <summary>Called when the store cannot be reached at the start.</summary>
    protected virtual void StartWithoutStore()
    {
    }

    /// <summary>Called after every look, whether the store was reached or not.</summary>
    protected virtual void AfterLook()
    {
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryRefreshAsync(stoppingToken);
            AfterLook();
        }
    }
}
