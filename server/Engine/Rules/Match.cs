using Validation.Engine.Rules.Facts;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>One place where a rule found something.</summary>
/// <param name="Message">What is wrong, with the numbers in it, in Chinese.</param>
internal sealed record Match(string Message)
{
    /// <summary>The cells that take part, in the order of the message.</summary>
    public IReadOnlyList<CellFact> Cells { get; init; } = [];

    /// <summary>The section concerned, 1 to 6; 0 for the whole document.</summary>
    public int Section { get; init; }

    /// <summary>The place. Null: nowhere.</summary>
    public Location? Location { get; init; }

    /// <summary>What should stand there.</summary>
    public string Expected { get; init; } = string.Empty;

    /// <summary>What stands there.</summary>
    public string Actual { get; init; } = string.Empty;

    /// <summary>What would mend it. Empty: the rule does not know.</summary>
    public string Mend { get; init; } = string.Empty;

    /// <summary>What tells this match from others of the rule when it has no cells: words of the document, never a line number.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>A lower weight than the rule's, for a match that is doubtful. Null: the rule's.</summary>
    public Level? Severity { get; init; }
}
