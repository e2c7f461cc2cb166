using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Validation.Cli.Rendering;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>`validate rules history`: who changed what, when and why.</summary>
internal static class HistoryCommand
{
    private const int UsualLimit = 20;
    private const int LargestLimit = 1000;
    private const int Indent = 4;

    /// <summary>Creates the command <c>validate rules history</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var limit = LimitOption();
        var before = RuleOptions.Version("--before", RuleTexts.BeforeDescription);
        var filter = new HistoryTerms();
        var format = RuleOptions.Format();
        var command = new RuleCommand(
            "history", RuleTexts.HistoryDescription, "validate rules history", "validate rules history --limit 100",
            "validate rules history --by 张三 --kind refused --since 2026-01-01")
        {
            limit, before, format,
        };
        filter.AddTo(command);
        return command.Runs(terminal, (result, session, cancellationToken) =>
        {
            var request = new HistoryRequest { Limit = result.GetValue(limit), BeforeVersion = result.GetValue(before) ?? string.Empty };
            filter.Fill(request, result, terminal.Time);
            return session.ShowAsync(
                session.Connection.HistoryAsync(request, cancellationToken),
                result.IsJson(format),
                reply => Print(session, reply),
                _ => ExitCode.Done);
        });
    }

    /// <summary>How many entries are wanted.</summary>
    public static Option<int> LimitOption() => new("--limit", "-n")
    {
        Description = RuleTexts.LimitDescription,
        HelpName = RuleTexts.LimitName,
        DefaultValueFactory = _ => UsualLimit,
        CustomParser = Limit,
    };

    private static int Limit(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= LargestLimit)
        {
            return limit;
        }

        result.AddError(RuleTexts.BadLimit(text, LargestLimit));
        return default;
    }

    private static void Print(RuleSession session, HistoryReply reply)
    {
        if (reply.Entries.Count == 0)
        {
            session.Page.Paragraph(0, Words.None, new Words(RuleTexts.NoHistory));
        }

        foreach (var entry in reply.Entries)
        {
            Print(session, entry);
        }
    }

    private static void Print(RuleSession session, Publication entry)
    {
        var refused = entry.Action == Publication.Types.Action.Refused;
        session.Page.Paragraph(
            0,
            Words.None,
            new(entry.Version.Length == 0 ? RuleTexts.NoVersion : entry.Version, refused ? Ink.Bad : Ink.Strong),
            new("  " + CliTexts.Moment(session.Terminal.Time, entry.At)),
            new("  " + RuleTexts.PublicationAction(entry), refused ? Ink.Bad : Ink.Plain),
            new("  " + RuleTexts.PublicationBy(entry)));
        foreach (var line in new[] { entry.Summary, entry.Reason }.SelectMany(text => text.Split('\n')).Where(line => line.Length > 0))
        {
            session.Page.Paragraph(Indent, Words.None, new Words(line));
        }
    }
}
