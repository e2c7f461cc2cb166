using Google.Protobuf;
using Validation.Cli.Lines;
using Validation.Client.Connection;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>Has expressions evaluated. Whatever the server does not take becomes the error of that expression alone.</summary>
/// <param name="connection">The server.</param>
/// <param name="document">The draft whose facts are the variables; empty: none.</param>
/// <param name="fileName">Its file name.</param>
internal sealed class Evaluator(RuleConnection connection, ByteString document, string fileName) : LineAsker<ExpressionValue>
{
    /// <summary>What is said of expressions that cannot be sent.</summary>
    public static readonly LineProblems Problems = new(RuleTexts.ExpressionTooLong(InputLines.MostCharacters), RuleTexts.ExpressionEmpty);

    /// <summary>Why the server can no longer be asked; null: it can.</summary>
    public RuleCallFailure? Lost { get; private set; }

    /// <inheritdoc/>
    protected override async Task<LineReply<ExpressionValue>> AskOnceAsync(
        IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var request = new EvaluateRequest { Expressions = { texts }, Document = document, FileName = fileName };
        if ((await connection.EvaluateAsync(request, cancellationToken)).TryGet(out var reply, out var failure))
        {
            return new(reply.Values, string.Empty, IsOver: false);
        }

        var isOver = failure.Kind is RuleFailureKind.ServerUnreachable or RuleFailureKind.ServerUntrusted
            or RuleFailureKind.NotSupported or RuleFailureKind.KeyRefused;
        Lost = isOver ? failure : null;
        return new(null, failure.Message, isOver);
    }

    /// <inheritdoc/>
    protected override ExpressionValue Wrong(string? problem) => new() { Error = problem ?? RuleTexts.NoValue };
}
