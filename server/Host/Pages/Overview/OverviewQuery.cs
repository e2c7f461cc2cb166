using System.Globalization;
using Validation.Server.Archive;
using Validation.V1;

namespace Validation.Server.Pages.Overview;

/// <summary>What somebody wants to see, as the address says. A value that makes no sense counts as not given: the page then shows what it
/// shows at first.</summary>
public sealed class OverviewQuery
{
    public const string LastYear = "to";
    public const string Years = "years";
    public const string YearName = "year";
    public const string SuperiorName = "superior";
    public const string TextName = "q";
    public const string PageName = "page";
    public const string VerdictName = "verdict";
    public const string RuleName = "rule";
    public const string BeforeName = "before";
    public const string Id = "id";
    public const string Format = "format";

    /// <summary>The most years of a table.</summary>
    public const int MostYears = 10;

    private const int DefaultYears = 5;
    private const int LongestText = 200;
    private const int LeastYear = 1;
    private const int MostYear = 9999;

    private static readonly Dictionary<string, Verdict> Verdicts = new(StringComparer.Ordinal)
    {
        ["accept"] = V1.Verdict.Accept, ["reject"] = V1.Verdict.Reject, ["not_decided"] = V1.Verdict.NotDecided,
    };

    private readonly IQueryCollection _query;

    /// <param name="query">The parameters of the address.</param>
    /// <param name="now">The time, in the zone of those who ask.</param>
    public OverviewQuery(IQueryCollection query, DateTimeOffset now)
    {
        _query = query;
        // Reports on a year are due in the next one.
        DueYear = now.Year - 1;
        Superior = Short(SuperiorName);
        Text = Short(TextName);
        Page = (int)Number(PageName, 1, int.MaxValue, 1);
        Before = Number(BeforeName, 1, long.MaxValue, long.MaxValue);
        Rule = Short(RuleName) is { } rule && rule.All(IsOfRule) ? rule : "";
        VerdictWord = Verdicts.ContainsKey(Short(VerdictName)) ? Short(VerdictName) : "";
        // Nobody is interested in years that can have no reports.
        var last = (int)Number(LastYear, LeastYear + MostYears, MostYear, DueYear);
        Span = new YearSpan(last - (int)Number(Years, 1, MostYears, DefaultYears) + 1, last);
    }

    /// <summary>The last year on which reports are due.</summary>
    public int DueYear { get; }

    /// <summary>The name of the body above. Empty: all bodies are meant.</summary>
    public string Superior { get; }

    /// <summary>What names are to contain. Empty: anything.</summary>
    public string Text { get; }

    /// <summary>The same where it may be the id of a report. Empty: it is none.</summary>
    public string TextAsId => Text.All(char.IsAsciiLetterOrDigit) ? Text : "";

    /// <summary>The number of the page, from 1.</summary>
    public int Page { get; }

    /// <summary>Only reports with a smaller number are wanted.</summary>
    public long Before { get; }

    /// <summary>The id of the rule that found something. Empty: none in particular.</summary>
    public string Rule { get; }

    /// <summary>The verdict that reports are to have, in the words of addresses. Empty: any.</summary>
    public string VerdictWord { get; }

    /// <summary>The same as a verdict. Null: any.</summary>
    public Verdict? Verdict => Verdicts.TryGetValue(VerdictWord, out var verdict) ? verdict : null;

    /// <summary>The years of the table.</summary>
    public YearSpan Span { get; }

    /// <summary>Whether a table for spreadsheets is wanted, rather than plain text.</summary>
    public bool IsXlsx => _query[Format] == "xlsx";

    /// <summary>The id of the report. Empty: none was given, or what was given is none.</summary>
    public string Report => Short(Id) is { } id && id.All(char.IsAsciiLetterOrDigit) ? id : "";

    /// <summary>The one year that is asked for.</summary>
    /// <param name="otherwise">What counts where none is given.</param>
    public int Year(int otherwise)
    {
        return (int)Number(YearName, LeastYear, MostYear, otherwise);
    }

    private static bool IsOfRule(char sign)
    {
        return char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.';
    }

    private string Short(string name)
    {
        var text = _query[name].ToString().Trim();
        return text.Length <= LongestText && !text.Any(char.IsControl) ? text : "";
    }

    private long Number(string name, long least, long most, long otherwise)
    {
        return long.TryParse(_query[name].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most ? number : otherwise;
    }
}
