using System.CommandLine;
using Validation.Cli.Commands;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Archive;

/// <summary>`validate archive file`: files final reports.</summary>
internal static class FilingCommand
{
    /// <summary>Creates the command <c>validate archive file</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var files = CheckCommand.Files(ArchiveTexts.FilesDescription);
        var recursive = new Option<bool>("--recursive", "-r") { Description = CliTexts.RecursiveDescription };
        var body = new Option<string?>("--body") { Description = ArchiveTexts.BodyDescription, HelpName = CliTexts.BodyName };
        var year = ArchiveFilter.YearOption(ArchiveTexts.YearDescription);
        var author = RuleOptions.Author(ArchiveTexts.AuthorDescription);
        var reason = RuleOptions.Reason(ArchiveTexts.ReasonDescription);
        var format = RuleOptions.Format();
        var command = new RuleCommand(
            "file",
            ArchiveTexts.FileDescription,
            "validate archive file 年报.docx --reason 定稿",
            "validate archive file 年报文件夹 --recursive --author 张三 --reason 2024年度定稿")
        {
            files, recursive, body, year, author, reason, format,
        };
        command.ExitCodes = ArchiveTexts.ExitCodes;
        return command.Runs(terminal, async (result, session, cancellationToken) =>
        {
            var list = new DraftList(terminal, result.GetValue(recursive));
            if (await list.OfAsync(result.GetValue(files) ?? [], cancellationToken) is not { } reports)
            {
                return ExitCode.NotRun;
            }

            if (session.Author(result.GetValue(author)) is not { } person)
            {
                return session.NotRun(ArchiveTexts.NoAuthor);
            }

            var filing = new Filing
            {
                Organization = result.GetValue(body) ?? string.Empty,
                Year = result.GetValue(year),
                Author = person,
                Reason = result.GetRequiredValue(reason)!,
            };
            return await new FilingRun(session, filing, result.IsJson(format)).RunAsync(reports, cancellationToken);
        });
    }
}
