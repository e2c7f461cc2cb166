using Validation.V1;

namespace Validation.Client;

/// <summary>How many findings there are of each weight. A weight that this program does not know counts as a hint.</summary>
/// <param name="Errors">Findings of weight error.</param>
/// <param name="Warnings">Findings of weight warning.</param>
/// <param name="Hints">All others.</param>
public sealed record Tally(int Errors, int Warnings, int Hints)
{
    /// <summary>Whether there are none.</summary>
    public bool IsClean => Errors + Warnings + Hints == 0;

    /// <summary>Counts findings.</summary>
    public static Tally Of(IReadOnlyCollection<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var errors = findings.Count(finding => finding.Severity == Severity.Error);
        var warnings = findings.Count(finding => finding.Severity == Severity.Warning);
        return new Tally(errors, warnings, findings.Count - errors - warnings);
    }
}
