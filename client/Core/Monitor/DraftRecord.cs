using System.Text.Json.Serialization;
using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Client.Monitor;

/// <summary>A line of the ledger: what is known of one draft, or that a folder is known.</summary>
internal sealed record DraftRecord
{
    /// <summary>The file, or the folder.</summary>
    [JsonPropertyName("path")]
    public required string FilePath { get; init; }

    /// <summary>True: the drafts that were in this folder at first have been learned.</summary>
    [JsonPropertyName("folder")]
    public bool IsFolder { get; init; }

    /// <summary>True: the draft or folder was forgotten.</summary>
    [JsonPropertyName("gone")]
    public bool IsGone { get; init; }

    /// <summary>The place that the folder was when it was seen last; null: unknown, or no folder.</summary>
    [JsonPropertyName("place")]
    public string? Place { get; init; }

    /// <summary>The file's length in bytes when it was checked or learned.</summary>
    [JsonPropertyName("length")]
    public long Length { get; init; }

    /// <summary>When the file had last been written then.</summary>
    [JsonPropertyName("written")]
    public DateTime WrittenUtc { get; init; }

    /// <summary>SHA-256 of the content that was checked; null: it never was.</summary>
    [JsonPropertyName("sha256")]
    public string? Sha256 { get; init; }

    /// <summary>When the answer came; null: never.</summary>
    [JsonPropertyName("checked")]
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>When the check was asked for by a save or by the clerk, not by new rules.</summary>
    [JsonPropertyName("saved")]
    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>The verdict; null: the draft could not be checked.</summary>
    [JsonPropertyName("verdict")]
    public Verdict? Verdict { get; init; }

    /// <summary>Counts of errors, warnings and hints.</summary>
    [JsonPropertyName("counts")]
    public IReadOnlyList<int> Counts { get; init; } = [];

    /// <summary>The words for it.</summary>
    [JsonPropertyName("summary")]
    public string Summary { get; init; } = string.Empty;

    /// <summary>The message of the worst finding; empty: there is none.</summary>
    [JsonPropertyName("worst")]
    public string Worst { get; init; } = string.Empty;

    /// <summary>What would very probably mend it; empty: nothing is known.</summary>
    [JsonPropertyName("lead")]
    public string Lead { get; init; } = string.Empty;

    /// <summary>The version of the rules.</summary>
    [JsonPropertyName("rules")]
    public string RuleSetVersion { get; init; } = string.Empty;

    /// <summary>The path of the HTML report; null: there is none.</summary>
    [JsonPropertyName("report")]
    public string? ReportFile { get; init; }

    /// <summary>The fingerprints of the findings, and those of earlier ones of which nothing is known.</summary>
    [JsonPropertyName("findings")]
    public IReadOnlyList<string> Fingerprints { get; init; } = [];

    /// <summary>Whether the draft was there before and was never checked.</summary>
    [JsonIgnore]
    public bool IsUnchecked => CheckedAt is null && !IsFolder;

    /// <summary>The findings with which the next check is compared; null: the draft was never judged.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? Baseline =>
        Fingerprints.Count > 0 || Verdict is V1.Verdict.Accept or V1.Verdict.Reject ? Fingerprints : null;

    /// <summary>The file's length and time when it was checked or learned.</summary>
    [JsonIgnore]
    public FileStamp Stamp => new(Length, WrittenUtc);

    /// <summary>The record of a draft that was there before its folder was watched.</summary>
    public static DraftRecord Learned(string path, FileStamp stamp) =>
        new() { FilePath = path, Length = stamp.Length, WrittenUtc = stamp.WrittenUtc };

    /// <summary>The record of a draft that was checked.</summary>
    public static DraftRecord Of(CheckedDraft draft, FileStamp stamp, string? sha256, DateTimeOffset savedAt) => new()
    {
        FilePath = draft.FilePath,
        Length = stamp.Length,
        WrittenUtc = stamp.WrittenUtc,
        SavedAt = savedAt,
        Sha256 = sha256,
        CheckedAt = draft.CheckedAt,
        Verdict = draft.Verdict,
        Counts = [draft.Errors, draft.Warnings, draft.Hints],
        Summary = draft.Summary,
        Worst = draft.Worst,
        Lead = draft.Lead,
        RuleSetVersion = draft.RuleSetVersion,
        ReportFile = draft.ReportFile,
        Fingerprints = draft.Fingerprints,
    };

    /// <summary>The draft's last answer; null: it was never checked.</summary>
    public CheckedDraft? ToChecked() => CheckedAt is not { } at ? null : new CheckedDraft
    {
        FilePath = FilePath,
        CheckedAt = at,
        Verdict = Verdict,
        Errors = Counts.ElementAtOrDefault(0),
        Warnings = Counts.ElementAtOrDefault(1),
        Hints = Counts.ElementAtOrDefault(2),
        Summary = Summary,
        Worst = Worst,
        Lead = Lead,
        RuleSetVersion = RuleSetVersion,
        ReportFile = ReportFile,
        Fingerprints = Fingerprints,
    };
}

/// <summary>How the ledger's lines are written, without reflection.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(DraftRecord))]
internal sealed partial class LedgerJson : JsonSerializerContext;
