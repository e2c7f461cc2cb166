using Validation.V1;

namespace Validation.Client;

/// <summary>What is known of a draft since its last check. Immutable.</summary>
public sealed record CheckedDraft
{
    /// <summary>The file.</summary>
    public required string FilePath { get; init; }

    /// <summary>The file's name without its folder.</summary>
    public string Name => Path.GetFileName(FilePath);

    /// <summary>The verdict; null: the draft could not be checked, the summary says why.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Findings of weight error.</summary>
    public int Errors { get; init; }

    /// <summary>Findings of weight warning.</summary>
    public int Warnings { get; init; }

    /// <summary>All other findings.</summary>
    public int Hints { get; init; }

    /// <summary>Verdict and counts in Chinese, such as "有错误，须修改（错误 2 处）"; or why there is no verdict.</summary>
    public required string Summary { get; init; }

    /// <summary>The worst finding in plain words; empty: there is none.</summary>
    public string Worst { get; init; } = string.Empty;

    /// <summary>When the answer came.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>The version of the rules; empty: unknown.</summary>
    public string RuleSetVersion { get; init; } = string.Empty;

    /// <summary>The HTML report; null: it could not be written, or there is none.</summary>
    public string? ReportFile { get; init; }

    /// <summary>What became of the findings since the check before; null: there was none.</summary>
    public FindingChanges? Changes { get; init; }

    /// <summary>The fingerprints of the findings.</summary>
    internal IReadOnlyList<string> Fingerprints { get; init; } = [];

    /// <summary>Whether a clerk has something to do: there are errors, or nobody could decide.</summary>
    public bool HasProblem => Verdict is not V1.Verdict.Accept;

    /// <summary>Whether the answer is the same: verdict and findings.</summary>
    internal bool SaysTheSameAs(CheckedDraft other) =>
        Verdict == other.Verdict && Fingerprints.ToHashSet(StringComparer.Ordinal).SetEquals(other.Fingerprints)
        && (Verdict is not null || string.Equals(Summary, other.Summary, StringComparison.Ordinal));
}
