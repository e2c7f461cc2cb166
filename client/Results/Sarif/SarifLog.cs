using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Validation.Client.Connection;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Sarif;

/// <summary>
/// Writes one SARIF 2.1.0 log with one run, draft by draft. A draft without a verdict is a notification of the invocation, which then was
/// not successful. What is about all drafts stands after the results, so that these need not be kept. Not thread-safe.
/// </summary>
public sealed class SarifLog : IDisposable
{
    /// <summary>The media type of such logs, as it is registered.</summary>
    public const string MediaType = "application/sarif+json";

    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private readonly ArrayBufferWriter<byte> _written = new();
    private readonly Utf8JsonWriter _json;
    private readonly SarifRules _rules = new();
    private readonly List<JsonNode> _artifacts = [];
    private readonly List<JsonNode> _notifications = [];
    private readonly UnevaluatedRuleWords _unevaluated = new();
    private readonly TextWriter _output;
    private readonly string _tool;
    private readonly string _version;

    /// <summary>Begins a log; its head is written at once.</summary>
    /// <param name="output">Where it goes: text, to be stored as UTF-8. It is not closed.</param>
    /// <param name="tool">The name of the program that checked.</param>
    /// <param name="version">Its version.</param>
    public SarifLog(TextWriter output, string tool, string version)
    {
        ArgumentNullException.ThrowIfNull(output);
        (_output, _tool, _version) = (output, tool, version);
        _json = new Utf8JsonWriter(
            _written, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        _json.WriteString("$schema", Schema);
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        _json.WriteString("language", "zh-CN");
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartArray("results");
        Print();
    }

    /// <summary>The whole log of one draft.</summary>
    public static string Of(CheckOutcome outcome, string tool, string version)
    {
        using var output = new StringWriter();
        using var log = new SarifLog(output, tool, version);
        log.Add(outcome);
        log.End();
        return output.ToString();
    }

    /// <summary>Writes the findings of the next draft.</summary>
    public void Add(CheckOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        foreach (var finding in outcome.Reply?.Findings ?? [])
        {
            SarifResult.Of(finding, _rules.IndexOf(finding), SarifArtifact.Location(outcome.Draft)).WriteTo(_json);
        }

        _unevaluated.Add(outcome.Reply);
        _artifacts.Add(SarifArtifact.Of(outcome));
        if (Notification(outcome) is { } notification)
        {
            _notifications.Add(notification);
        }

        Print();
    }

    /// <summary>Ends the log with what is about all drafts.</summary>
    /// <param name="left">Drafts that were not come to because the user stopped the program.</param>
    public void End(int left = 0)
    {
        if (left > 0)
        {
            _notifications.Add(Notification(Counts.Interrupted(left)));
        }

        _json.WriteEndArray();
        Write("artifacts", new JsonArray([.. _artifacts]));
        Write("invocations", new JsonArray(Invocation()));
        Write("tool", new JsonObject { ["driver"] = Driver() });
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        Print();
        _output.Write('\n');
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private static JsonObject? Notification(CheckOutcome outcome)
    {
        if (outcome.Reply is { Verdict: Verdict.Accept or Verdict.Reject })
        {
            return null;
        }

        var reason = outcome.Reply?.ReasonText ?? outcome.Failure?.Message;
        var notification = Notification(string.IsNullOrEmpty(reason) ? VerdictWords.NotDecided : reason);
        var place = new JsonObject { ["artifactLocation"] = SarifArtifact.Location(outcome.Draft) };
        notification["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = place });
        return notification;
    }

    private static JsonObject Notification(string text) => new()
    {
        ["level"] = "error", ["message"] = new JsonObject { ["text"] = text },
    };

    private JsonObject Driver() => new() { ["name"] = _tool, ["version"] = _version, ["rules"] = _rules.ToJson() };

    private JsonObject Invocation()
    {
        var invocation = new JsonObject
        {
            ["executionSuccessful"] = _notifications.Count == 0, ["toolExecutionNotifications"] = new JsonArray([.. _notifications]),
        };
        if (_unevaluated.Rules.Count > 0)
        {
            invocation["toolConfigurationNotifications"] = new JsonArray([.. _unevaluated.Rules.Select(SarifRules.Unevaluated)]);
        }

        return invocation;
    }

    private void Write(string name, JsonNode value)
    {
        _json.WritePropertyName(name);
        value.WriteTo(_json);
    }

    private void Print()
    {
        _json.Flush();
        _output.Write(Encoding.UTF8.GetString(_written.WrittenSpan));
        _written.ResetWrittenCount();
    }
}
