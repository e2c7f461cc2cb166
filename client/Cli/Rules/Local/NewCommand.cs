using System.CommandLine;
using System.Text;
using Validation.Cli.Commands;

namespace Validation.Cli.Rules.Local;

/// <summary>`validate rules new`: a commented rule that lints and passes its tests, to be changed. Asks no server.</summary>
internal static class NewCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>(Texts.RuleIdName) { Description = Texts.NewIdDescription };
        var output = new Option<string?>("--output", "-o") { Description = Texts.NewOutputDescription, HelpName = Texts.FileName };
        var command = new DescribedCommand("new", Texts.NewDescription)
        {
            Examples = ["validate rules new local-hotline", "validate rules new local-hotline --output 规则/热线.yaml"],
            ExitCodes = Texts.RuleExitCodes,
        };
        command.Arguments.Add(id);
        command.Options.Add(output);
        command.SetAction(async (result, cancellationToken) =>
        {
            var text = Texts.Skeleton(result.GetRequiredValue(id));
            if (result.GetValue(output) is not { } path)
            {
                await terminal.Output.WriteAsync(text);
                return ExitCode.Done;
            }

            try
            {
                await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                await file.WriteAsync(Utf8.GetBytes(text), cancellationToken);
                return ExitCode.Done;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await terminal.Error.WriteLineAsync(File.Exists(path) ? Texts.FileInTheWay(path) : Texts.CannotWrite(path));
                return ExitCode.NotRun;
            }
        });
        return command;
    }
}
