namespace Validation.Server.Checks;

/// <summary>The end of the process, as calls see it: first no new work is taken, then the work at hand is given up.</summary>
internal sealed class Drain : IDisposable
{
    // The status of a call leaves after the call itself has ended.
    private static readonly TimeSpan Flush = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly IHostApplicationLifetime _lifetime;
    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenRegistration _registration;
    private readonly TimeProvider _time;
    private int _open;

    public Drain(IHostApplicationLifetime lifetime, ServerOptions options, TimeProvider time)
    {
        _lifetime = lifetime;
        _time = time;
        _over = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _registration = lifetime.ApplicationStopping.Register(() => _over.CancelAfter(options.DrainTime));
    }

    /// <summary>Cancelled when the server is told to stop: calls take no further documents.</summary>
    public CancellationToken Begun => _lifetime.ApplicationStopping;

    /// <summary>Cancelled when the time for running checks is over: calls end.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>Counts a call for as long as it lasts.</summary>
    public async Task RunAsync(Func<Task> call)
    {
        Interlocked.Increment(ref _open);
        try
        {
            await call();
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    /// <summary>
    /// Tells the calls to end and waits until they have: connections that were closed earlier would take their status along.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        _lifetime.StopApplication();
        while (Volatile.Read(ref _open) > 0 && !cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Look, _time, CancellationToken.None);
        }

        await Task.Delay(Flush, _time, CancellationToken.None);
    }

    public void Dispose()
    {
        _registration.Dispose();
        _over.Dispose();
    }
}
