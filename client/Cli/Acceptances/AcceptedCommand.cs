using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Acceptances;

/// <summary>`validate accepted`: the findings that were accepted.</summary>
internal static class AcceptedCommand
{
    private const int Indent = 4;

    /// <summary>Creates <c>validate accepted</c> with the commands below it: list and revoke.</summary>
    public static Command Create(Terminal terminal) => new RuleCommand(
        "accepted",
        AcceptanceTexts.AcceptedDescription,
        "validate accepted list --year 2026",
        "validate accepted revoke a7m2q4xa --reason 台账改了")
    {
        List(terminal), Revoke(terminal),
    };

    private static RuleCommand List(Terminal terminal)
    {
        var body = new Option<string?>("--body") { Description = AcceptanceTexts.AcceptedBodyDescription, HelpName = CliTexts.BodyName };
        var year = new Option<int>("--year")
        {
            Description = AcceptanceTexts.AcceptedYearDescription, HelpName = AcceptanceTexts.AcceptedYearName,
        };
        var all = new Option<bool>("--all") { Description = AcceptanceTexts.AcceptedAllDescription };
        var format = RuleOptions.Format();
        var command = new RuleCommand(
            "list",
            AcceptanceTexts.AcceptedListDescription,
            "validate accepted list",
            "validate accepted list --all --format json > 认可.json")
        {
            body, year, all, format,
        };
        return command.Runs(terminal, (result, session, cancellationToken) => session.ShowAsync(
            session.Connection.Records.ListAcceptancesAsync(
                new ListAcceptancesRequest
                {
                    Organization = result.GetValue(body) ?? string.Empty, Year = result.GetValue(year), IncludeEnded = result.GetValue(all),
                },
                cancellationToken),
            result.IsJson(format),
            reply => Print(session, reply),
            _ => ExitCode.Done));
    }

    private static RuleCommand Revoke(Terminal terminal)
    {
        var id = new Argument<string>(CliTexts.KeyIdName) { Description = AcceptanceTexts.AcceptedIdDescription };
        var reason = RuleOptions.Reason();
        var command = new RuleCommand(
            "revoke", AcceptanceTexts.AcceptedRevokeDescription, "validate accepted revoke a7m2q4xa --reason 台账改了")
        {
            id, reason,
        };
        return command.Runs(terminal, (result, session, cancellationToken) => session.ShowAsync(
            session.Connection.Records.RevokeAsync(
                new RevokeAcceptanceRequest { Id = result.GetRequiredValue(id), Reason = result.GetValue(reason) ?? string.Empty },
                cancellationToken),
            json: false,
            reply => session.Page.Paragraph(0, Words.None, new Words(AcceptanceTexts.AcceptanceRevoked(reply.Acceptance))),
            _ => ExitCode.Done));
    }

    private static void Print(RuleSession session, ListAcceptancesReply reply)
    {
        if (reply.Acceptances.Count == 0)
        {
            session.Page.Paragraph(0, Words.None, new Words(AcceptanceTexts.NothingAccepted));
        }

        var time = session.Terminal.Time;
        foreach (var one in reply.Acceptances)
        {
            var over = one.RevokedAt is not null || one.ExpiresAt.ToDateTimeOffset() <= time.GetUtcNow();
            session.Page.Paragraph(
                0,
                Words.None,
                new(one.Id, over ? Ink.Faint : Ink.Strong),
                new("  " + AcceptanceTexts.AcceptedReport(one)),
                new(CliTexts.RuleId(one.RuleId), Ink.Faint));
            session.Page.Paragraph(Indent, Words.None, new Words(one.Message));
            session.Page.Paragraph(
                Indent,
                Words.None,
                new Words(AcceptanceTexts.AcceptanceState(one, at => CliTexts.Moment(time, at)), over ? Ink.Bad : Ink.Plain));
        }
    }
}
