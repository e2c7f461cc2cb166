using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Validation.Client;
using Validation.V1;

namespace Validation.Cli.Rendering;

/// <summary>
/// Prints one SARIF 2.1.0 log with one run. A draft without a verdict is a notification of the invocation, which then was not successful.
/// </summary>
internal sealed class SarifRenderer : IRenderer
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <inheritdoc/>
    public void Render(IReadOnlyList<CheckOutcome> outcomes, TextWriter output)
    {
        var log = new JsonObject { ["$schema"] = Schema, ["version"] = "2.1.0", ["runs"] = new JsonArray(Run(outcomes)) };
        output.Write(log.ToJsonString(Format));
        output.Write('\n');
    }

    private static JsonObject Run(IReadOnlyList<CheckOutcome> outcomes)
    {
        var rules = new SarifRules();
        var results = new JsonArray();
        foreach (var outcome in outcomes)
        {
            foreach (var finding in outcome.Reply?.Findings ?? [])
            {
                results.Add(SarifResult.Of(finding, rules.IndexOf(finding), SarifArtifact.Location(outcome.Draft)));
            }
        }

        return new JsonObject
        {
            ["tool"] = new JsonObject { ["driver"] = Driver(rules) },
            ["language"] = "zh-CN",
            ["columnKind"] = "utf16CodeUnits",
            ["invocations"] = new JsonArray(Invocation(outcomes)),
            ["artifacts"] = new JsonArray([.. outcomes.Select(SarifArtifact.Of)]),
            ["results"] = results,
        };
    }

    private static JsonObject Driver(SarifRules rules) => new()
    {
        ["name"] = Texts.Product, ["version"] = Texts.Version, ["rules"] = rules.ToJson(),
    };

    private static JsonObject Invocation(IReadOnlyList<CheckOutcome> outcomes)
    {
        var notifications = outcomes.Select(Notification).OfType<JsonNode>().ToArray();
        return new JsonObject
        {
            ["executionSuccessful"] = notifications.Length == 0, ["toolExecutionNotifications"] = new JsonArray(notifications),
        };
    }

    private static JsonObject? Notification(CheckOutcome outcome)
    {
        if (outcome.Reply is { Verdict: Verdict.Accept or Verdict.Reject })
        {
            return null;
        }

        var reason = outcome.Reply?.ReasonText ?? outcome.Failure?.Message;
        return new JsonObject
        {
            ["level"] = "error",
            ["message"] = new JsonObject { ["text"] = string.IsNullOrEmpty(reason) ? Texts.NotDecided : reason },
            ["locations"] = new JsonArray(
                new JsonObject { ["physicalLocation"] = new JsonObject { ["artifactLocation"] = SarifArtifact.Location(outcome.Draft) } }),
        };
    }
}
