using Validation.V1;

namespace Validation.Client.Wording;

/// <summary>The findings of a draft beside those of the check before: as the server compares them, or, where it is too old for that, as
/// this program does.</summary>
public sealed class FindingComparison
{
    private FindingComparison(IReadOnlyCollection<string> before, ValidateReply reply)
    {
        var since = reply.Since ?? Compare(before, reply);
        Changes = new FindingChanges(since.Fixed.Count, since.Remaining, since.Added);
        New = reply.Findings.Where(finding => finding.Accepted is null && IsNew(finding, before)).ToList();
        Known = [.. reply.Findings.Select(finding => finding.Fingerprint).Concat(before.Except(since.Fixed, StringComparer.Ordinal))
            .Where(fingerprint => fingerprint.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>How many findings are new, remaining and fixed.</summary>
    public FindingChanges Changes { get; }

    /// <summary>The new findings that nobody has accepted, in the order of the reply.</summary>
    public IReadOnlyList<Finding> New { get; }

    /// <summary>The fingerprints with which the next check is to be compared: those found now, and those of which nothing is known.
    /// </summary>
    public IReadOnlyList<string> Known { get; }

    /// <summary>Compares a reply with the check before.</summary>
    /// <param name="before">The fingerprints of its findings.</param>
    /// <param name="reply">The reply.</param>
    public static FindingComparison Of(IReadOnlyCollection<string> before, ValidateReply reply)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(reply);
        return new FindingComparison(before, reply);
    }

    private static SinceLastCheck Compare(IReadOnlyCollection<string> before, ValidateReply reply)
    {
        var counted = reply.Findings.Where(finding => finding.Accepted is null).ToList();
        var missing = before.Except(reply.Findings.Select(finding => finding.Fingerprint), StringComparer.Ordinal);
        var added = counted.Count(finding => IsNew(finding, before));
        var since = new SinceLastCheck { Added = added, Remaining = counted.Count - added };
        // What was not looked at whole is not called fixed.
        var isWhole = reply is { Verdict: Verdict.Accept or Verdict.Reject, RuleFailures.Count: 0 }
            && !reply.Notices.Contains(ReplyNotice.FindingsOmitted);
        (isWhole ? since.Fixed : since.Unknown).AddRange(missing);
        return since;
    }

    private static bool IsNew(Finding finding, IReadOnlyCollection<string> before) => finding.Novelty switch
    {
        Novelty.New => true,
        Novelty.Remaining => false,
        _ => !before.Contains(finding.Fingerprint, StringComparer.Ordinal),
    };
}
