using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.Cli.Rules;
using Validation.Client.Connection;
using Validation.V1;

namespace Validation.Cli.Administration;

/// <summary>`validate admin status`: asks every server of the address by itself, and prints version and state of each.</summary>
internal static class StatusCommand
{
    private const int Indent = 2;

    /// <summary>Creates the command <c>validate admin status</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new RuleCommand(
            "status", AdminTexts.ServersDescription, "validate admin status --server https://10.0.0.11:5081,https://10.0.0.12:5081");
        return command.Runs(terminal, (_, session, cancellationToken) => RunAsync(session, cancellationToken));
    }

    private static async Task<int> RunAsync(RuleSession session, CancellationToken cancellationToken)
    {
        var servers = session.Connection.Each();
        try
        {
            var answers = await Task.WhenAll(servers.Select(server => server.GetStatusAsync(cancellationToken)));
            foreach (var (server, answer) in servers.Zip(answers))
            {
                Print(session.Page, server.Address, answer);
                if (answer.Reply is not null)
                {
                    Print(session.Page, await server.Archive.GetStatusAsync(cancellationToken));
                }
            }

            var agree = answers.Select(answer => answer.Reply?.Version).OfType<string>().Distinct(StringComparer.Ordinal).Count() <= 1;
            if (!agree)
            {
                session.Page.Paragraph(0, Words.None, new Words(AdminTexts.ServersDisagree, Ink.Bad));
            }

            return agree && answers.All(answer => answer.Reply is { Problem.Length: 0, Alarms.Count: 0 }) ? ExitCode.Done
                : answers.All(answer => answer.Reply is null) ? ExitCode.NotRun
                : ExitCode.Refused;
        }
        finally
        {
            foreach (var server in servers)
            {
                server.Dispose();
            }
        }
    }

    private static void Print(PageWriter page, ServerAddress address, RuleOutcome<RuleStatus> answer)
    {
        var name = new Words(address.ToString(), Ink.Strong);
        if (!answer.TryGet(out var status, out var failure))
        {
            page.Paragraph(0, Words.None, name, new("  " + failure.Message, Ink.Bad));
            return;
        }

        var watchers = new Words("  " + CliTexts.StatusWatchers(status.Watchers));
        page.Paragraph(0, Words.None, name, new("  " + status.Version + "  "), State(status), watchers);
        foreach (var alarm in status.Alarms)
        {
            page.Paragraph(Indent, new Words(alarm.RuleId, Ink.Strong), new Words(CliTexts.StatusAlarm(alarm)));
        }
    }

    // Who may not see the archive, or asks an older server, is not told of it.
    private static void Print(PageWriter page, RuleOutcome<ArchiveStatus> answer)
    {
        if (answer.Reply is { } archive)
        {
            page.Paragraph(Indent, Words.None, new Words(AdminTexts.OnFile(archive)));
            if (AdminTexts.Rereading(archive) is { Length: > 0 } rereading)
            {
                page.Paragraph(Indent, Words.None, new Words(rereading, Ink.Doubtful));
            }
        }
    }

    private static Words State(RuleStatus status) =>
        status.Problem.Length > 0 ? new Words(status.Problem, Ink.Bad)
        : status.Alarms.Count > 0 ? new Words(CliTexts.StatusAlarms(status.Alarms.Count), Ink.Bad)
        : new Words(CliTexts.StatusWell, Ink.Good);
}
