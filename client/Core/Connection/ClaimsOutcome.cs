using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>The outcome of reading sentences: exactly one of reply and failure is set.</summary>
public sealed record ClaimsOutcome
{
    internal ClaimsOutcome(ReadClaimsReply? reply, CheckFailure? failure)
    {
        Reply = reply;
        Failure = failure;
    }

    /// <summary>The server's reply; null: there is none.</summary>
    public ReadClaimsReply? Reply { get; }

    /// <summary>Why there is no reply; null: there is one.</summary>
    public CheckFailure? Failure { get; }
}
