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

    private static string Worst(ValidateReply reply)
    {
        var worst = reply.Findings.OrderBy(finding => Order(finding.Severity)).FirstOrDefault();
        return worst is null || worst.Severity is not (Severity.Error or Severity.Warning) ? string.Empty : worst.Message;
    }

    private static int Order(Severity severity) => severity switch
    {
        Severity.Error => 0,
        Severity.Warning => 1,
        _ => 2,
    };
}
