using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Validation.Client.Connection;

namespace Validation.Client.Tests.Support;

/// <summary>A real gRPC server on a free loopback port with a <see cref="FakeValidator"/>, a <see cref="FakeRuleAdmin"/>, a
/// <see cref="FakeArchive"/> and <see cref="FakeAcceptances"/>.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeServer(WebApplication app)
    {
        _app = app;
        Validator = app.Services.GetRequiredService<FakeValidator>();
        Rules = app.Services.GetRequiredService<FakeRuleAdmin>();
        Archive = app.Services.GetRequiredService<FakeArchive>();
        Acceptances = app.Services.GetRequiredService<FakeAcceptances>();
        var url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Address = Parse(url);
    }

    public FakeValidator Validator { get; }

    public FakeRuleAdmin Rules { get; }

    public FakeArchive Archive { get; }

    public FakeAcceptances Acceptances { get; }

    public ServerAddress Address { get; }

    /// <param name="withService">False: something else answers at the address.</param>
    /// <param name="withRules">False: the server is so old that it has no service for rules.</param>
    /// <param name="port">The port; 0: a free one.</param>
    /// <param name="certificate">What it shows; null: it speaks without encryption.</param>
    public static async Task<FakeServer> StartAsync(
        bool withService = true, bool withRules = true, int port = 0, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, port, listen => Protect(listen, certificate)));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<FakeValidator>().AddSingleton<FakeRuleAdmin>().AddSingleton<FakeArchive>()
            .AddSingleton<FakeAcceptances>();
        var app = builder.Build();
        if (withService)
        {
            app.MapGrpcService<FakeValidator>();
        }

        if (withService && withRules)
        {
            app.MapGrpcService<FakeRuleAdmin>();
            app.MapGrpcService<FakeArchive>();
            app.MapGrpcService<FakeAcceptances>();
        }

        await app.StartAsync().InTime();
        return new FakeServer(app);
    }

    /// <summary>A loopback address at which nobody answers. No server gets its port that asks the system for any.</summary>
    public static ServerAddress NobodysAddress()
    {
        return Parse(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}"));
    }

    public async ValueTask DisposeAsync()
    {
        using var hurry = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(hurry.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _app.DisposeAsync();
    }

    private static void Protect(ListenOptions listen, X509Certificate2? certificate)
    {
        listen.Protocols = HttpProtocols.Http2;
        if (certificate is not null)
        {
            listen.UseHttps(certificate);
        }
    }

    private static ServerAddress Parse(string url)
    {
        ServerAddress.TryParse(url, out var address).ShouldBeTrue();
        return address;
    }
}
