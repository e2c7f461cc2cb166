using Validation.Engine.Rules.Facts;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>One place where a rule found something.</summary>
/// <param name="Message">What is wrong, with the numbers in it, in Chinese.</param>
internal sealed record Match(string Message)
{
    /// <summary>The cells that the finding is about, in the order of the message.</summary>
    public IReadOnlyList<CellFact> Cells { get; init; } = [];

    /// <summary>The section that the finding belongs to, 1 to 6; 0 for the whole document.</summary>
    public int Section { get; init; }

    /// <summary>The place in the document. Null: there is none.</summary>
    public Location? Location { get; init; }

    /// <summary>The expected value, as the finding shows it. Empty: the rule does not say.</summary>
    public string Expected { get; init; } = string.Empty;

    /// <summary>What the document has in that place, as the finding shows it; empty: the rule does not say.</summary>
    public string Actual { get; init; } = string.Empty;

    /// <summary>The advice how to mend it. Empty: the rule gives none.</summary>
    public string Mend { get; init; } = string.Empty;

    /// <summary>Words of the document by which a match without cells is told from others of the same rule. Never a line number.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>The passage of another report that says the same. Null: there is none.</summary>
    public TwinFact? Twin { get; init; }

    /// <summary>A lower level than the rule's, for a match that is doubtful. Null: the rule's own level.</summary>
    public Level? Severity { get; init; }
}
