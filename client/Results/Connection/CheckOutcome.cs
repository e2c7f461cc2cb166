using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>The outcome of checking one draft: exactly one of reply and failure is set.</summary>
public sealed record CheckOutcome
{
    private CheckOutcome(DraftName draft, ValidateReply? reply, CheckFailure? failure)
    {
        Draft = draft;
        Reply = reply;
        Failure = failure;
    }

    /// <summary>The draft that was to be checked.</summary>
    public DraftName Draft { get; }

    /// <summary>The server's reply; null: there is none.</summary>
    public ValidateReply? Reply { get; }

    /// <summary>Why there is no reply; null: there is one.</summary>
    public CheckFailure? Failure { get; }

    /// <summary>The outcome of a draft that the server answered.</summary>
    public static CheckOutcome Answered(DraftName draft, ValidateReply reply) => new(draft, reply, null);

    /// <summary>The outcome of a draft that has no reply.</summary>
    public static CheckOutcome Failed(DraftName draft, CheckFailure failure) => new(draft, null, failure);
}
