using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Validation.Interop.Server;

/// <summary>Serves the test service on this machine until it is asked to end.</summary>
internal static class ServerProgram
{
    public static async Task<int> RunAsync(ServerSettings settings, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, settings));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Calls>();
        builder.Services.AddGrpc();
        await using var app = builder.Build();
        app.Use(next => context => app.Services.GetRequiredService<Calls>().CountAsync(context, next));
        app.MapGrpcService<InteropService>();
        app.MapGrpcService<ObserverService>();
        await app.StartAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"listening on {app.Urls.First()}");
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static void Listen(KestrelServerOptions kestrel, ServerSettings settings)
    {
        // A port that the system chooses can only be had of one address.
        if (settings.Port == 0)
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => Configure(listen, settings));
        }
        else
        {
            kestrel.ListenLocalhost(settings.Port, listen => Configure(listen, settings));
        }
    }

    private static void Configure(ListenOptions listen, ServerSettings settings)
    {
        listen.Protocols = HttpProtocols.Http2;
        if (!settings.Tls)
        {
            return;
        }

        var certificate = ServerCertificate.Create(TimeProvider.System);
        settings.Certificate?.WriteAsPem(certificate);
        listen.UseHttps(certificate);
    }
}
