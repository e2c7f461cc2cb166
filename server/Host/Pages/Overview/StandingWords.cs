using Validation.Server.Archive;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Pages.Overview;

/// <summary>How a body stands in a year, in a word, with a sign and a class that tell the same.</summary>
/// <param name="Text">The word.</param>
/// <param name="Sign">The sign: what colour says is said by it, too.</param>
/// <param name="Look">The class of the style sheet.</param>
public sealed record StandingWords(string Text, string Sign, string Look)
{
    public static readonly StandingWords Accepted = new(OverviewTexts.Accepted, "✓", "accepted");
    public static readonly StandingWords Rejected = new(OverviewTexts.Rejected, "✗", "rejected");
    public static readonly StandingWords Undecided = new(OverviewTexts.Undecided, "？", "undecided");
    public static readonly StandingWords Missing = new(OverviewTexts.Missing, "－", "unchecked");

    // Nobody expects one of a body that the list does not have.
    private static readonly StandingWords None = new(OverviewTexts.None, "", "unchecked");

    /// <summary>The word for a verdict.</summary>
    public static StandingWords Of(Verdict verdict)
    {
        return verdict switch
        {
            Verdict.Accept => Accepted,
            Verdict.Reject => Rejected,
            _ => Undecided,
        };
    }

    /// <summary>The word for a cell of the table.</summary>
    public static StandingWords Of(StandingRow row, FiledCell? cell)
    {
        return cell is not null ? Of(cell.Verdict) : row.IsListed ? Missing : None;
    }
}
