using Google.Protobuf;
using Validation.Client;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>Has expressions evaluated. Whatever the server does not take becomes the error of that expression alone.</summary>
/// <param name="connection">The server.</param>
/// <param name="document">The draft whose facts are the variables; empty: none.</param>
/// <param name="fileName">Its file name.</param>
internal sealed class Evaluator(RuleConnection connection, ByteString document, string fileName)
{
    /// <summary>Why the server cannot be asked any more; null: it can.</summary>
    public RuleCallFailure? Lost { get; private set; }

    /// <summary>The values of the lines, in their order.</summary>
    /// <returns>Null: <see cref="Lost"/>.</returns>
    public async Task<IReadOnlyList<ExpressionValue>?> EvaluateAsync(
        IReadOnlyList<ExpressionLine> lines, CancellationToken cancellationToken)
    {
        var expressions = lines.Where(line => line.Problem is null).Select(line => line.Text).ToList();
        var values = new List<ExpressionValue>(expressions.Count);
        if (!await EvaluateAsync(expressions, values, cancellationToken))
        {
            return null;
        }

        var next = 0;
        return [.. lines.Select(line => line.Problem is null ? values[next++] : Wrong(line.Problem))];
    }

    /// <summary>Asks for all at once, and for each half by itself when the server does not want that.</summary>
    private async Task<bool> EvaluateAsync(List<string> expressions, List<ExpressionValue> values, CancellationToken cancellationToken)
    {
        if (expressions.Count == 0)
        {
            return true;
        }

        var request = new EvaluateRequest { Expressions = { expressions }, Document = document, FileName = fileName };
        if ((await connection.EvaluateAsync(request, cancellationToken)).TryGet(out var reply, out var failure))
        {
            values.AddRange(expressions.Select((_, i) => i < reply.Values.Count ? reply.Values[i] : Wrong(Texts.NoValue)));
            return true;
        }

        if (failure.Kind is RuleFailureKind.ServerUnreachable or RuleFailureKind.ServerUntrusted or RuleFailureKind.NotSupported
            or RuleFailureKind.KeyRefused)
        {
            Lost = failure;
            return false;
        }

        if (expressions.Count == 1)
        {
            values.Add(Wrong(failure.Message));
            return true;
        }

        var half = expressions.Count / 2;
        return await EvaluateAsync(expressions[..half], values, cancellationToken)
            && await EvaluateAsync(expressions[half..], values, cancellationToken);
    }

    private static ExpressionValue Wrong(string error) => new() { Error = error };
}
