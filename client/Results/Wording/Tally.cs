using Validation.V1;

namespace Validation.Client.Wording;

/// <summary>How many findings of a draft there are of each weight. A weight that this program does not know counts as a hint.</summary>
/// <param name="Errors">Findings of level error.</param>
/// <param name="Warnings">Warnings.</param>
/// <param name="Hints">Hints.</param>
public sealed record Tally(int Errors, int Warnings, int Hints)
{
    /// <summary>Findings of any weight that were accepted: they are not among the others.</summary>
    public int Accepted { get; init; }

    /// <summary>Whether there is no finding at all.</summary>
    public bool IsClean => Errors + Warnings + Hints + Accepted == 0;

    /// <summary>Such as "错误 2 处，警告 7 处"; what there is none of is left out. Empty: nothing was found.</summary>
    public string Text => WordingTexts.Tally(this);

    /// <summary>Counts findings by the level that is in force, accepted ones apart.</summary>
    public static Tally Of(IReadOnlyCollection<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var accepted = findings.Count(finding => finding.Accepted is not null);
        var errors = findings.Count(finding => finding.Severity == Level.Error && finding.Accepted is null);
        var warnings = findings.Count(finding => finding.Severity == Level.Warning && finding.Accepted is null);
        return new Tally(errors, warnings, findings.Count - accepted - errors - warnings) { Accepted = accepted };
    }
}
