using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Validation.Engine;
using Validation.Server.Options;

namespace Validation.Server.Telemetry;

/// <summary>Adds what shows others the server's work: figures always, what collects them only where it is asked for.</summary>
internal static class TelemetryServices
{
    /// <summary>Where Prometheus finds the figures.</summary>
    public const string MetricsPath = "/metrics";

    private const string ServiceName = "validation-server";

    // The variables that OpenTelemetry itself reads: whoever sets one of them wants OTLP.
    private static readonly string[] Endpoints =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
        "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    private static readonly string[] Meters =
    [
        CheckFigures.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql",
    ];

    public static void AddTelemetry(this IServiceCollection services, ServerOptions options, IConfiguration configuration)
    {
        services.AddSingleton<PrincipalTags>();
        services.AddSingleton<RefusalCounts>();
        services.AddSingleton<CheckFigures>();
        var telemetry = options.Telemetry;
        var sends = telemetry.OtlpEndpoint.Length > 0 || Endpoints.Any(name => !string.IsNullOrEmpty(configuration[name]));
        if (!telemetry.Prometheus && !sends)
        {
            return;
        }

        var collected = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName, serviceVersion: ReportValidator.Version))
            .WithMetrics(metrics => Configure(metrics.AddMeter(Meters), telemetry));
        if (sends)
        {
            collected.WithTracing(Configure).WithLogging(null, logs => logs.IncludeScopes = true);
            _ = telemetry.OtlpEndpoint.Length > 0
                ? collected.UseOtlpExporter(OtlpExportProtocol.Grpc, new Uri(telemetry.OtlpEndpoint))
                : collected.UseOtlpExporter();
        }
    }

    /// <summary>Opens /metrics, where it is asked for.</summary>
    public static void MapTelemetry(this WebApplication app, ServerOptions options)
    {
        if (options.Telemetry.Prometheus)
        {
            app.MapPrometheusScrapingEndpoint(MetricsPath);
        }
    }

    private static void Configure(MeterProviderBuilder metrics, TelemetryOptions options)
    {
        if (options.Prometheus)
        {
            metrics.AddPrometheusExporter();
        }
    }

    private static void Configure(TracerProviderBuilder traces)
    {
        traces.AddAspNetCoreInstrumentation().AddSource(CheckTrace.SourceName, ReportValidator.TraceName, "Npgsql");
    }
}
