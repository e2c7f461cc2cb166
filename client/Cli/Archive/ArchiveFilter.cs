using System.CommandLine;
using System.Globalization;
using Validation.V1;

namespace Validation.Cli.Archive;

/// <summary>The options that say which of the reports on file are meant; together they mean those to which all of them apply.</summary>
internal sealed class ArchiveFilter
{
    private static readonly Dictionary<string, Verdict> Verdicts = new(StringComparer.Ordinal)
    {
        ["accept"] = Verdict.Accept, ["reject"] = Verdict.Reject, ["not-decided"] = Verdict.NotDecided,
    };

    private readonly Option<string?> _body = new("--body") { Description = ArchiveTexts.OnlyBodyDescription, HelpName = CliTexts.BodyName };
    private readonly Option<int> _year = YearOption(ArchiveTexts.OnlyYearDescription);
    private readonly Option<string?> _superior = SuperiorOption();

    private readonly Option<string?> _verdict = new("--verdict")
    {
        Description = ArchiveTexts.OnlyVerdictDescription, HelpName = ArchiveTexts.VerdictName,
    };

    private readonly Option<bool> _all = new("--all") { Description = ArchiveTexts.AllDescription };

    public ArchiveFilter()
    {
        _verdict.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !Verdicts.ContainsKey(value))
            {
                result.AddError(ArchiveTexts.BadVerdict(value, Verdicts.Keys));
            }
        });
    }

    /// <summary>An option that takes a year.</summary>
    public static Option<int> YearOption(string description)
    {
        var year = new Option<int>("--year") { Description = description, HelpName = ArchiveTexts.YearName };
        year.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !IsYear(value))
            {
                result.AddError(ArchiveTexts.BadYear(value));
            }
        });
        return year;
    }

    /// <summary>Whether a text is a year, such as 2024.</summary>
    public static bool IsYear(string text)
    {
        const int First = 2000;
        const int Last = 2999;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= First and <= Last;
    }

    /// <summary>An option that names the body above those that are meant.</summary>
    public static Option<string?> SuperiorOption() =>
        new("--superior") { Description = ArchiveTexts.SuperiorDescription, HelpName = CliTexts.BodyName };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_body);
        command.Options.Add(_year);
        command.Options.Add(_superior);
        command.Options.Add(_verdict);
        command.Options.Add(_all);
    }

    /// <summary>What was written, as the server takes it.</summary>
    public FiledReportFilter Of(ParseResult result)
    {
        var filter = new FiledReportFilter
        {
            Organization = result.GetValue(_body) ?? string.Empty,
            Year = result.GetValue(_year),
            Superior = result.GetValue(_superior) ?? string.Empty,
            IncludeSuperseded = result.GetValue(_all),
        };
        if (result.GetValue(_verdict) is { } verdict)
        {
            filter.Verdicts.Add(Verdicts[verdict]);
        }

        return filter;
    }
}
