using Validation.V1;

namespace Validation.Engine.Rules.Files;

/// <summary>A rule's own test.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Line">The line in its file.</param>
/// <param name="Report">Makes the report, as far as it matters. Null: there is a whole document.</param>
/// <param name="Document">A whole document, as plain text. Null: there is a report.</param>
/// <param name="Findings">What the rule must find, no more and no less, in any order.</param>
/// <param name="Text">The report or document as written, for people.</param>
internal sealed record TestDefinition(
    string Name, int Line, Func<Report>? Report, string? Document, IReadOnlyList<ExpectedFinding> Findings, string Text);

/// <summary>A finding that a test expects. What is null is not compared.</summary>
internal sealed record ExpectedFinding
{
    /// <summary>Cells that must be among the finding's.</summary>
    public IReadOnlyList<string>? Cells { get; init; }

    /// <summary>Words that the message must hold.</summary>
    public string? Message { get; init; }

    public Level? Severity { get; init; }

    public int? Section { get; init; }

    public string? Actual { get; init; }

    public string? Expected { get; init; }
}
