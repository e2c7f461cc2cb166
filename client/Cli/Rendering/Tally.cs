using Validation.V1;

namespace Validation.Cli.Rendering;

/// <summary>How many findings there are of each weight. A weight that this program does not know counts as a hint.</summary>
internal sealed record Tally(int Errors, int Warnings, int Hints)
{
    public bool IsClean => Errors + Warnings + Hints == 0;

    public static Tally Of(IReadOnlyCollection<Finding> findings)
    {
        var errors = findings.Count(finding => finding.Severity == Severity.Error);
        var warnings = findings.Count(finding => finding.Severity == Severity.Warning);
        return new Tally(errors, warnings, findings.Count - errors - warnings);
    }
}
