using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Grpc.Reflection;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Console;
using Validation.Engine;
using Validation.Engine.Documents.Pdf;
using Validation.Engine.Inspection;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Archive;
using Validation.Server.Checks;
using Validation.Server.Grpc;
using Validation.Server.Health;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Pages;
using Validation.Server.Publishing;
using Validation.Server.Readers;
using Validation.Server.Records;
using Validation.Server.Replicas;
using Validation.Server.Rules;
using Validation.Server.Telemetry;
using Validation.Server.Web;
using Validation.Server.Web.OpenApi;
using Validation.Server.Web.Problems;
using Validation.Server.Web.Uploads;

namespace Validation.Server.Startup;

/// <summary>Builds the server. Everything that touches the outside world (clock, files, network) is bound here.</summary>
internal static class ServerHost
{
    private const string ServiceName = "validation-server";

    /// <summary>Builds the server, ready to run.</summary>
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
        // These two do nothing in a server that was started by hand.
        builder.Services.AddSystemd();
        builder.Services.AddWindowsService(service => service.ServiceName = ServiceName);
        builder.Services.AddSingleton(listeners);
        AddServices(builder.Services, options, listeners.AreReachable);
        builder.Services.AddTelemetry(options, builder.Configuration);
        adjust?.Invoke(builder);

        var app = builder.Build();
        var drain = app.Services.GetRequiredService<Drain>();
        app.UseMiddleware<RequestId>();
        app.Use(app.Services.GetRequiredService<Parting>().UseAsync);
        app.Use((_, next) => drain.RunAsync(() => next()));
        app.Use(Peer.NoteAsync);
        app.UseForwardedHeaders();
        app.MapGrpcService<ValidatorService>();
        app.MapGrpcService<RuleAdminService>();
        app.MapGrpcService<KeyAdminService>();
        app.MapGrpcService<BodyAdminService>();
        app.MapGrpcService<AcceptanceAdminService>();
        app.MapGrpcService<ArchiveService>();
        app.MapGrpcService<OperationsService>();
        app.MapGrpcService<HealthService>();
        app.MapGrpcReflectionService();
        app.UseWhen(context => !ReceivedBody.IsCall(context), web => web.UseResponseCompression());
        app.UseMiddleware<ProblemMiddleware>();
        app.UseWhen(context => !ReceivedBody.IsCall(context), web => web.UseMiddleware<BrowserGuard>());
        app.UseMiddleware<AccessMiddleware>();
        app.UseWhen(ReceivedBody.IsCall, calls => calls.Use(ReceivedBody.UseAsync));
        app.MapWebApi();
        app.MapPages(options);
        // Its figures are there from the start, whoever collects them and when.
        app.Services.GetRequiredService<StateFigures>();
        app.MapTelemetry(options);
        return app;
    }

    /// <summary>Runs the server until it is told to stop.</summary>
    /// <exception cref="StartRefusedException">An address was taken since <see cref="Create"/> looked.</exception>
    public static async Task RunAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw app.Services.GetRequiredService<Listeners>().Taken(fault);
        }

        await app.WaitForShutdownAsync();
    }

    /// <summary>Makes the builder with the configuration of files, environment and command line.</summary>
    /// <exception cref="StartRefusedException">They cannot be read.</exception>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        try
        {
            // The settings lie beside the program, wherever it is started from.
            return WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException)
        {
            throw new StartRefusedException(StartupTexts.ConfigurationUnreadable(fault.InnerException?.Message ?? fault.Message), fault);
        }
    }

    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        // A failed start is reported in one sentence by the program; the host's stack trace is not wanted before it.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // A supervisor that asks every second whether the server is ready must not fill the log.
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel.", LogLevel.Warning);
        // A forged cookie or form is refused, and no error; that the store cannot be used is said where it is.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
        AddFormats(logging.Services);
        logging.AddConsole();
    }

    /// <summary>Sets the formats of the console log where Logging:Console does not. In JSON each line names its request.</summary>
    private static void AddFormats(IServiceCollection services)
    {
        services.Configure<SimpleConsoleFormatterOptions>(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss.fff ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        services.Configure<JsonConsoleFormatterOptions>(console =>
        {
            console.IncludeScopes = true;
            console.TimestampFormat = "O";
            console.UseUtcTimestamp = true;
            console.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
        });
    }

    private static void AddServices(IServiceCollection services, ServerOptions options, bool isReachable)
    {
        var limits = EngineLimits.Default with { DocumentBytes = options.DocumentBytes, ReadTime = options.DocumentTime };
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(limits);
        services.AddReaders(options);
        services.AddSingleton<EngineCheck>();
        services.AddSingleton<IDocumentCheck>(provider => provider.GetRequiredService<EngineCheck>());
        services.AddSingleton<ConnectionLimit>();
        services.AddSingleton<ByteBudget>();
        services.AddSingleton<OpenBatches>();
        services.AddSingleton<CheckRunner>();
        services.AddSingleton<ClaimDesk>();
        services.AddSingleton<AnnotationDesk>();
        services.AddSingleton(provider => new ReportInspector(
            new ReportValidator(limits, provider.GetRequiredService<IPageReader>(), provider.GetRequiredService<TimeProvider>()), limits));
        services.AddSingleton<InspectionDesk>();
        services.AddSingleton<CallInterceptor>();
        services.AddSingleton<BatchRight>();
        services.AddSingleton<Drain>();
        services.AddSingleton<Parting>();
        services.AddRules(options);
        services.AddPublishing();
        services.AddAccess(options, isReachable);
        services.AddRecords();
        services.AddArchive();
        services.AddReplicas();
        services.AddSingleton<IReadiness, DrainReadiness>();
        services.AddSingleton<IReadiness, RuleSetReadiness>();
        services.AddSingleton<ServerState>();
        services.AddSingleton<StateFigures>();
        services.AddHealthChecks().AddCheck<ServerStateCheck>(ServerStateCheck.Name);
        services.AddSingleton<UploadReader>();
        services.AddSingleton<ValidateEndpoint>();
        services.AddSingleton<ArchiveEndpoint>();
        services.AddSingleton<AnnotateEndpoint>();
        services.AddOpenApi(ApiDocument.Name, ApiDocument.Configure);
        services.AddHostedService<HealthReporter>();
        services.AddHostedService<Announcer>();
        services.AddHostedService<WarmUp>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainDelay + options.DrainTime + TimeSpan.FromSeconds(1));
        services.AddResponseCompression(compression =>
        {
            // An answer holds nothing secret but what the caller has sent.
            compression.EnableForHttps = true;
            compression.MimeTypes = [MediaTypeNames.Application.Json, ProblemResponse.ContentType, MediaTypeNames.Text.Html];
        });
        services.AddPages(options);
        AddGrpc(services, options);
    }

    private static void AddGrpc(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton<HealthService>();
        services.AddGrpcReflection();
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = options.MessageBytes;
            grpc.MaxSendMessageSize = null;
            grpc.EnableDetailedErrors = false;
            // The package would otherwise answer every POST to an unknown address, those of the JSON interface included.
            grpc.IgnoreUnknownServices = true;
        })
        .AddServiceOptions<ValidatorService>(grpc =>
        {
            // Validate takes less than this; the body of the call enforces that (ReceivedBody).
            grpc.MaxReceiveMessageSize = MessageLimits.OfStream(options);
            grpc.Interceptors.Add<CallInterceptor>();
            grpc.Interceptors.Add<BatchRight>();
        })
        .AddServiceOptions<KeyAdminService>(grpc => grpc.Interceptors.Add<CallInterceptor>())
        .AddServiceOptions<BodyAdminService>(grpc =>
        {
            grpc.MaxReceiveMessageSize = MessageLimits.OfRuleAdmin(options);
            grpc.Interceptors.Add<CallInterceptor>();
        })
        .AddServiceOptions<ArchiveService>(grpc =>
        {
            grpc.MaxReceiveMessageSize = MessageLimits.OfRuleAdmin(options);
            grpc.Interceptors.Add<CallInterceptor>();
        })
        .AddServiceOptions<AcceptanceAdminService>(grpc => grpc.Interceptors.Add<CallInterceptor>())
        .AddServiceOptions<ReflectionServiceImpl>(grpc => grpc.Interceptors.Add<CallInterceptor>())
        .AddServiceOptions<ReflectionV1ServiceImpl>(grpc => grpc.Interceptors.Add<CallInterceptor>())
        .AddServiceOptions<OperationsService>(grpc =>
        {
            grpc.MaxReceiveMessageSize = MessageLimits.OfBackup(options);
            grpc.Interceptors.Add<CallInterceptor>();
        })
        .AddServiceOptions<RuleAdminService>(grpc =>
        {
            grpc.MaxReceiveMessageSize = MessageLimits.OfRuleAdmin(options);
            grpc.Interceptors.Add<CallInterceptor>();
        });
    }
}
