using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Validation.Cli.Acceptances;
using Validation.Cli.Administration;
using Validation.Cli.Archive;
using Validation.Cli.Bodies;
using Validation.Cli.Claims;
using Validation.Cli.Commands;
using Validation.Cli.Demo;
using Validation.Cli.Inspection;
using Validation.Cli.Keys;
using Validation.Cli.Rules;
using Validation.Cli.Watch;

namespace Validation.Cli;

/// <summary>The command line as a whole: parses, runs a command, and speaks Chinese where the parser would not.</summary>
internal static class CommandLine
{
    // A server that the demonstration started gets this long to go away after Ctrl+C.
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(20);

    // An expression may begin with "-s", a file name with "@".
    private static readonly ParserConfiguration Syntax = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Parses the command line and runs the command that it names.</summary>
    /// <returns>The exit code, as <see cref="ExitCode"/> explains.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken)
    {
        var result = Parse(args, terminal);
        if (result.Errors.Count > 0 && result.Action is ParseErrorAction)
        {
            await ExplainAsync(result, args, terminal);
            return ExitCode.NotRun;
        }

        var invocation = new InvocationConfiguration
        {
            Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Goodbye,
        };
        try
        {
            return await result.InvokeAsync(invocation, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync(CommandTexts.Interrupted);
            return ExitCode.Interrupted;
        }
    }

    /// <summary>Parses a command line without running it.</summary>
    public static ParseResult Parse(IReadOnlyList<string> args, Terminal terminal) => Root(terminal).Parse(args, Syntax);

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand(CommandTexts.ProgramDescription) 
        {
            CheckCommand.Create(terminal), WatchCommand.Create(terminal), ClaimsCommand.Create(terminal), DemoCommand.Create(terminal),
            RulesCommand.Create(terminal), InspectCommand.Create(terminal), BodiesCommand.Create(terminal), AcceptCommand.Create(terminal),
            AcceptedCommand.Create(terminal), ArchiveCommand.Create(terminal), KeysCommand.Create(terminal), AdminCommand.Create(terminal),
        };
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Description = CommandTexts.HelpOption;
                    help.Action = new HelpPage();
                    break;
                case VersionOption version:
                    version.Description = CommandTexts.VersionOption;
                    version.Action = new VersionLine();
                    break;
            }
        }

        return root;
    }

    private static async Task ExplainAsync(ParseResult result, IReadOnlyList<string> args, Terminal terminal)
    {
        if (args.Count == 0)
        {
            HelpPage.Write(result.CommandResult.Command, terminal.Error);
            return;
        }

        foreach (var sentence in UsageErrors.Of(result))
        {
            await terminal.Error.WriteLineAsync(sentence);
        }

        await terminal.Error.WriteLineAsync(CommandTexts.SeeHelp(HelpPage.FullName(result.CommandResult.Command)));
    }

    private sealed class VersionLine : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(CommandTexts.ProductAndVersion);
            return ExitCode.Accepted;
        }
    }
}
