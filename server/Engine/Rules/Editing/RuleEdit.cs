using Validation.V1;

namespace Validation.Engine.Rules.Editing;

/// <summary>What an administrator wants to change of a rule. What is null stays as it is.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Reason">Why, for the files; one line.</param>
public sealed record RuleEdit(string RuleId, string Reason)
{
    /// <summary>True switches the rule off, false on again. Null: as it is.</summary>
    public bool? Off { get; init; }

    /// <summary>The weight. Null: as it is.</summary>
    public Level? Severity { get; init; }

    /// <summary>The last day of the trial. Null: as it is.</summary>
    public DateOnly? Trial { get; init; }

    /// <summary>True: the trial that the overlay gives ends.</summary>
    public bool EndsTrial { get; init; }

    /// <summary>Parameters and their new values, as people write them.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>An overlay after a change.</summary>
/// <param name="Files">All files of the overlay, those that did not change byte for byte. Empty where there is a problem.</param>
/// <param name="Problem">Why the change cannot be made, in Chinese. Empty: it was made.</param>
public sealed record EditedOverlay(IReadOnlyList<RuleFile> Files, string Problem);
