namespace Validation.Server.Options;

/// <summary>What others may see of the server's work. Figures hold no text of a document, no file name and no address.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Whether /metrics answers with the figures, for Prometheus. Defaults to no.</summary>
    public bool Prometheus { get; set; }

    /// <summary>Where figures, traces and logs are sent with OTLP over gRPC, such as http://127.0.0.1:4317. Defaults to empty: nowhere,
    /// unless the standard variable OTEL_EXPORTER_OTLP_ENDPOINT says where; the other variables of OpenTelemetry hold in both
    /// cases.</summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>How many principals stand in the figures by their names, those of keys and certificates only; the others are counted
    /// together. 0 to 1,000. Defaults to 0: only the kinds of principals.</summary>
    public int Principals { get; set; }
}
