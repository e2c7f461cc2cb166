using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>What a rule is called and how much it weighs.</summary>
/// <param name="Id">The id, such as "t3-balance". Stable, and never used again for another rule.</param>
/// <param name="Title">The title, in Chinese.</param>
/// <param name="Severity">How much a finding of this rule weighs.</param>
/// <param name="Basis">The legal or formal basis, in Chinese.</param>
public sealed record RuleHeader(string Id, string Title, Severity Severity, string Basis);

/// <summary>One rule. Implementations hold no state: a rule serves any number of reports at once.</summary>
public interface IRule
{
    /// <summary>What the rule is called and how much it weighs.</summary>
    RuleHeader Header { get; }

    /// <summary>Looks at a report and yields what is wrong with it. The report is not changed.</summary>
    IEnumerable<Match> Check(Report report);
}

/// <summary>One place where a rule found something.</summary>
/// <param name="Message">What is wrong, with the numbers in it, in Chinese.</param>
public sealed record Match(string Message)
{
    /// <summary>The paths of the cells that take part, in the order of the message.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];

    /// <summary>The section concerned, 1 to 6; 0 for the whole document.</summary>
    public int Section { get; init; }

    /// <summary>The place, where it is not that of the first cell. Null: the first cell's, if any.</summary>
    public Location? Location { get; init; }

    /// <summary>What should stand there.</summary>
    public string Expected { get; init; } = string.Empty;

    /// <summary>What stands there.</summary>
    public string Actual { get; init; } = string.Empty;

    /// <summary>What would mend it, where the rule itself knows.</summary>
    public string? Mend { get; init; }

    /// <summary>What tells this match from others of the rule when it has no cells: words of the document, never a line number.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>A lower weight than the rule's, for a match that is doubtful. Null: the rule's.</summary>
    public Severity? Severity { get; init; }
}
