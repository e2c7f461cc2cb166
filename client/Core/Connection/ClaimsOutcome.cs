using Validation.V1;

namespace Validation.Client;

/// <summary>What came of reading sentences: exactly one of reply and failure is set.</summary>
public sealed record ClaimsOutcome
{
    internal ClaimsOutcome(ReadClaimsReply? reply, CheckFailure? failure)
    {
        Reply = reply;
        Failure = failure;
    }

    /// <summary>What the server says; null: it said nothing.</summary>
    public ReadClaimsReply? Reply { get; }

    /// <summary>Why there is no reply; null: there is one.</summary>
    public CheckFailure? Failure { get; }
}
