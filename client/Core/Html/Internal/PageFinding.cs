using Validation.V1;

namespace Validation.Client.Html.Internal;

/// <summary>A finding on the page.</summary>
internal sealed class PageFinding(int draft, int number, Finding finding, IReadOnlySet<string> fresh)
{
    /// <summary>Its number among the findings of the draft, from 1.</summary>
    public int Number => number;

    /// <summary>What was found.</summary>
    public Finding Finding => finding;

    /// <summary>Where it stands on the page.</summary>
    public Anchor Anchor { get; } = Anchor.Finding(draft, number);

    /// <summary>Whether the last check had not found it.</summary>
    public bool IsFresh { get; } = finding.Fingerprint.Length > 0 && fresh.Contains(finding.Fingerprint);

    /// <summary>The class of its weight.</summary>
    public string Weight { get; } = ClassOf(finding.Severity);

    /// <summary>The class of a weight. One that this program does not know is a hint.</summary>
    public static string ClassOf(Level severity) => severity switch
    {
        Level.Error => "error",
        Level.Warning => "warning",
        _ => "hint",
    };
}
