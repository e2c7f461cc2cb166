using Microsoft.Extensions.Logging.Console;
using Validation.Engine;
using Validation.Engine.Rules;
using Validation.Server.Checks;
using Validation.Server.Web;

namespace Validation.Server.Startup;

/// <summary>Puts the server together. Everything that is bound to the outside world is bound here.</summary>
internal static class ServerHost
{
    /// <summary>Makes the server, ready to run.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="adjust">What a test replaces.</param>
    /// <exception cref="StartRefusedException">The configuration does not permit a start.</exception>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = CreateBuilder(args);
        var options = OptionsReader.Read(builder.Configuration);
        var listeners = Listeners.Read(options);
        listeners.EnsureFree();
        builder.WebHost.ConfigureKestrel(listeners.Configure);
        AddLogging(builder.Logging);
        AddServices(builder.Services, options);
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.MapGrpcService<ValidatorService>();
        app.MapHealthPage();
        return app;
    }

    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        try
        {
            // The settings lie beside the program, wherever it is started from.
            return WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException)
        {
            throw new StartRefusedException(Texts.ConfigurationUnreadable(fault.InnerException?.Message ?? fault.Message), fault);
        }
    }

    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss.fff ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
    }

    private static void AddServices(IServiceCollection services, ServerOptions options)
    {
        var limits = EngineLimits.Default with { DocumentBytes = options.DocumentBytes };
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IDocumentCheck>(new EngineCheck(RuleSet.National, limits));
        services.AddSingleton<CheckRunner>();
        services.AddSingleton<Drain>();
        services.AddHostedService<Announcer>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainTime + TimeSpan.FromSeconds(1));
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = options.MessageBytes;
            grpc.MaxSendMessageSize = null;
            grpc.EnableDetailedErrors = false;
        });
    }
}
