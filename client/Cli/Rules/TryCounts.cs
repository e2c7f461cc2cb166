using Validation.Client.Connection;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>The changes that a candidate makes to many drafts, in numbers.</summary>
internal sealed record TryCounts
{
    /// <summary>Drafts that come out the same.</summary>
    public int Same { get; init; }

    /// <summary>Drafts that come out differently.</summary>
    public int Different { get; init; }

    /// <summary>Drafts without an answer.</summary>
    public int NotChecked { get; init; }

    /// <summary>How many findings the candidate adds.</summary>
    public int Appear { get; init; }

    /// <summary>How many findings the candidate removes.</summary>
    public int Vanish { get; init; }

    /// <summary>How many findings are in both answers and say something else.</summary>
    public int Change { get; init; }

    /// <summary>Drafts by the change of their verdict.</summary>
    public IReadOnlyDictionary<(Verdict Before, Verdict After), int> Verdicts { get; init; } =
        new Dictionary<(Verdict Before, Verdict After), int>();

    /// <summary>The number of drafts that were tried.</summary>
    public int All => Same + Different + NotChecked;

    /// <summary>Whether the candidate changes the findings or the verdict of a draft.</summary>
    public static bool Differs(TryReply reply) => reply.Changes.Count > 0 || reply.VerdictBefore != reply.VerdictAfter;

    /// <summary>The counts with one more draft.</summary>
    public TryCounts With(TrialOutcome outcome)
    {
        if (outcome.Reply is not { } reply)
        {
            return this with { NotChecked = NotChecked + 1 };
        }

        if (!Differs(reply))
        {
            return this with { Same = Same + 1 };
        }

        return this with
        {
            Different = Different + 1,
            Appear = Appear + reply.Changes.Count(change => change.Before is null),
            Vanish = Vanish + reply.Changes.Count(change => change.After is null),
            Change = Change + reply.Changes.Count(change => change.Before is not null && change.After is not null),
            Verdicts = With((reply.VerdictBefore, reply.VerdictAfter)),
        };
    }

    private IReadOnlyDictionary<(Verdict Before, Verdict After), int> With((Verdict Before, Verdict After) step)
    {
        if (step.Before == step.After)
        {
            return Verdicts;
        }

        return new Dictionary<(Verdict Before, Verdict After), int>(Verdicts) { [step] = Verdicts.GetValueOrDefault(step) + 1 };
    }
}
