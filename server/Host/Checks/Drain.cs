namespace Validation.Server.Checks;

/// <summary>The end of the process, as calls see it: first no new work is taken, then the work at hand is given up.</summary>
internal sealed class Drain : IDisposable
{
    private readonly IHostApplicationLifetime _lifetime;
    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenRegistration _registration;

    public Drain(IHostApplicationLifetime lifetime, ServerOptions options, TimeProvider time)
    {
        _lifetime = lifetime;
        _over = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _registration = lifetime.ApplicationStopping.Register(() => _over.CancelAfter(options.DrainTime));
    }

    /// <summary>Cancelled when the server is told to stop: calls take no further documents.</summary>
    public CancellationToken Begun => _lifetime.ApplicationStopping;

    /// <summary>Cancelled when the time for running checks is over: calls end.</summary>
    public CancellationToken Over => _over.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _over.Dispose();
    }
}
