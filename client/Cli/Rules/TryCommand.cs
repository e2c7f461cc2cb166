using System.CommandLine;
using Validation.Cli.Commands;

namespace Validation.Cli.Rules;

/// <summary>`validate rules try`: what a candidate would change of the findings on real reports.</summary>
internal static class TryCommand
{
    /// <summary>Creates the command <c>validate rules try</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = RuleOptions.Folder();
        var files = new Argument<string[]>(RuleTexts.TryFilesName)
        {
            Description = CliTexts.FilesDescription, Arity = ArgumentArity.OneOrMore,
        };
        var recursive = new Option<bool>("--recursive", "-r") { Description = CliTexts.RecursiveDescription };
        var format = RuleOptions.Format();
        var command = new RuleCommand(
            "try", RuleTexts.TryDescription, "validate rules try 规则 年报文件夹 --recursive", "validate rules try 规则 甲.docx 乙.docx")
        {
            folder, files, recursive, format,
        };
        return command.Runs(terminal, async (result, session, cancellationToken) =>
        {
            if (await session.ReadFolderAsync(result.GetRequiredValue(folder), cancellationToken) is not { } candidate)
            {
                return ExitCode.NotRun;
            }

            var list = new DraftList(terminal, result.GetValue(recursive));
            if (await list.OfAsync(result.GetValue(files) ?? [], cancellationToken) is not { } drafts)
            {
                return ExitCode.NotRun;
            }

            var run = new TryRun(session, result.GetRequiredValue(folder), result.IsJson(format));
            return await run.RunAsync(candidate, drafts, cancellationToken);
        });
    }
}
