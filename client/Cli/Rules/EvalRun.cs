using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Validation.Cli.Lines;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>One run of `validate rules eval`.</summary>
/// <param name="session">The server and the terminal.</param>
/// <param name="evaluator">Asks the server.</param>
/// <param name="json">Programs read the value of a single expression: it is printed as those of many are.</param>
internal sealed class EvalRun(RuleSession session, Evaluator evaluator, bool json)
{
    /// <summary>Evaluates one expression and prints its value.</summary>
    public async Task<int> OneAsync(string expression, CancellationToken cancellationToken)
    {
        if (await evaluator.AskAsync([InputLines.Check(expression, Evaluator.Problems)], cancellationToken) is not [var value])
        {
            return session.Fail(evaluator.Lost!);
        }

        if (json)
        {
            await session.Terminal.Output.WriteAsync(Format([value]), cancellationToken);
            return Error(value) is null ? ExitCode.Done : ExitCode.Refused;
        }

        foreach (var hint in value.Hints)
        {
            await session.Terminal.Error.WriteLineAsync(RuleTexts.Hint(hint));
        }

        if (Error(value) is { } error)
        {
            // An expression whose value is an error is a normal result of this command.
            await session.Terminal.Output.WriteAsync($"error: {error}\n");
            return ExitCode.Refused;
        }

        await session.Terminal.Output.WriteAsync(OneLine(value.Json) + "\n");
        return ExitCode.Done;
    }

    /// <summary>Evaluates line after line. What has come is answered without waiting for more; what comes meanwhile is taken
    /// together.</summary>
    public async Task<int> LinesAsync(Stream input, CancellationToken cancellationToken)
    {
        await foreach (var batch in new LineBatches(new InputLines(input, Evaluator.Problems)).ReadAsync(cancellationToken))
        {
            if (await evaluator.AskAsync(batch, cancellationToken) is not { } values)
            {
                return session.Fail(evaluator.Lost!);
            }

            await session.Terminal.Output.WriteAsync(Format(values), cancellationToken);
            await session.Terminal.Output.FlushAsync(cancellationToken);
        }

        return ExitCode.Done;
    }

    private static StringBuilder Format(IReadOnlyList<ExpressionValue> values)
    {
        var text = new StringBuilder();
        foreach (var value in values)
        {
            _ = Error(value) is { } error
                ? text.Append("{\"error\":\"").Append(Escape(error)).Append('"')
                : text.Append("{\"value\":").Append(OneLine(value.Json)).Append(",\"type\":\"").Append(Escape(value.Type)).Append('"');
            if (value.Hints.Count > 0)
            {
                text.Append(",\"hints\":[\"").AppendJoin("\",\"", value.Hints.Select(Escape)).Append("\"]");
            }

            text.Append("}\n");
        }

        return text;
    }

    private static string? Error(ExpressionValue value) => value switch
    {
        { Error.Length: > 0 } => value.Error,
        { Json.Length: 0 } => RuleTexts.NoValue,
        _ => null,
    };

    /// <summary>The JSON without line ends, which stand only between its tokens.</summary>
    private static string OneLine(string json) => json.Replace('\n', ' ').Replace('\r', ' ');

    private static string Escape(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
}
