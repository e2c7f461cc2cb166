using System.Runtime.CompilerServices;
using Validation.Cli.Rendering;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Wording;

namespace Validation.Cli.Commands;

/// <summary>One run of `validate check`: has the drafts checked, prints the outcomes in the order given.</summary>
/// <param name="terminal">Where it prints.</param>
/// <param name="renderer">How it prints.</param>
/// <param name="timeout">How long each draft may take.</param>
/// <param name="byDocument">Whether findings are wanted in the order of the document, not errors first.</param>
/// <param name="copies">Where copies with comments go; null: none are wanted.</param>
internal sealed class CheckRun(Terminal terminal, IRenderer renderer, TimeSpan timeout, bool byDocument, CopyPlan? copies = null)
{
    /// <summary>Checks what the user wrote.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        DraftList list, IReadOnlyList<string> arguments, Server server, CancellationToken cancellationToken)
    {
        if (await list.OfAsync(arguments, cancellationToken) is not { } drafts)
        {
            return ExitCode.NotRun;
        }

        IReadOnlyList<string> files = [];
        var isFolder = arguments.Any(Directory.Exists);
        if (copies is not null)
        {
            files = copies.Files(drafts, isFolder, out var problem);
            if (problem is not null)
            {
                await terminal.Error.WriteLineAsync(problem);
                return ExitCode.NotRun;
            }
        }

        var options = new ConnectionOptions
        {
            Timeout = timeout, OmitReport = !renderer.ShowsReport, Trust = server.Trust, Key = server.Key,
        };
        using var connection = new ValidationConnection(server.Address, options);
        var code = await CheckAsync(drafts, connection, cancellationToken);
        return copies is null || code is ExitCode.NotRun or ExitCode.Interrupted
            ? code
            : await AnnotateAsync(drafts, files, connection, code, cancellationToken);
    }

    private async Task<int> AnnotateAsync(
        IReadOnlyList<Draft> drafts,
        IReadOnlyList<string> files,
        ValidationConnection connection,
        int code,
        CancellationToken cancellationToken)
    {
        try
        {
            var all = await new CopyRun(terminal, copies!).RunAsync(drafts, files, connection, cancellationToken);
            return all || code != ExitCode.Accepted ? code : ExitCode.NotDecided;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }

    private async Task<int> CheckAsync(IReadOnlyList<Draft> drafts, ValidationConnection connection, CancellationToken cancellationToken)
    {
        using var printer = new CheckPrinter(terminal, renderer, drafts.Count);
        try
        {
            await foreach (var outcome in OutcomesAsync(drafts, connection, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                printer.Print(byDocument ? FindingsByPlace.Of(outcome) : outcome);
            }

            printer.End();
            return ExitCode.Of(printer.Counts);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            printer.Stop();
            return ExitCode.Interrupted;
        }
    }

    private static async IAsyncEnumerable<CheckOutcome> OutcomesAsync(
        IReadOnlyList<Draft> drafts,
        ValidationConnection connection,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (drafts is [var only])
        {
            yield return await connection.CheckAsync(only, cancellationToken);
            yield break;
        }

        await foreach (var outcome in connection.CheckInOrderAsync(drafts, cancellationToken))
        {
            yield return outcome;
        }
    }
}
