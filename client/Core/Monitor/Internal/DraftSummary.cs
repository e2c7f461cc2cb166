using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Internal;

/// <summary>A reply in the few words that a notification has room for.</summary>
internal static class DraftSummary
{
    /// <summary>Sums up a reply.</summary>
    public static CheckedDraft Of(string path, ValidateReply reply, DateTimeOffset checkedAt)
    {
        var tally = Tally.Of(reply.Findings);
        return new CheckedDraft
        {
            FilePath = path,
            CheckedAt = checkedAt,
            Verdict = reply.Verdict,
            Errors = tally.Errors,
            Warnings = tally.Warnings,
            Hints = tally.Hints,
            Summary = Texts.Summary(reply, tally),
            Worst = Worst(reply),
            RuleSetVersion = reply.Provenance?.RuleSetVersion ?? string.Empty,
            Fingerprints = [.. reply.Findings.Select(finding => finding.Fingerprint)],
        };
    }

    /// <summary>What the first finding says that nobody has accepted, as the server puts the worst first. A hint is not worth a
    /// notification.</summary>
    private static string Worst(ValidateReply reply)
    {
        var first = reply.Findings.FirstOrDefault(finding => finding.Accepted is null);
        return first is { Severity: Level.Error or Level.Warning } worst ? worst.Message : string.Empty;
    }
}
