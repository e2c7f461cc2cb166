using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Validation.Server.Checks;
using Validation.Server.Options;

namespace Validation.Server.Startup;

/// <summary>Sends clients to other servers while this one leaves: connections are told to end as soon as what they carry is answered, and
/// once no more work is taken, new ones are closed before anything is sent, which a proxy or a channel with several addresses takes as a
/// reason to ask the next server. Without a delay there is no time for any of this. Thread-safe.</summary>
internal sealed class Parting(Drain drain, ServerOptions options)
{
    private bool HasTime => options.DrainDelay > TimeSpan.Zero;

    /// <summary>Serves a connection, and closes it after its last answer when the server leaves.</summary>
    public async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (HasTime && drain.Begun.IsCancellationRequested)
        {
            connection.Abort();
            return;
        }

        // A connection that comes while the server leaves is told with its first request.
        var feature = connection.Features.Get<IConnectionLifetimeNotificationFeature>();
        var isTold = HasTime && feature is not null && !drain.Leaving.IsCancellationRequested;
        using var parting = isTold ? drain.Leaving.UnsafeRegister(_ => feature!.RequestClose(), null) : default;
        await next(connection);
    }

    /// <summary>Serves a request. While the server leaves, it is the last one of its connection.</summary>
    public Task UseAsync(HttpContext context, RequestDelegate next)
    {
        if (HasTime && drain.Leaving.IsCancellationRequested)
        {
            context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
        }

        return next(context);
    }
}
