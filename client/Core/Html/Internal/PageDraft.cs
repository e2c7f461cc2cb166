using Validation.Template;
using Validation.V1;

namespace Validation.Client.Html.Internal;

/// <summary>A draft on the page: its outcome, and what the parts of the page need to know of it.</summary>
internal sealed class PageDraft
{
    private PageDraft(int number, CheckOutcome outcome, DateTimeOffset checkedAt, IReadOnlySet<string> fresh)
    {
        Number = number;
        Outcome = outcome;
        CheckedAt = checkedAt;
        Findings = [.. (outcome.Reply?.Findings ?? []).Select((finding, i) => new PageFinding(number, i + 1, finding, fresh))];
        Report = outcome.Reply?.Report is { } report ? Whole(report) : null;
        Marks = new CellMarks(Findings);
    }

    /// <summary>The draft's number on the page, from 1.</summary>
    public int Number { get; }

    /// <summary>What came of it.</summary>
    public CheckOutcome Outcome { get; }

    /// <summary>When that was.</summary>
    public DateTimeOffset CheckedAt { get; }

    /// <summary>The findings with their numbers.</summary>
    public IReadOnlyList<PageFinding> Findings { get; }

    /// <summary>The report as it was read, each of its 200 cells set. Null: there is none.</summary>
    public Report? Report { get; }

    /// <summary>Which findings are about which cells.</summary>
    public CellMarks Marks { get; }

    /// <summary>Prepares an outcome for the page.</summary>
    public static PageDraft Of(int number, CheckOutcome outcome, DateTimeOffset checkedAt, IReadOnlySet<string>? fresh) =>
        new(number, outcome, checkedAt, fresh ?? new HashSet<string>());

    /// <summary>A reply may lack parts: then their cells are missing.</summary>
    private static Report Whole(Report report)
    {
        var whole = ReportTemplate.NewReport();
        whole.MergeFrom(report);
        return whole;
    }
}
