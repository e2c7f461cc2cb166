using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>What came of trying a candidate on one draft: a reply, a draft that could not be read, or a server that failed.</summary>
/// <param name="Draft">The draft; null: the outcome is about the whole trial, and is its last.</param>
/// <param name="Reply">What the server says; without a draft: what is wrong with the candidate. Null: it said nothing.</param>
/// <param name="Problem">Why there is no reply, in Chinese; null: there is one.</param>
/// <param name="Failure">What went wrong with the server; null: nothing did.</param>
public sealed record TrialOutcome(Draft? Draft, TryReply? Reply, string? Problem, RuleCallFailure? Failure)
{
    /// <summary>The outcome of a draft that the server tried the candidate on.</summary>
    public static TrialOutcome Answered(Draft draft, TryReply reply) => new(draft, reply, null, null);

    /// <summary>The outcome of a draft that could not be read and was not sent.</summary>
    public static TrialOutcome NotSent(Draft draft, string problem) => new(draft, null, problem, null);

    /// <summary>The outcome of a candidate with problems: no draft was checked.</summary>
    public static TrialOutcome Refused(TryReply reply) => new(null, reply, null, null);

    /// <summary>The outcome of a trial whose server was lost, or refuses it.</summary>
    public static TrialOutcome Lost(RuleCallFailure failure) => new(null, null, failure.Message, failure);
}
