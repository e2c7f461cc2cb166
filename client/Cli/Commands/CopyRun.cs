using Validation.Client.Connection;
using Validation.Client.Drafts;

namespace Validation.Cli.Commands;

/// <summary>Has copies of drafts made with comments, and writes them. What became of each is said beside the output.</summary>
/// <param name="terminal">Where it is said.</param>
/// <param name="plan">Where the copies go.</param>
internal sealed class CopyRun(Terminal terminal, CopyPlan plan)
{
    /// <summary>Makes and writes the copies, one after another.</summary>
    /// <param name="drafts">The drafts.</param>
    /// <param name="files">The file for the copy of each.</param>
    /// <param name="connection">The server.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether there is a copy of every draft.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<bool> RunAsync(
        IReadOnlyList<Draft> drafts, IReadOnlyList<string> files, ValidationConnection connection, CancellationToken cancellationToken)
    {
        var all = true;
        for (var i = 0; i < drafts.Count; i++)
        {
            var outcome = await connection.AnnotateAsync(drafts[i], cancellationToken);
            var problem = outcome.Failure?.Message
                ?? (outcome.Copy.IsEmpty ? outcome.Reply!.ReasonText : plan.Write(files[i], outcome));
            await terminal.Error.WriteLineAsync(problem is null
                ? CopyTexts.Written(outcome.Comments, files[i])
                : CopyTexts.NotAnnotated(drafts[i].Name, problem));
            all &= problem is null;
        }

        return all;
    }
}
