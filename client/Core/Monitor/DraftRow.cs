using Validation.Client.Drafts;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Monitor;

/// <summary>A draft on the page of all drafts.</summary>
/// <param name="Draft">What is known of it.</param>
internal sealed record DraftRow(KnownDraft Draft)
{
    /// <summary>The report; null: there is none.</summary>
    public string? Report { get; init; }

    /// <summary>What opens the draft with comments; null: nothing does.</summary>
    public ProgramAddress? Comments { get; init; }

    /// <summary>The group that it is shown in.</summary>
    public DraftGroup Group => Draft switch
    {
        { IsCounted: true } => DraftGroup.Problems,
        { Checked: null } or { Waits: not null } => DraftGroup.Waiting,
        _ => DraftGroup.Others,
    };

    /// <summary>The class of the state.</summary>
    public string Look => Draft.Checked?.Verdict switch
    {
        null => "unchecked",
        Verdict.Accept => "accepted",
        Verdict.Reject => "rejected",
        _ => "undecided",
    };

    /// <summary>The state in words.</summary>
    public string State => Draft.Checked switch
    {
        null => Draft.Waits is null ? DraftsTexts.NeverChecked : DraftsTexts.Waiting,
        { Verdict: { } verdict } => VerdictWords.Of(verdict),
        _ => VerdictWords.NotChecked,
    };

    /// <summary>What is most important about it: why it waits, the mend that is known, the worst finding, or why there is no verdict.
    /// </summary>
    public IReadOnlyList<string> Remarks
    {
        get
        {
            var parts = new List<string> { Draft.Waits ?? string.Empty };
            if (Draft.Checked is { } known)
            {
                // The verdict has a column of its own; the summary says the rest.
                parts.AddRange([known.Lead, known.Worst.Length > 0 || known.Verdict is Verdict.Accept ? known.Worst : known.Summary]);
            }

            return [.. parts.Where(part => part.Length > 0)];
        }
    }
}

/// <summary>The groups of drafts on the page, in their order.</summary>
internal enum DraftGroup
{
    /// <summary>Drafts that the icon counts.</summary>
    Problems,

    /// <summary>Drafts without an answer about their newest version.</summary>
    Waiting,

    /// <summary>All others: accepted, or not of the last days.</summary>
    Others,
}
