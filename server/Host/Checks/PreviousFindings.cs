using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>Tells the findings of a reply apart from those of an earlier check, by their fingerprints.</summary>
internal static class PreviousFindings
{
    /// <summary>The most fingerprints that a request may name.</summary>
    public const int Most = 2_000;

    private const int FingerprintLength = 16;

    /// <summary>Looks at the fingerprints of a request.</summary>
    /// <param name="fingerprints">The fingerprints; null: the request names no earlier check.</param>
    /// <param name="field">What the request calls them.</param>
    /// <returns>Invalid: there are too many, or one is none. Null: they are taken.</returns>
    public static Refusal? Refuse(IReadOnlyCollection<string>? fingerprints, string field = "previous.fingerprints")
    {
        return fingerprints is null || (fingerprints.Count <= Most && fingerprints.All(IsFingerprint))
            ? null
            : new Refusal(RefusalKind.Invalid, CheckTexts.NoFingerprints(field, Most)) { Field = field };
    }

    /// <summary>Marks what is new, and says what became of the rest. A finding that is not there counts as fixed only where it would have
    /// been found.</summary>
    /// <param name="reply">The reply with all its findings; it is changed.</param>
    /// <param name="fingerprints">The fingerprints of the earlier check; null: there was none, and nothing is said.</param>
    public static void Compare(ValidateReply reply, IReadOnlyCollection<string>? fingerprints)
    {
        if (fingerprints is null)
        {
            return;
        }

        var missing = fingerprints.ToHashSet(StringComparer.Ordinal);
        var since = new SinceLastCheck();
        foreach (var finding in reply.Findings)
        {
            var isNew = !missing.Remove(finding.Fingerprint);
            finding.Novelty = isNew ? Novelty.New : Novelty.Remaining;
            var counts = finding.Accepted is null ? 1 : 0;
            since.Added += isNew ? counts : 0;
            since.Remaining += isNew ? 0 : counts;
        }

        var isWhole = reply.Reason == Reason.Unspecified && reply.RuleFailures.Count == 0;
        (isWhole ? since.Fixed : since.Unknown).AddRange(missing.Order(StringComparer.Ordinal));
        reply.Since = since;
    }

    private static bool IsFingerprint(string text)
    {
        return text.Length == FingerprintLength && text.All(char.IsAsciiHexDigitLower);
    }
}
