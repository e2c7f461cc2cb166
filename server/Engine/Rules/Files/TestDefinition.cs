using Validation.V1;

namespace Validation.Engine.Rules.Files;

/// <summary>A rule's own test.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Line">The line in its file.</param>
/// <param name="Report">Makes the report, as far as it matters. Null: there is a whole document.</param>
/// <param name="Document">A whole document, as plain text. Null: there is a report.</param>
/// <param name="Findings">What the rule must find, no more and no less, in any order.</param>
/// <param name="Text">The report or document as written, for people.</param>
/// <param name="Related">Makes the reports that the test's report is compared with.</param>
internal sealed record TestDefinition(
    string Name, int Line, Func<Report>? Report, string? Document, IReadOnlyList<ExpectedFinding> Findings, string Text,
    Func<RelatedReports> Related);

/// <summary>A finding that a test expects. What is null is not compared.</summary>
/// <param name="Cells">Cells that must be among the finding's.</param>
/// <param name="Message">Words that the message must hold.</param>
/// <param name="Severity">The level.</param>
/// <param name="Section">The number of the section.</param>
/// <param name="Actual">What the document has.</param>
/// <param name="Expected">What it should have.</param>
internal sealed record ExpectedFinding(
    IReadOnlyList<string>? Cells, string? Message, Level? Severity, int? Section, string? Actual, string? Expected);
