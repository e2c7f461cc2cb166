using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Archive;

/// <summary>`validate archive list`: the reports on file.</summary>
internal static class FiledListCommand
{
    /// <summary>Creates the command <c>validate archive list</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var filter = new ArchiveFilter();
        var limit = HistoryCommand.LimitOption();
        var page = new Option<string?>("--page") { Description = ArchiveTexts.PageDescription, HelpName = ArchiveTexts.PageName };
        var format = RuleOptions.Format();
        var command = new RuleCommand(
            "list",
            ArchiveTexts.ListDescription,
            "validate archive list --year 2024 --verdict reject",
            "validate archive list --body 某某县民政局 --all",
            "validate archive list --superior 某某市人民政府 --limit 1000 --format json")
        {
            limit, page, format,
        };
        filter.AddTo(command);
        command.ExitCodes = ArchiveTexts.ExitCodes;
        return command.Runs(terminal, (result, session, cancellationToken) => session.ShowAsync(
            session.Connection.Archive.ListAsync(
                new ListFiledReportsRequest
                {
                    Filter = filter.Of(result), Limit = result.GetValue(limit), PageToken = result.GetValue(page) ?? string.Empty,
                },
                cancellationToken),
            result.IsJson(format),
            reply => Print(session, reply),
            _ => ExitCode.Done));
    }

    private static void Print(RuleSession session, ListFiledReportsReply reply)
    {
        if (reply.Reports.Count == 0)
        {
            session.Page.Paragraph(0, Words.None, new Words(ArchiveTexts.NothingOnFile));
        }

        foreach (var report in reply.Reports)
        {
            FiledReportText.Write(session, report);
        }

        if (reply.NextPageToken.Length > 0)
        {
            session.Page.Paragraph(0, Words.None, new Words(ArchiveTexts.More(reply.NextPageToken), Ink.Faint));
        }
    }
}
