using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Validation.Server.Checks;
using Validation.Server.Startup;
using Validation.Tests.Support;
using Validation.V1;
using HealthClient = Grpc.Health.V1.Health.HealthClient;

namespace Validation.Server.Tests.Support;

/// <summary>The real server on free ports of this machine, in this process, and a client. An error in its log that the test does not expect
/// fails the test.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;
    private readonly GrpcChannel _channel;

    private RunningServer(WebApplication app, CapturedLog log, TemporaryFolder folder)
    {
        _app = app;
        _folder = folder;
        Log = log;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        GrpcAddress = addresses[0];
        WebAddress = addresses[1];
        Http = new HttpClient { BaseAddress = new Uri(WebAddress) };
        _channel = GrpcChannel.ForAddress(GrpcAddress);
        Client = new Validator.ValidatorClient(_channel);
        Admin = new RuleAdmin.RuleAdminClient(_channel);
        Keys = new KeyAdmin.KeyAdminClient(_channel);
        Health = new HealthClient(_channel);
    }

    public string GrpcAddress { get; }

    public string WebAddress { get; }

    /// <summary>A client of the web port.</summary>
    public HttpClient Http { get; }

    public CapturedLog Log { get; }

    public GrpcChannel Channel => _channel;

    public Validator.ValidatorClient Client { get; }

    public RuleAdmin.RuleAdminClient Admin { get; }

    public KeyAdmin.KeyAdminClient Keys { get; }

    public HealthClient Health { get; }

    /// <summary>What the server is made of.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Event names of errors that the test causes on purpose.</summary>
    public HashSet<string> ExpectedErrors { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts a server.</summary>
    /// <param name="check">What stands in for the engine. Null: the engine itself.</param>
    /// <param name="options">Options, such as "DocumentBytes=100".</param>
    public static Task<RunningServer> StartAsync(IDocumentCheck? check = null, params string[] options)
    {
        return check is null
            ? StartAsync((_, _) => { }, options)
            : StartWithAsync(services => services.AddSingleton(check), options);
    }

    /// <summary>Starts a server with the engine itself, and a clock that a test moves on.</summary>
    public static Task<RunningServer> StartAsync(TimeProvider time)
    {
        return StartAsync((services, _) => services.AddSingleton(time), []);
    }

    /// <summary>Starts a server with the engine itself and a small national set.</summary>
    public static Task<RunningServer> StartSmallAsync(params string[] options)
    {
        return StartWithAsync(_ => { }, options);
    }

    /// <summary>Starts a server with a small national set.</summary>
    /// <param name="replace">Replaces parts of the server.</param>
    /// <param name="options">Options, such as "DocumentBytes=100".</param>
    public static Task<RunningServer> StartWithAsync(Action<IServiceCollection> replace, params string[] options)
    {
        return StartAsync(
            (services, folder) =>
            {
                services.AddSingleton(_ => SmallNationalSet.In(folder.PathOf("rules")));
                replace(services);
            },
            options);
    }

    public Task StopAsync()
    {
        return _app.StopAsync().InTime();
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        Http.Dispose();
        await StopAsync();
        await _app.DisposeAsync().AsTask().InTime();
        _folder.Dispose();
        Log.Lines.Where(line => line.Level >= LogLevel.Error && !ExpectedErrors.Contains(line.EventName ?? "")).ShouldBeEmpty();
    }

    private static async Task<RunningServer> StartAsync(Action<IServiceCollection, TemporaryFolder> replace, string[] options)
    {
        var log = new CapturedLog();
        var folder = new TemporaryFolder();
        // However busy the machine is, an engine that has just started ends its first checks in this time.
        string[] defaults =
            ["GrpcUrl=http://127.0.0.1:0", "WebUrl=http://127.0.0.1:0", $"DataFolder={folder.Path}", "DocumentTime=00:02:00"];
        string[] levels = ["Default", "Microsoft", "Grpc"];
        var args = defaults.Concat(options).Select(option => $"--Validation:{option}")
            .Concat(levels.Select(level => $"--Logging:LogLevel:{level}=Trace"));
        var app = ServerHost.Create(args.ToArray(), builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.AddSingleton(SharedReaders.Pool);
            replace(builder.Services, folder);
        });
        await app.StartAsync().InTime();
        return new RunningServer(app, log, folder);
    }
}
