using Validation.V1;

namespace Validation.Server.Pages.Checking;

/// <summary>What became of the findings when changes were tried.</summary>
/// <param name="Changes">The changes in words, one for each cell.</param>
/// <param name="Gone">Findings that are no longer there.</param>
/// <param name="Added">Findings that were not there before.</param>
/// <param name="Remaining">How many findings are still there.</param>
public sealed record TrialOutcome(
    IReadOnlyList<string> Changes, IReadOnlyList<Finding> Gone, IReadOnlyList<Finding> Added, int Remaining)
{
    /// <summary>Compares the reply to a draft with the reply to the same with changes.</summary>
    /// <param name="changes">The changes in words.</param>
    /// <param name="before">The reply to the draft as it is.</param>
    /// <param name="after">The reply to the draft with the changes, which was told of the fingerprints before.</param>
    public static TrialOutcome Of(IReadOnlyList<string> changes, ValidateReply before, ValidateReply after)
    {
        var known = after.Since?.Fixed.ToHashSet(StringComparer.Ordinal) ?? [];
        return new TrialOutcome(
            changes,
            [.. before.Findings.Where(finding => finding.Accepted is null && known.Contains(finding.Fingerprint))],
            [.. after.Findings.Where(finding => finding is { Accepted: null, Novelty: Novelty.New })],
            after.Since?.Remaining ?? 0);
    }
}
