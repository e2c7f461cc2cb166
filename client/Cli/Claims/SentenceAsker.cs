using Validation.Cli.Lines;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Cli.Claims;

/// <summary>The answer to one sentence: what it states, or why that is not known.</summary>
/// <param name="Claims">The counts; empty: there are none, or they are not known.</param>
/// <param name="Problem">Why they are not known; null: they are.</param>
internal sealed record SentenceAnswer(IReadOnlyList<Claim> Claims, string? Problem);

/// <summary>Has the counts of sentences read.</summary>
/// <param name="connection">The server.</param>
/// <param name="year">The year reported on; 0: each sentence's own.</param>
internal sealed class SentenceAsker(ValidationConnection connection, int year) : LineAsker<SentenceAnswer>
{
    /// <summary>What is said of sentences that cannot be sent.</summary>
    public static readonly LineProblems Problems = new(ClaimTexts.SentenceTooLong(InputLines.MostCharacters), Empty: null);

    /// <summary>Why the server can no longer be asked; null: it can.</summary>
    public CheckFailure? Lost { get; private set; }

    /// <inheritdoc/>
    protected override async Task<LineReply<SentenceAnswer>> AskOnceAsync(
        IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var outcome = await connection.ReadClaimsAsync(texts, year, cancellationToken);
        if (outcome.Reply is { } reply)
        {
            return new([.. reply.Sentences.Select(read => new SentenceAnswer(read.Claims, null))], string.Empty, IsOver: false);
        }

        var failure = outcome.Failure!;
        var isOver = failure.Kind is FailureKind.ServerUnreachable or FailureKind.ServerUntrusted or FailureKind.WrongServer
            or FailureKind.KeyRefused;
        Lost = isOver ? failure : null;
        return new(null, failure.Message, isOver);
    }

    /// <inheritdoc/>
    protected override SentenceAnswer Wrong(string? problem) => new([], problem ?? ClaimTexts.NoClaims);
}
