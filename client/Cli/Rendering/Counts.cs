using Validation.Client;
using Validation.V1;

namespace Validation.Cli.Rendering;

/// <summary>How a batch of drafts came out; each draft counts once.</summary>
internal sealed record Counts(int Accepted, int Rejected, int NotDecided, int NotChecked)
{
    public static Counts None { get; } = new(0, 0, 0, 0);

    public int All => Accepted + Rejected + NotDecided + NotChecked;

    public int Answered => All - NotChecked;

    public static Counts Of(IEnumerable<CheckOutcome> outcomes) => outcomes.Aggregate(None, (counts, outcome) => counts.With(outcome));

    public Counts With(CheckOutcome outcome) => outcome.Reply?.Verdict switch
    {
        null => this with { NotChecked = NotChecked + 1 },
        Verdict.Accept => this with { Accepted = Accepted + 1 },
        Verdict.Reject => this with { Rejected = Rejected + 1 },
        _ => this with { NotDecided = NotDecided + 1 },
    };
}
