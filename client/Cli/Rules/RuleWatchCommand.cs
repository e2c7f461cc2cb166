using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.Client.Connection;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>`validate rules watch`: prints each version as it comes into force, until it is stopped.</summary>
internal static class RuleWatchCommand
{
    /// <summary>Creates the command <c>validate rules watch</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var format = RuleOptions.Format();
        var command = new RuleCommand("watch", RuleTexts.WatchDescription, "validate rules watch", "validate rules watch --format json")
        {
            format,
        };
        return command.Runs(
            terminal, (result, session, cancellationToken) => WatchAsync(session, result.IsJson(format), cancellationToken));
    }

    private static async Task<int> WatchAsync(RuleSession session, bool json, CancellationToken cancellationToken)
    {
        var terminal = session.Terminal;
        var watcher = new RuleSetWatcher(session.Connection, terminal.Time)
        {
            ConnectionChanged = failure => terminal.Error.WriteLine(
                At(terminal, failure is null ? RuleTexts.Reconnected : RuleTexts.ConnectionLost(failure))),
        };
        try
        {
            await foreach (var version in watcher.WatchAsync(string.Empty, cancellationToken))
            {
                if (json)
                {
                    // One object a line, as they come.
                    var reply = new WatchReply { Version = version.Version, Publication = version.Publication };
                    await terminal.Output.WriteAsync(ProtoJson.Of(reply).ReplaceLineEndings(" ") + "\n");
                }
                else
                {
                    session.Lines.Paragraph(0, Words.None, new Words(At(terminal, RuleTexts.NewVersion(version))));
                }

                await terminal.Output.FlushAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // This is how one ends it.
        }

        return ExitCode.Interrupted;
    }

    private static string At(Terminal terminal, string what) => $"{CliTexts.Moment(terminal.Time, terminal.Time.GetUtcNow())}  {what}";
}
