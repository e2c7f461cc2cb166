using System.CommandLine;
using System.Text;
using Validation.Cli.Commands;

namespace Validation.Cli.Rules.Local;

/// <summary>`validate rules new`: a commented rule that lints and passes its tests, to be changed. Asks no server.</summary>
internal static class NewCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Creates the command <c>validate rules new</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>(RuleTexts.RuleIdName) { Description = RuleTexts.NewIdDescription };
        var output = new Option<string?>("--output", "-o") { Description = RuleTexts.NewOutputDescription, HelpName = CliTexts.FileName };
        var command = new DescribedCommand("new", RuleTexts.NewDescription)
        {
            Examples = ["validate rules new local-hotline", "validate rules new local-hotline --output 规则/热线.yaml"],
            ExitCodes = CliTexts.RuleExitCodes,
        };
        command.Arguments.Add(id);
        command.Options.Add(output);
        command.SetAction(async (result, cancellationToken) =>
        {
            var text = RuleTexts.Skeleton(result.GetRequiredValue(id));
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
                await terminal.Error.WriteLineAsync(File.Exists(path) ? RuleTexts.FileInTheWay(path) : RuleTexts.CannotWrite(path));
                return ExitCode.NotRun;
            }
        });
        return command;
    }
}
