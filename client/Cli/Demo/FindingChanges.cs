using Validation.V1;

namespace Validation.Cli.Demo;

/// <summary>What became of a draft's findings between two saves.</summary>
/// <param name="Fixed">Findings that are gone.</param>
/// <param name="Remaining">Findings that were there before.</param>
/// <param name="New">Findings that were not.</param>
internal sealed record FindingChanges(int Fixed, int Remaining, int New)
{
    /// <summary>Compares two replies by the fingerprints of their findings.</summary>
    public static FindingChanges Between(ValidateReply before, ValidateReply after)
    {
        var old = Fingerprints(before);
        var now = Fingerprints(after);
        return new FindingChanges(old.Except(now).Count(), old.Intersect(now).Count(), now.Except(old).Count());
    }

    private static HashSet<string> Fingerprints(ValidateReply reply) =>
        reply.Findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
}
