using Validation.Client.Drafts;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Monitor;

/// <summary>The result of a draft's last check. Immutable.</summary>
public sealed record CheckedDraft
{
    /// <summary>The full path of the draft's file.</summary>
    public required string FilePath { get; init; }

    /// <summary>The file's name without its folder.</summary>
    public string Name => Path.GetFileName(FilePath);

    /// <summary>The verdict; null: the draft could not be checked, the summary says why.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The number of findings of level error.</summary>
    public int Errors { get; init; }

    /// <summary>The number of findings of level warning.</summary>
    public int Warnings { get; init; }

    /// <summary>The number of findings that are neither errors nor warnings.</summary>
    public int Hints { get; init; }

    /// <summary>Verdict and counts in Chinese, such as "有错误，须修改（错误 2 处）"; or why there is no verdict.</summary>
    public required string Summary { get; init; }

    /// <summary>The worst finding in plain words, a new one if there is any; empty: there is none, or only hints.</summary>
    public string Worst { get; init; } = string.Empty;

    /// <summary>What would mend it, where the server says that one cell is very probably wrong: such as 很可能“总计”应为 22。 Empty: it does
    /// not.</summary>
    public string Lead { get; init; } = string.Empty;

    /// <summary>What the draft is called in addresses.</summary>
    public DraftId Id => DraftId.Of(FilePath);

    /// <summary>The time of the answer.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>The version of the rules; empty: unknown.</summary>
    public string RuleSetVersion { get; init; } = string.Empty;

    /// <summary>The HTML report; null: it could not be written, or there is none.</summary>
    public string? ReportFile { get; init; }

    /// <summary>How the findings differ from those of the check before; null: there was none.</summary>
    public FindingChanges? Changes { get; init; }

    /// <summary>The messages of the findings that are new since the check before, the worst first; empty: none is, or there was none.
    /// </summary>
    public IReadOnlyList<string> News { get; init; } = [];

    /// <summary>The fingerprints of the findings, and those of earlier ones of which nothing is known.</summary>
    internal IReadOnlyList<string> Fingerprints { get; init; } = [];

    /// <summary>True: the clerk has something to do, because there are errors, or the draft was not decided.</summary>
    public bool HasProblem => Verdict is not V1.Verdict.Accept;

    /// <summary>True: verdict and findings are the same as in another result.</summary>
    internal bool SaysTheSameAs(CheckedDraft other) =>
        Verdict == other.Verdict && Fingerprints.ToHashSet(StringComparer.Ordinal).SetEquals(other.Fingerprints)
        && (Verdict is not null || string.Equals(Summary, other.Summary, StringComparison.Ordinal));
}
