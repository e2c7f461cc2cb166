using System.CommandLine;
using Validation.Cli.Commands;

namespace Validation.Cli.Watch;

/// <summary>`validate watch`: its arguments and options.</summary>
internal static class WatchCommand
{
    /// <summary>Creates the command <c>validate watch</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var folders = new Argument<string[]>(CommandTexts.FoldersName)
        {
            Description = CommandTexts.FoldersDescription, Arity = ArgumentArity.ZeroOrMore,
        };
        var server = new ServerArguments { MayLackSettings = true };
        var quiet = new Option<bool>("--no-desktop") { Description = CommandTexts.NoDesktopDescription };
        var format = Format();
        var command = new DescribedCommand("watch", CommandTexts.WatchFoldersDescription) { ExitCodes = CliTexts.WatchExitCodes };
        folders.Validators.Add(CheckCommand.RefuseOptions);
        command.Add(folders);
        server.AddTo(command);
        command.Add(format);
        command.Add(quiet);
        command.SetAction(async (result, cancellationToken) =>
        {
            if (!server.TryGetSources(result, terminal, out var sources, out var problem))
            {
                await terminal.Error.WriteLineAsync(problem);
                return ExitCode.NotRun;
            }

            var run = new WatchRun(terminal, result.GetValue(format) == "json", desktop: !result.GetValue(quiet));
            return await run.RunAsync(result.GetValue(folders) ?? [], sources, cancellationToken);
        });
        return command;
    }

    private static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = CommandTexts.WatchFormatDescription, HelpName = CliTexts.FormatName, DefaultValueFactory = _ => "text",
        };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not ("text" or "json") } token])
            {
                result.AddError(CommandTexts.BadWatchFormat(token.Value));
            }
        });
        return format;
    }
}
