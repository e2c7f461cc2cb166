using Spectre.Console;
using Validation.Client;

namespace Validation.Cli.Commands;

/// <summary>Has drafts checked, with a progress bar when there are many and somebody looks.</summary>
internal static class CheckProgress
{
    private const int Many = 5;

    /// <summary>Checks the drafts.</summary>
    /// <returns>One outcome for each draft, in the order given.</returns>
    public static async Task<IReadOnlyList<CheckOutcome>> ShowAsync(
        Terminal terminal, IReadOnlyList<Draft> drafts, ValidationConnection connection, CancellationToken cancellationToken)
    {
        if (!terminal.Progress || drafts.Count < Many)
        {
            return await CheckAsync(drafts, connection, () => { }, cancellationToken);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return await console.Progress().AutoClear(true).StartAsync(progress =>
        {
            var task = progress.AddTask(Texts.Checking, maxValue: drafts.Count);
            return CheckAsync(drafts, connection, () => task.Increment(1), cancellationToken);
        });
    }

    private static async Task<IReadOnlyList<CheckOutcome>> CheckAsync(
        IReadOnlyList<Draft> drafts, ValidationConnection connection, Action checkedOne, CancellationToken cancellationToken)
    {
        if (drafts is [var only])
        {
            return [await connection.CheckAsync(only, cancellationToken)];
        }

        var outcomes = new Dictionary<Draft, CheckOutcome>(drafts.Count);
        await foreach (var outcome in connection.CheckAllAsync(drafts, cancellationToken))
        {
            outcomes[outcome.Draft] = outcome;
            checkedOne();
        }

        return [.. drafts.Select(draft => outcomes[draft])];
    }
}
