using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Validation.Cli.Commands;
using Validation.Cli.Rendering;
using Validation.Cli.Rules;
using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Cli.Acceptances;

/// <summary>`validate accept`: has a draft checked and accepts what a rule finds in it.</summary>
internal static class AcceptCommand
{
    /// <summary>Creates the command <c>validate accept</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>(CliTexts.FileName) { Description = AcceptanceTexts.AcceptFileDescription };
        var finding = new Argument<string>(AcceptanceTexts.AcceptFindingName) { Description = AcceptanceTexts.AcceptFindingDescription };
        var until = DayOption.Create("--until", AcceptanceTexts.AcceptUntilDescription);
        until.Required = true;
        var reason = RuleOptions.Reason();
        var author = RuleOptions.Author();
        var command = new RuleCommand(
            "accept", AcceptanceTexts.AcceptDescription, "validate accept 年报.docx t3-balance --until 2027-12-31 --author 张三 --reason 台账如此")
        {
            file, finding, until, reason, author,
        };
        return command.Runs(terminal, (result, session, cancellationToken) =>
        {
            var written = result.GetValue(author)?.Trim();
            var request = new AcceptRequest
            {
                Reason = result.GetRequiredValue(reason)!,
                Author = written is { Length: > 0 } ? written : Environment.UserName,
                ExpiresAt = Timestamp.FromDateTimeOffset(
                    DayOption.EndOf(result.GetRequiredValue(until)!.Value, terminal.Time.LocalTimeZone)),
            };
            return AcceptAsync(
                session, Draft.FromFile(result.GetRequiredValue(file)), result.GetRequiredValue(finding), request, cancellationToken);
        });
    }

    private static async Task<int> AcceptAsync(
        RuleSession session, Draft draft, string wanted, AcceptRequest request, CancellationToken cancellationToken)
    {
        using var checks = session.Connection.Checks();
        var outcome = await checks.CheckAsync(draft, cancellationToken);
        if (outcome.Reply is not { Report: { } report } reply)
        {
            return session.NotRun(outcome.Failure?.Message ?? outcome.Reply!.ReasonText);
        }

        if (report.Organization.Length == 0 || report.Year == 0)
        {
            return session.NotRun(AcceptanceTexts.AcceptNeedsReport);
        }

        var findings = reply.Findings
            .Where(finding => finding.Accepted is null && (finding.RuleId == wanted || finding.Fingerprint == wanted)).ToList();
        if (findings.Count == 0)
        {
            return session.NotRun(AcceptanceTexts.NothingToAccept(wanted));
        }

        (request.Organization, request.Year) = (report.Organization, report.Year);
        foreach (var finding in findings)
        {
            request.Finding = finding;
            if (!(await session.Connection.Records.AcceptAsync(request, cancellationToken)).TryGet(out var accepted, out var failure))
            {
                return session.Fail(failure);
            }

            session.Page.Paragraph(0, Words.None, new Words(AcceptanceTexts.FindingAccepted(accepted.Acceptance), Ink.Good));
        }

        return ExitCode.Done;
    }
}
