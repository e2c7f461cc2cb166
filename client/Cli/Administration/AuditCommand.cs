using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Administration;

/// <summary>`validate admin audit`: who did what, and what was refused.</summary>
internal static class AuditCommand
{
    private const string Refused = "refused";

    /// <summary>Creates the command <c>validate admin audit</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var limit = HistoryCommand.LimitOption();
        var format = RuleOptions.Format();
        var command = new RuleCommand(
            "audit", AdminTexts.AuditDescription, "validate admin audit", "validate admin audit --limit 1000 -f json")
        {
            limit, format,
        };
        return command.Runs(terminal, (result, session, cancellationToken) => session.ShowAsync(
            session.Connection.Keys.AuditAsync(new AuditRequest { Limit = result.GetValue(limit) }, cancellationToken),
            result.IsJson(format),
            reply => Print(session, reply),
            _ => ExitCode.Done));
    }

    private static void Print(RuleSession session, AuditReply reply)
    {
        if (reply.Entries.Count == 0)
        {
            session.Page.Paragraph(0, Words.None, new Words(AdminTexts.NoAudit));
        }

        foreach (var entry in reply.Entries)
        {
            session.Page.Paragraph(
                0,
                Words.None,
                new(CliTexts.Moment(session.Terminal.Time, entry.At), Ink.Faint),
                new($"  {entry.Action} {entry.Outcome}", entry.Outcome == Refused ? Ink.Bad : Ink.Strong),
                new($"  {entry.Principal} {entry.Address}{AdminTexts.Times(entry.Count)}"),
                new($"  {entry.Detail}", Ink.Note));
        }
    }
}
