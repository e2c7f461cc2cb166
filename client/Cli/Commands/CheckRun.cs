using System.Runtime.CompilerServices;
using Validation.Cli.Rendering;
using Validation.Client;
using Validation.Client.Wording;

namespace Validation.Cli.Commands;

/// <summary>One run of `validate check`: has the drafts checked, prints the outcomes in the order given.</summary>
/// <param name="terminal">Where it prints.</param>
/// <param name="renderer">How it prints.</param>
/// <param name="timeout">How long each draft may take.</param>
/// <param name="byDocument">Whether findings are wanted in the order of the document, not errors first.</param>
internal sealed class CheckRun(Terminal terminal, IRenderer renderer, TimeSpan timeout, bool byDocument)
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

        var options = new ConnectionOptions
        {
            Timeout = timeout, OmitReport = !renderer.ShowsReport, Trust = server.Trust, Key = server.Key,
        };
        using var connection = new ValidationConnection(server.Address, options);
        return await CheckAsync(drafts, connection, cancellationToken);
    }

    private async Task<int> CheckAsync(IReadOnlyList<Draft> drafts, ValidationConnection connection, CancellationToken cancellationToken)
    {
        using var printer = new CheckPrinter(terminal, renderer, drafts.Count);
        try
        {
            await foreach (var outcome in OutcomesAsync(drafts, connection, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                printer.Print(byDocument ? DocumentOrder.Of(outcome) : outcome);
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
