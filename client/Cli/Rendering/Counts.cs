using Validation.Client;
using Validation.V1;

namespace Validation.Cli.Rendering;

/// <summary>How a batch of drafts came out; each draft counts once.</summary>
internal sealed record Counts(int Accepted, int Rejected, int NotDecided, int NotChecked)
{
    public int All => Accepted + Rejected + NotDecided + NotChecked;

    public static Counts Of(IReadOnlyCollection<CheckOutcome> outcomes)
    {
        var accepted = outcomes.Count(outcome => outcome.Reply?.Verdict == Verdict.Accept);
        var rejected = outcomes.Count(outcome => outcome.Reply?.Verdict == Verdict.Reject);
        var notChecked = outcomes.Count(outcome => outcome.Reply is null);
        return new Counts(accepted, rejected, outcomes.Count - accepted - rejected - notChecked, notChecked);
    }
}
