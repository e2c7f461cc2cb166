using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.V1;

namespace Validation.Cli.Watch;

/// <summary>Prints for programs: a JSON object on each line, which says with "event" what it is about.</summary>
/// <param name="terminal">Where it goes.</param>
internal sealed class WatchJson(Terminal terminal) : IWatchPrinter
{
    // Chinese stays readable; the output is no web page.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public void Begin(ClientSettings settings) => Write("settings", new JsonObject
    {
        ["folders"] = new JsonArray([.. settings.Folders.Select(folder => (JsonNode)folder)]),
        ["server"] = settings.Server.ToString(),
    });

    /// <inheritdoc/>
    public void Show(CheckedDraft draft) => Write("checked", new JsonObject
    {
        ["file"] = draft.FilePath,
        ["verdict"] = Word(draft.Verdict),
        ["summary"] = draft.Summary,
        ["errors"] = draft.Errors,
        ["warnings"] = draft.Warnings,
        ["hints"] = draft.Hints,
        ["fixed"] = draft.Changes?.Fixed,
        ["remaining"] = draft.Changes?.Remaining,
        ["new"] = draft.Changes?.New,
        ["worst"] = draft.Worst,
        ["rule_set_version"] = draft.RuleSetVersion,
        ["report"] = draft.ReportFile,
    });

    /// <inheritdoc/>
    public void Show(MonitorStatus status) => Write("status", new JsonObject
    {
        ["state"] = status.State.ToString().ToUpperInvariant(),
        ["watching"] = status.IsWatching,
        ["waiting"] = status.Waiting,
        ["problems"] = status.Problems,
        ["unchecked"] = status.Unchecked,
        ["server_problem"] = status.ServerProblem,
        ["rule_set_version"] = status.RuleSetVersion,
        ["missing_folders"] = new JsonArray([.. status.MissingFolders.Select(folder => (JsonNode)folder)]),
        ["cannot_save"] = status.CannotSave,
    });

    /// <inheritdoc/>
    public void Show(AddedFolder added) => Write("folder", new JsonObject
    {
        ["folder"] = added.Folder, ["drafts"] = added.Drafts, ["unchecked"] = added.Unchecked,
    });

    /// <inheritdoc/>
    public void Show(Notice notice) => Write("notice", new JsonObject
    {
        ["weight"] = notice.Weight.ToString().ToUpperInvariant(),
        ["title"] = notice.Title,
        ["text"] = notice.Text,
        ["file"] = notice.Draft?.FilePath,
    });

    private static string? Word(Verdict? verdict) => verdict switch
    {
        null => null,
        Verdict.Accept => "VERDICT_ACCEPT",
        Verdict.Reject => "VERDICT_REJECT",
        _ => "VERDICT_NOT_DECIDED",
    };

    private void Write(string what, JsonObject content)
    {
        content.Insert(0, "event", what);
        content.Insert(1, "at", terminal.Time.GetLocalNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
        lock (_lock)
        {
            terminal.Output.WriteLine(content.ToJsonString(Readable));
            terminal.Output.Flush();
        }
    }
}
