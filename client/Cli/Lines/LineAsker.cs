namespace Validation.Cli.Lines;

/// <summary>What came of asking the server for several lines.</summary>
/// <param name="Answers">The answers in the order of the lines; null: there are none.</param>
/// <param name="Problem">Why there are none.</param>
/// <param name="IsOver">Whether there is no use in asking again.</param>
internal readonly record struct LineReply<T>(IReadOnlyList<T>? Answers, string Problem, bool IsOver)
    where T : class;

/// <summary>Has lines answered by the server. A line that the server refuses gets its own answer and does not stop the others.</summary>
/// <typeparam name="T">The answer to one line.</typeparam>
internal abstract class LineAsker<T>
    where T : class
{
    /// <summary>The answers to the lines, in their order.</summary>
    /// <returns>Null: the server cannot be asked any more.</returns>
    public async Task<IReadOnlyList<T>?> AskAsync(IReadOnlyList<InputLine> lines, CancellationToken cancellationToken)
    {
        var texts = lines.Where(line => line.Problem is null).Select(line => line.Text).ToList();
        var answers = new List<T>(texts.Count);
        if (!await AskAsync(texts, answers, cancellationToken))
        {
            return null;
        }

        var next = 0;
        return [.. lines.Select(line => line.Problem is null ? answers[next++] : Wrong(line.Problem))];
    }

    /// <summary>Sends the lines to the server in one call.</summary>
    protected abstract Task<LineReply<T>> AskOnceAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken);

    /// <summary>The answer for a line that the server did not answer.</summary>
    /// <param name="problem">Why; null: the server left it out.</param>
    protected abstract T Wrong(string? problem);

    /// <summary>Sends all lines in one call; where the server refuses that, each half by itself.</summary>
    private async Task<bool> AskAsync(List<string> texts, List<T> answers, CancellationToken cancellationToken)
    {
        if (texts.Count == 0)
        {
            return true;
        }

        var reply = await AskOnceAsync(texts, cancellationToken);
        if (reply.Answers is { } given)
        {
            answers.AddRange(texts.Select((_, i) => i < given.Count ? given[i] : Wrong(null)));
            return true;
        }

        if (reply.IsOver)
        {
            return false;
        }

        if (texts.Count == 1)
        {
            answers.Add(Wrong(reply.Problem));
            return true;
        }

        var half = texts.Count / 2;
        return await AskAsync(texts[..half], answers, cancellationToken) && await AskAsync(texts[half..], answers, cancellationToken);
    }
}
