using Validation.Server.Options;

namespace Validation.Server.Checks;

/// <summary>The end of the process, as calls see it: first the server is said to be leaving, so that nobody sends it anything more; then
/// no new work is taken, then the work at hand is given up.</summary>
internal sealed class Drain : IDisposable
{
    // The status of a call leaves after the call itself has ended. A client that is still sending loses the status when the connection
    // closes before it has come to read it (HttpClient then says INTERNAL, "error code 'NO_ERROR'"), so it is given time for that.
    private static readonly TimeSpan Flush = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan FlushAfterCalls = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly IHostApplicationLifetime _lifetime;
    private readonly ServerOptions _options;
    private readonly CancellationTokenSource _begun = new();
    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenRegistration _registration;
    private readonly TimeProvider _time;
    private ITimer? _delay;
    private int _open;
    private bool _hadCalls;

    public Drain(IHostApplicationLifetime lifetime, ServerOptions options, TimeProvider time)
    {
        _lifetime = lifetime;
        _options = options;
        _time = time;
        _over = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _registration = lifetime.ApplicationStopping.Register(Leave);
    }

    /// <summary>Cancelled when the server is told to stop: it says that it takes no work, and takes it for a while all the same, since
    /// those who send it may not have heard.</summary>
    public CancellationToken Leaving => _lifetime.ApplicationStopping;

    /// <summary>Cancelled when that while is over: calls take no further documents.</summary>
    public CancellationToken Begun => _begun.Token;

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
        await Task.Delay(Timeout.InfiniteTimeSpan, _time, Begun)
            .WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Begin();
        while (Volatile.Read(ref _open) > 0 && !cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Look, _time, CancellationToken.None);
        }

        await Task.Delay(_hadCalls ? FlushAfterCalls : Flush, _time, CancellationToken.None);
    }

    public void Dispose()
    {
        _registration.Dispose();
        _delay?.Dispose();
        _begun.Dispose();
        _over.Dispose();
    }

    private void Leave()
    {
        if (_options.DrainDelay == TimeSpan.Zero)
        {
            Begin();
        }
        else
        {
            _delay = _time.CreateTimer(_ => Begin(), null, _options.DrainDelay, Timeout.InfiniteTimeSpan);
        }
    }

    private void Begin()
    {
        if (!_begun.IsCancellationRequested)
        {
            _hadCalls = Volatile.Read(ref _open) > 0;
            _over.CancelAfter(_options.DrainTime);
            _begun.Cancel();
        }
    }
}
