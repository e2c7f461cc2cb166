using System.Text.Json;
using Grpc.Core;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests;

/// <summary>What a server process shows of itself, where its settings ask for it.</summary>
public sealed class TelemetryTests
{
    private const string Sentence = "政府信息公开工作年度报告";

    /// <summary>With the standard variables figures, traces and logs leave, and nothing of a document with them.</summary>
    [Fact]
    public async Task Server_WithACollector_SendsFiguresTracesAndLogsWithoutText()
    {
        using var collector = new Collector();
        var server = new ServerProcess();
        server.Options["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        server.Options["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        try
        {
            await server.InitializeAsync();
            (await server.CheckAsync()).Report.Title.ShouldContain(Sentence);
            // What was not sent yet is sent at the end.
            await server.Process.TerminateAsync();
            (await server.Process.ExitAsync(Waiting.Longest)).ShouldBe(0);
        }
        finally
        {
            await server.DisposeAsync();
        }

        foreach (var signal in new[] { "traces", "metrics", "logs" })
        {
            collector.Received(signal).ShouldContain("validation-server", customMessage: signal);
            collector.Received(signal).ShouldNotContain(Sentence);
        }

        collector.Received("traces").ShouldContain("rules");
        collector.Received("metrics").ShouldContain("validation.check.duration");
    }

    /// <summary>The setting of ASP.NET has every line be JSON, with the id of the request and its trace.</summary>
    [Fact]
    public async Task Log_AsJson_NamesRequestAndTrace()
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        var server = new ServerProcess();
        server.Options["Logging__Console__FormatterName"] = "json";
        try
        {
            await server.InitializeAsync();
            var request = FindingLines.Request(Repository.PathOf("tests", "samples", "jiyuan-2024.txt"));
            var headers = new Metadata { { "x-request-id", "clerk-7" }, { "traceparent", $"00-{Trace}-b7ad6b7169203331-01" } };
            await server.Client.ValidateAsync(request, headers).ResponseAsync.InTime();
            await server.Process.TerminateAsync();
            await server.Process.ExitAsync(Waiting.Longest);

            var lines = server.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
            var line = lines.Where(one => one.GetProperty("EventId").GetInt32() == 10)
                .Single(one => one.GetProperty("Scopes").ToString().Contains("clerk-7", StringComparison.Ordinal));
            line.GetProperty("Scopes").ToString().ShouldContain(Trace);
            line.GetProperty("State").GetProperty("Format").GetString()!.ShouldStartWith("txt");
            server.Output.ShouldContain("校验完成");
            server.Output.ShouldNotContain(Sentence);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }
}
