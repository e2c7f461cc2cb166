using Validation.Client.Page;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Monitor;

/// <summary>Sums up a reply in the few words that a notification has room for.</summary>
internal static class DraftSummary
{
    /// <summary>Sums up a reply.</summary>
    /// <param name="path">The draft's file.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="checkedAt">When it came.</param>
    /// <param name="comparison">How its findings differ from those of the check before; null: there was none.</param>
    public static CheckedDraft Of(
        string path, ValidateReply reply, DateTimeOffset checkedAt, FindingComparison? comparison = null)
    {
        var tally = Tally.Of(reply.Findings);
        var worst = Worst(comparison?.New ?? []) ?? Worst(reply.Findings);
        return new CheckedDraft
        {
            FilePath = path,
            CheckedAt = checkedAt,
            Verdict = reply.Verdict,
            Errors = tally.Errors,
            Warnings = tally.Warnings,
            Hints = tally.Hints,
            Summary = MonitorTexts.Summary(reply, tally),
            Worst = worst?.Message ?? string.Empty,
            Lead = worst is null ? string.Empty : MendLead.OfSuspect(worst),
            Changes = comparison?.Changes,
            News = [.. (comparison?.New ?? []).Select(finding => finding.Message)],
            RuleSetVersion = reply.Provenance?.RuleSetVersion ?? string.Empty,
            Fingerprints = comparison?.Known ?? [.. reply.Findings.Select(finding => finding.Fingerprint)],
        };
    }

    /// <summary>The first finding that nobody has accepted, as the server puts the worst first. A hint is not worth a notification.
    /// </summary>
    private static Finding? Worst(IEnumerable<Finding> findings)
    {
        var first = findings.FirstOrDefault(finding => finding.Accepted is null);
        return first is { Severity: Level.Error or Level.Warning } ? first : null;
    }
}
