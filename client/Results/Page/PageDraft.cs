using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Wording;
using Validation.Form;
using Validation.V1;

namespace Validation.Client.Page;

/// <summary>A draft on the page: its outcome, and what all parts of the page need of it.</summary>
internal sealed class PageDraft
{
    private PageDraft(
        int number, CheckOutcome outcome, DateTimeOffset checkedAt, FindingComparison? comparison, string? file, ProgramAddress? comments,
        bool isTriable)
    {
        Comments = comments;
        IsTriable = isTriable;
        Number = number;
        Outcome = outcome;
        CheckedAt = checkedAt;
        FilePath = file ?? outcome.Draft.FilePath;
        Changes = comparison?.Changes;
        Findings = [.. (outcome.Reply?.Findings ?? []).Select(
            (finding, i) => new PageFinding(number, i + 1, finding, comparison?.New.Contains(finding) ?? false))];
        Report = outcome.Reply?.Report is { } report ? Whole(report) : null;
        Marks = new CellMarks(Findings);
    }

    /// <summary>The draft's number on the page, from 1.</summary>
    public int Number { get; }

    /// <summary>The outcome of the check.</summary>
    public CheckOutcome Outcome { get; }

    /// <summary>The time of the check, by the client's clock.</summary>
    public DateTimeOffset CheckedAt { get; }

    /// <summary>Where the draft stands, as it was given. Null: not in a file, or not known.</summary>
    public string? FilePath { get; }

    /// <summary>What opens the draft with comments; null: nothing does.</summary>
    public ProgramAddress? Comments { get; }

    /// <summary>Whether suggestions have buttons that try them, which send a form of the page around.</summary>
    public bool IsTriable { get; }

    /// <summary>How the findings differ from those of the check before; null: there was none.</summary>
    public FindingChanges? Changes { get; }

    /// <summary>The findings with their numbers.</summary>
    public IReadOnlyList<PageFinding> Findings { get; }

    /// <summary>The report as it was read, each of its 200 cells set. Null: there is none.</summary>
    public Report? Report { get; }

    /// <summary>Which findings are about which cells.</summary>
    public CellMarks Marks { get; }

    /// <summary>Prepares an outcome for the page.</summary>
    public static PageDraft Of(
        int number, CheckOutcome outcome, DateTimeOffset checkedAt, FindingComparison? comparison, string? file,
        ProgramAddress? comments, bool isTriable = false) =>
        new(number, outcome, checkedAt, comparison, file, comments, isTriable);

    /// <summary>The report with all its parts; cells of parts that the reply lacks are missing.</summary>
    private static Report Whole(Report report)
    {
        var whole = ReportTemplate.NewReport();
        whole.MergeFrom(report);
        return whole;
    }
}
