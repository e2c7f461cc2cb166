using Validation.Server.Pages.Rules;
using Validation.V1;

namespace Validation.Server.Pages.Editing;

/// <summary>What came of one press of a button in the editor. Everything that is not set was not asked for.</summary>
public sealed record EditResult
{
    /// <summary>Why it was not done. Empty: it was, or nothing was to be.</summary>
    public string Refused { get; init; } = "";

    /// <summary>The status of the answer.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>What is wrong with the text. Null: nobody has looked.</summary>
    public IReadOnlyList<PlacedProblem>? Problems { get; init; }

    /// <summary>How many rules there are with it; 0 where that is not known.</summary>
    public int Rules { get; init; }

    /// <summary>What publishing would change of the rules in force. Null: nobody has looked.</summary>
    public IReadOnlyList<RuleChange>? Changes { get; init; }

    /// <summary>Tests that went as they should. Null: none was run.</summary>
    public int? Passed { get; init; }

    /// <summary>Tests that did not.</summary>
    public IReadOnlyList<PlacedProblem> Failures { get; init; } = [];

    /// <summary>What was published. Null: nothing.</summary>
    public Publication? Published { get; init; }

    /// <summary>What was proposed, and waits for a second person. Null: nothing.</summary>
    public Publication? Proposed { get; init; }

    /// <summary>True: it is in force already.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>True: a rule failed in a trial, and whoever insists may publish it all the same.</summary>
    public bool MayForce { get; init; }

    /// <summary>What somebody else has published meanwhile. Null: nothing.</summary>
    public OtherChange? Other { get; init; }

    /// <summary>What it changes on single reports. Null: it was tried on none.</summary>
    public IReadOnlyList<TryReply>? Tried { get; init; }

    /// <summary>What it changes on the reports on file. Null: it was not tried on them.</summary>
    public TryRulesSummary? Summary { get; init; }

    /// <summary>Whether whoever looks may also look at the reports that it was tried on.</summary>
    public bool LinksReports { get; init; }
}

/// <summary>Something to see to at a place of the text.</summary>
/// <param name="Line">The line of the whole text, from 1.</param>
/// <param name="Column">The column, from 1; 0 for the whole line.</param>
/// <param name="File">The file.</param>
/// <param name="FileLine">The line in the file; 0 for the whole file.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="RuleId">The rule. Empty: none.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record PlacedProblem(int Line, int Column, string File, int FileLine, Level Severity, string RuleId, string Message)
{
    /// <summary>A problem of the rules.</summary>
    public static PlacedProblem Of(RuleProblem problem, OverlayText text)
    {
        return new PlacedProblem(
            text.LineOf(problem.File, problem.Line), problem.Column, problem.File, problem.Line, problem.Severity, problem.RuleId,
            problem.Message);
    }

    /// <summary>A test that went wrong.</summary>
    public static PlacedProblem Of(TestFailure failure, OverlayText text)
    {
        return new PlacedProblem(
            text.LineOf(failure.File, failure.Line), 0, failure.File, failure.Line, Level.Error, failure.RuleId,
            EditingTexts.TestFailed(failure.Test, failure.Message));
    }
}

/// <summary>A change by somebody else.</summary>
/// <param name="From">The version that the text was made from.</param>
/// <param name="Publication">What is in force now. Null: it came with the server.</param>
/// <param name="Version">Its version.</param>
/// <param name="Text">The overlay in force now.</param>
/// <param name="Changes">What differs between the two versions. Null: the earlier one cannot be read any more.</param>
public sealed record OtherChange(
    string From, Publication? Publication, string Version, string Text, IReadOnlyList<RuleChange>? Changes);
