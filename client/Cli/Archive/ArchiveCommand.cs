using System.CommandLine;
using Validation.Cli.Rules;

namespace Validation.Cli.Archive;

/// <summary>`validate archive`: the final reports that the server has on file.</summary>
internal static class ArchiveCommand
{
    /// <summary>Creates <c>validate archive</c> with the commands below it.</summary>
    public static Command Create(Terminal terminal) => new RuleCommand(
        "archive",
        ArchiveTexts.Description,
        "validate archive file 年报.docx --reason 定稿",
        "validate archive list --year 2024",
        "validate archive overview --year 2024 --superior 某某市人民政府")
    {
        FilingCommand.Create(terminal), FiledReportCommand.Create(terminal), FiledListCommand.Create(terminal),
        ExportCommand.Create(terminal), RemovalCommand.Create(terminal), OverviewCommand.Create(terminal),
        ArchiveTrialCommand.Create(terminal),
    };
}
