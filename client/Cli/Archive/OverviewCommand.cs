using System.CommandLine;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Archive;

/// <summary>`validate archive overview`: where the reports of a year stand.</summary>
internal static class OverviewCommand
{
    private const string Csv = "csv";

    /// <summary>Creates the command <c>validate archive overview</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var year = ArchiveFilter.YearOption(ArchiveTexts.OverviewYearDescription);
        year.Required = true;
        var superior = ArchiveFilter.SuperiorOption();
        var format = Format();
        var command = new RuleCommand(
            "overview",
            ArchiveTexts.OverviewDescription,
            "validate archive overview --year 2024",
            "validate archive overview --year 2024 --superior 某某市人民政府 --format csv > 报送情况.csv")
        {
            year, superior, format,
        };
        command.ExitCodes = ArchiveTexts.ExitCodes;
        return command.Runs(terminal, (result, session, cancellationToken) =>
        {
            var isCsv = result.GetValue(format) is Csv;
            var request = new OverviewRequest
            {
                Year = result.GetValue(year),
                Superior = result.GetValue(superior) ?? string.Empty,
                IncludeBodies = isCsv || result.IsJson(format),
            };
            return session.ShowAsync(
                session.Connection.Archive.OverviewAsync(request, cancellationToken),
                result.IsJson(format),
                reply => Print(session, reply, isCsv),
                _ => ExitCode.Done);
        });
    }

    private static void Print(RuleSession session, OverviewReply reply, bool isCsv)
    {
        if (isCsv)
        {
            StandingTable.Write(session.Terminal, reply.Standings);
        }
        else
        {
            new OverviewText(session.Page).Write(reply);
        }
    }

    private static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = ArchiveTexts.OverviewFormatDescription, HelpName = CliTexts.FormatName, DefaultValueFactory = _ => "text",
        };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not ("text" or "json" or Csv) } token])
            {
                result.AddError(ArchiveTexts.BadOverviewFormat(token.Value));
            }
        });
        return format;
    }
}
