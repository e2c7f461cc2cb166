namespace Validation.Server.Store;

/// <summary>Writes what was gathered in memory to the store, at an interval, and once more when the server stops.</summary>
/// <param name="pause">How often.</param>
/// <param name="flush">Moves it. What cannot be moved stays for the next time.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Is told when the store fails.</param>
internal abstract class StoreWriter(TimeSpan pause, Func<CancellationToken, Task> flush, TimeProvider time, ILogger log)
    : BackgroundService
{
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(1);

    private readonly StoreTrouble _trouble = new(log);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var patience = new CancellationTokenSource(LastPatience, time);
        await _trouble.TryAsync(flush, patience.Token);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await _trouble.TryAsync(flush, stoppingToken);
        }
    }
}
