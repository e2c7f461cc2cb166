using System.Text.Json.Serialization;
using Validation.V1;

namespace Validation.Client.Internal;

/// <summary>A line of the ledger: what is known of one draft, or that a folder is known.</summary>
internal sealed record DraftRecord
{
    /// <summary>The file, or the folder.</summary>
    [JsonPropertyName("path")]
    public required string FilePath { get; init; }

    /// <summary>True: the drafts that were in this folder at first have been learned.</summary>
    [JsonPropertyName("folder")]
    public bool IsFolder { get; init; }

    /// <summary>True: nothing is known any more.</summary>
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

    /// <summary>The worst finding.</summary>
    [JsonPropertyName("worst")]
    public string Worst { get; init; } = string.Empty;

    /// <summary>The version of the rules.</summary>
    [JsonPropertyName("rules")]
    public string RuleSetVersion { get; init; } = string.Empty;

    /// <summary>The HTML report.</summary>
    [JsonPropertyName("report")]
    public string? ReportFile { get; init; }

    /// <summary>The fingerprints of the findings.</summary>
    [JsonPropertyName("findings")]
    public IReadOnlyList<string> Fingerprints { get; init; } = [];

    /// <summary>The file as it was.</summary>
    [JsonIgnore]
    public FileStamp Stamp => new(Length, WrittenUtc);

    /// <summary>A draft that was there before it was watched.</summary>
    public static DraftRecord Learned(string path, FileStamp stamp) =>
        new() { FilePath = path, Length = stamp.Length, WrittenUtc = stamp.WrittenUtc };

    /// <summary>A draft that has been checked.</summary>
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
        RuleSetVersion = RuleSetVersion,
        ReportFile = ReportFile,
        Fingerprints = Fingerprints,
    };
}

/// <summary>How the ledger's lines are written, without reflection.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(DraftRecord))]
internal sealed partial class LedgerJson : JsonSerializerContext;
