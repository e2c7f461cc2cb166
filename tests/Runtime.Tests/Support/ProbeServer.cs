using System.Security.Cryptography.X509Certificates;
using Grpc.AspNetCore.Server;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Validation.Runtime.Tests.Support;

/// <summary>A real Kestrel on a free port of the loopback interface.</summary>
public sealed class ProbeServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<GrpcChannel> _channels = [];

    private ProbeServer(WebApplication app, LogRecorder logs, ProbeMethods methods)
    {
        _app = app;
        Logs = logs;
        Methods = methods;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Address = new Uri(addresses.Addresses.First());
    }

    public Uri Address { get; }

    public ProbeMethods Methods { get; }

    public LogRecorder Logs { get; }

    public static async Task<ProbeServer> StartAsync(
        Action<GrpcServiceOptions>? options = null,
        Action<WebApplicationBuilder>? services = null,
        Action<WebApplication>? routes = null,
        X509Certificate2? certificate = null,
        HttpProtocols protocols = HttpProtocols.Http2)
    {
        var logs = new LogRecorder();
        var methods = new ProbeMethods();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, protocols, certificate));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddSingleton(methods);
        builder.Services.AddGrpc(options ?? (_ => { }));
        services?.Invoke(builder);
        var app = builder.Build();
        if (routes is null)
        {
            app.MapGrpcService<ProbeService>();
        }
        else
        {
            routes(app);
        }

        await app.StartAsync().Soon();
        return new ProbeServer(app, logs, methods);
    }

    private static void Listen(KestrelServerOptions kestrel, HttpProtocols protocols, X509Certificate2? certificate)
    {
        // On a busy machine a client may be slow without being hostile.
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = protocols;
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        });
    }

    public GrpcChannel Channel(GrpcChannelOptions? options = null)
    {
        var channel = GrpcChannel.ForAddress(Address, options ?? new GrpcChannelOptions());
        _channels.Add(channel);
        return channel;
    }

    public Probe.ProbeClient Client(GrpcChannelOptions? options = null) => new(Channel(options));

    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _channels.ForEach(channel => channel.Dispose());
        await _app.StopAsync().Soon();
        // Before the end: a request whose client has gone may still be in the queue when its services are disposed of.
        Logs.ShouldHoldOnlyExpectedErrors();
        await _app.DisposeAsync().AsTask().Soon();
    }
}
