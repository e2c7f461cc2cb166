using System.CommandLine;
using Validation.Cli.Watch;

namespace Validation.Cli.Commands;

/// <summary>`validate watch`: its arguments and options.</summary>
internal static class WatchCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var folders = new Argument<string[]>(Texts.FoldersName)
        {
            Description = Texts.FoldersDescription, Arity = ArgumentArity.ZeroOrMore,
        };
        var server = new ServerOptions();
        var settings = new Option<string?>("--settings") { Description = Texts.SettingsDescription, HelpName = Texts.FileName };
        var quiet = new Option<bool>("--no-desktop") { Description = Texts.NoDesktopDescription };
        var format = Format();
        var command = new DescribedCommand("watch", Texts.WatchFoldersDescription) { ExitCodes = Texts.WatchExitCodes };
        command.Add(folders);
        server.AddTo(command);
        command.Add(settings);
        command.Add(format);
        command.Add(quiet);
        command.SetAction((result, cancellationToken) =>
        {
            var run = new WatchRun(terminal, result.GetValue(format) == "json", desktop: !result.GetValue(quiet));
            var (address, authority, keyFile) = server.Written(result);
            var wishes = new WatchWishes(result.GetValue(folders) ?? [], address, authority, result.GetValue(settings))
            {
                KeyFile = keyFile,
            };
            return run.RunAsync(wishes, cancellationToken);
        });
        return command;
    }

    private static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = Texts.WatchFormatDescription, HelpName = Texts.FormatName, DefaultValueFactory = _ => "text",
        };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not ("text" or "json") } token])
            {
                result.AddError(Texts.BadWatchFormat(token.Value));
            }
        });
        return format;
    }
}
