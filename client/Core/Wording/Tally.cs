using Validation.V1;

namespace Validation.Client.Wording;

/// <summary>How many findings of a draft there are of each weight. A weight that this program does not know counts as a hint.</summary>
/// <param name="Errors">Findings of level error.</param>
/// <param name="Warnings">Warnings.</param>
/// <param name="Hints">Hints.</param>
public sealed record Tally(int Errors, int Warnings, int Hints)
{
    /// <summary>Whether there is no finding at all.</summary>
    public bool IsClean => Errors + Warnings + Hints == 0;

    /// <summary>Such as "错误 2 处，警告 7 处"; what there is none of is left out. Empty: nothing was found.</summary>
    public string Text => Texts.Tally(this);

    /// <summary>Counts findings.</summary>
    public static Tally Of(IReadOnlyCollection<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var errors = findings.Count(finding => finding.Severity == Level.Error);
        var warnings = findings.Count(finding => finding.Severity == Level.Warning);
        return new Tally(errors, warnings, findings.Count - errors - warnings);
    }
}
