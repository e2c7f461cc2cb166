using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Validation.V1;
using Action = Validation.V1.Publication.Types.Action;

namespace Validation.Cli.Rules;

/// <summary>The options that choose among the entries of the history: by person, kind and day.</summary>
internal sealed class HistoryTerms
{
    private static readonly Dictionary<string, Action> Kinds = new(StringComparer.Ordinal)
    {
        ["published"] = Action.Published,
        ["rolled-back"] = Action.RolledBack,
        ["national"] = Action.NationalSetRenewed,
        ["refused"] = Action.Refused,
        ["proposed"] = Action.Proposed,
    };

    private readonly Option<string?> _person = new("--by") { Description = RuleTexts.PersonDescription, HelpName = RuleTexts.PersonName };

    private readonly Option<string?> _kind = new("--kind") { Description = RuleTexts.KindDescription, HelpName = RuleTexts.KindName };

    private readonly Option<DateOnly?> _since = Day("--since", RuleTexts.SinceDescription);

    private readonly Option<DateOnly?> _until = Day("--until", RuleTexts.UntilDescription);

    public HistoryTerms()
    {
        _kind.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Kinds.ContainsKey(token.Value))
            {
                result.AddError(RuleTexts.BadKind(token.Value));
            }
        });
    }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_person);
        command.Options.Add(_kind);
        command.Options.Add(_since);
        command.Options.Add(_until);
    }

    /// <summary>Puts the options into a request. Days begin at midnight of the user's zone.</summary>
    public void Fill(HistoryRequest request, ParseResult result, TimeProvider time)
    {
        request.Person = result.GetValue(_person) ?? string.Empty;
        request.Action = result.GetValue(_kind) is { } kind ? Kinds[kind] : Action.Unspecified;
        request.Since = result.GetValue(_since) is { } since ? Midnight(since, time) : null;
        request.Until = result.GetValue(_until) is { } until ? Midnight(until.AddDays(1), time) : null;
    }

    private static Timestamp Midnight(DateOnly day, TimeProvider time)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        return Timestamp.FromDateTimeOffset(new DateTimeOffset(moment, time.LocalTimeZone.GetUtcOffset(moment)));
    }

    private static Option<DateOnly?> Day(string name, string description) =>
        new(name) { Description = description, HelpName = RuleTexts.DayName, CustomParser = Read };

    private static DateOnly? Read(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day < DateOnly.MaxValue)
        {
            return day;
        }

        result.AddError(RuleTexts.BadDay(text));
        return null;
    }
}
