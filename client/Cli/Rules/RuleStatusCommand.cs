using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>`validate rules status`: how the rules fare on the server.</summary>
internal static class RuleStatusCommand
{
    private const int Indent = 2;

    /// <summary>Creates the command <c>validate rules status</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var format = RuleOptions.Format();
        var command = new RuleCommand("status", RuleTexts.StatusDescription, "validate rules status") { format };
        return command.Runs(terminal, async (result, session, cancellationToken) =>
        {
            var json = result.IsJson(format);
            var code = await session.ShowAsync(
                session.Connection.GetStatusAsync(cancellationToken),
                json,
                status => Print(session, status),
                status => status.Problem.Length > 0 || status.Alarms.Count > 0 ? ExitCode.Refused : ExitCode.Done);
            // A key without the right to see the usage, or an older server, gives the state alone.
            if (!json && code != ExitCode.NotRun
                && (await session.Connection.GetUsageAsync(0, cancellationToken)).TryGet(out var usage, out _))
            {
                UsageText.Write(session.Page, usage, UsageText.Few);
            }

            return code;
        });
    }

    private static void Print(RuleSession session, RuleStatus status)
    {
        var page = session.Page;
        page.Paragraph(0, new Words(RuleTexts.StatusVersion), new Words(status.Version, Ink.Strong));
        page.Paragraph(
            0,
            new Words(RuleTexts.StatusState),
            status.Problem.Length == 0 ? new Words(CliTexts.StatusWell, Ink.Good) : new Words(status.Problem, Ink.Bad));
        page.Paragraph(0, Words.None, new Words(CliTexts.StatusWatchers(status.Watchers)));
        if (status.Alarms.Count > 0)
        {
            page.Paragraph(0, Words.None, new Words(CliTexts.StatusAlarms(status.Alarms.Count), Ink.Bad));
        }

        if (status.AccessWarning.Length > 0)
        {
            page.Paragraph(0, new Words(RuleTexts.StatusAccess), new Words(status.AccessWarning, Ink.Doubtful));
        }

        foreach (var alarm in status.Alarms)
        {
            page.Paragraph(Indent, new Words(alarm.RuleId, Ink.Strong), new Words(CliTexts.StatusAlarm(alarm)));
        }
    }
}
