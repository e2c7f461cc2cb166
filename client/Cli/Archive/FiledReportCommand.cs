using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Archive;

/// <summary>`validate archive show`: one report on file, and what the check found when it was filed.</summary>
internal static class FiledReportCommand
{
    /// <summary>Creates the command <c>validate archive show</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var report = new Argument<string>(ArchiveTexts.IdOrBodyName) { Description = ArchiveTexts.IdOrBodyDescription };
        var year = new Argument<int?>(ArchiveTexts.YearName)
        {
            Description = ArchiveTexts.ShowYearDescription, Arity = ArgumentArity.ZeroOrOne,
        };
        year.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !ArchiveFilter.IsYear(value))
            {
                result.AddError(ArchiveTexts.BadYear(value));
            }
        });
        var format = RuleOptions.Format();
        var command = new RuleCommand(
            "show", ArchiveTexts.ShowDescription, "validate archive show 某某县民政局 2024", "validate archive show r7m2q4xa --format json")
        {
            report, year, format,
        };
        command.ExitCodes = ArchiveTexts.ExitCodes;
        return command.Runs(terminal, (result, session, cancellationToken) =>
        {
            var name = result.GetRequiredValue(report);
            var request = new GetFiledReportRequest { IncludeReport = result.IsJson(format), IncludeFindings = true };
            if (result.GetValue(year) is { } wanted)
            {
                (request.Organization, request.Year) = (name, wanted);
            }
            else if (name.All(char.IsAscii))
            {
                request.Id = name;
            }
            else
            {
                return Task.FromResult(session.NotRun(ArchiveTexts.ShowWhat));
            }

            return session.ShowAsync(
                session.Connection.Archive.GetAsync(request, cancellationToken),
                result.IsJson(format),
                reply => Print(session, reply),
                _ => ExitCode.Done);
        });
    }

    private static void Print(RuleSession session, GetFiledReportReply reply)
    {
        FiledReportText.Write(session, reply.Report);
        var report = reply.Report;
        string[] lines =
        [
            ArchiveTexts.Named(report), ArchiveTexts.Original(report), ArchiveTexts.ReadBy(report),
            .. report.RereadProblem.Length == 0 ? Array.Empty<string>() : [ArchiveTexts.RereadProblem(report)],
        ];
        foreach (var line in lines)
        {
            session.Page.Paragraph(FiledReportText.Indent, Words.None, new Words(line, Ink.Faint));
        }

        var findings = new FindingText(session.Page, compact: false);
        for (var i = 0; i < reply.Findings.Count; i++)
        {
            session.Page.Blank();
            findings.Write(i + 1, reply.Findings[i]);
        }
    }
}
