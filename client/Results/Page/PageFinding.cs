using Validation.V1;

namespace Validation.Client.Page;

/// <summary>A finding on the page.</summary>
internal sealed class PageFinding(int draft, int number, Finding finding, bool isNew)
{
    /// <summary>Its number among the findings of the draft, from 1.</summary>
    public int Number => number;

    /// <summary>The finding as the reply brought it.</summary>
    public Finding Finding => finding;

    /// <summary>Where it stands on the page.</summary>
    public Anchor Anchor { get; } = Anchor.Finding(draft, number);

    /// <summary>Whether the last check had not found it.</summary>
    public bool IsNew => isNew;

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
