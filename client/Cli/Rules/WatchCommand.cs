using System.CommandLine;
using Validation.Client;

namespace Validation.Cli.Rules;

/// <summary>`validate rules watch`: prints each version as it comes into force, until it is stopped.</summary>
internal static class WatchCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal) =>
        new RuleCommand("watch", Texts.WatchDescription, "validate rules watch").Runs(terminal, WatchAsync);

    private static async Task<int> WatchAsync(ParseResult result, RuleSession session, CancellationToken cancellationToken)
    {
        var terminal = session.Terminal;
        var watcher = new RuleSetWatcher(session.Connection, terminal.Time)
        {
            ConnectionChanged = failure => terminal.Error.WriteLine(
                $"{Texts.Moment(terminal.Time, terminal.Time.GetUtcNow())}  {(failure is null ? Texts.Reconnected : Texts.ConnectionLost(failure))}"),
        };
        try
        {
            await foreach (var version in watcher.WatchAsync(string.Empty, cancellationToken))
            {
                var line = Texts.NewVersion(version);
                session.Lines.Paragraph(
                    0, Rendering.Words.None, new Rendering.Words($"{Texts.Moment(terminal.Time, terminal.Time.GetUtcNow())}  {line}"));
                await terminal.Output.FlushAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // This is how one ends it.
        }

        return ExitCode.Interrupted;
    }
}
