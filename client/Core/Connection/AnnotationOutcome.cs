using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>The outcome of annotating one draft: exactly one of reply and failure is set.</summary>
public sealed record AnnotationOutcome
{
    private AnnotationOutcome(ValidateReply? reply, CheckFailure? failure)
    {
        (Reply, Failure) = (reply, failure);
    }

    /// <summary>The server's reply to the draft, without the report; null: there is none.</summary>
    public ValidateReply? Reply { get; }

    /// <summary>The bytes of the draft that was sent.</summary>
    public ReadOnlyMemory<byte> Draft { get; init; }

    /// <summary>The copy with comments. Empty: there is none, and the reply says why the draft was not read.</summary>
    public ReadOnlyMemory<byte> Copy { get; private init; }

    /// <summary>How many comments the copy has more than the draft.</summary>
    public int Comments { get; private init; }

    /// <summary>Why there is no reply; null: there is one.</summary>
    public CheckFailure? Failure { get; }

    internal static AnnotationOutcome Answered(ValidateReply reply, ReadOnlyMemory<byte> copy, int comments) =>
        new(reply, null) { Copy = copy, Comments = comments };

    internal static AnnotationOutcome Failed(CheckFailure failure) => new(null, failure);
}
