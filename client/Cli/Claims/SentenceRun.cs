using System.Text;
using Validation.Cli.Lines;
using Validation.Cli.Rendering;

namespace Validation.Cli.Claims;

/// <summary>One run of `validate claims -`.</summary>
/// <param name="terminal">Where it prints.</param>
/// <param name="asker">Asks the server.</param>
internal sealed class SentenceRun(Terminal terminal, SentenceAsker asker)
{
    /// <summary>Reads line after line. What has come is answered without waiting for more; what comes meanwhile is taken
    /// together.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(Stream input, CancellationToken cancellationToken)
    {
        var lines = new InputLines(input, SentenceAsker.Problems);
        await foreach (var batch in new LineBatches(lines).ReadAsync(cancellationToken))
        {
            if (await asker.AskAsync(batch, cancellationToken) is not { } answers)
            {
                await terminal.Error.WriteLineAsync(ServerTrouble.Sentence(asker.Lost!));
                return ExitCode.NotRun;
            }

            var text = new StringBuilder();
            foreach (var answer in answers)
            {
                var line = answer.Problem is { } problem ? ClaimJson.OfProblem(problem) : ClaimJson.OfSentence(answer.Claims);
                text.Append(line).Append('\n');
            }

            await terminal.Output.WriteAsync(text, cancellationToken);
            await terminal.Output.FlushAsync(cancellationToken);
        }

        return ExitCode.Done;
    }
}
