using Validation.Client.Connection;
using Validation.V1;

namespace Validation.Client.Wording;

/// <summary>The outcomes of a batch of drafts by verdict; each draft counts once.</summary>
/// <param name="Accepted">Drafts that passed.</param>
/// <param name="Rejected">Drafts with errors.</param>
/// <param name="NotDecided">Drafts with an answer and without a verdict.</param>
/// <param name="NotChecked">Drafts without an answer.</param>
public sealed record Counts(int Accepted, int Rejected, int NotDecided, int NotChecked)
{
    /// <summary>The counts before any draft: all zero.</summary>
    public static Counts None { get; } = new(0, 0, 0, 0);

    /// <summary>The number of drafts in all.</summary>
    public int All => Accepted + Rejected + NotDecided + NotChecked;

    /// <summary>The drafts with an answer.</summary>
    public int Answered => All - NotChecked;

    /// <summary>Such as "共 3 份：通过 1 份，须修改 2 份。"</summary>
    public string Text => WordingTexts.Counts(this);

    /// <summary>Counts the outcomes of drafts by verdict.</summary>
    public static Counts Of(IEnumerable<CheckOutcome> outcomes) => outcomes.Aggregate(None, (counts, outcome) => counts.With(outcome));

    /// <summary>The counts with one more draft.</summary>
    public Counts With(CheckOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Reply?.Verdict switch
        {
            null => this with { NotChecked = NotChecked + 1 },
            Verdict.Accept => this with { Accepted = Accepted + 1 },
            Verdict.Reject => this with { Rejected = Rejected + 1 },
            _ => this with { NotDecided = NotDecided + 1 },
        };
    }

    /// <summary>Says that the user stopped a run, such as "已中断，还有 3 份没有检查。"</summary>
    /// <param name="left">The drafts that were not come to.</param>
    public static string Interrupted(int left) => WordingTexts.LeftUnchecked(left);
}
