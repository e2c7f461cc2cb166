using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Validation.Cli.Commands;

/// <summary>An option that names the last day of something.</summary>
internal static class DayOption
{
    /// <summary>An option that takes a day such as 2027-12-31; null where it is not written.</summary>
    public static Option<DateOnly?> Create(string name, string description) => new(name)
    {
        Description = description, HelpName = CommandTexts.ExpiresName, CustomParser = Parse,
    };

    /// <summary>The moment at which a day is over: midnight of the next day in the zone.</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static DateOnly? Parse(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day < DateOnly.MaxValue)
        {
            return day;
        }

        result.AddError(CommandTexts.BadDate(text));
        return null;
    }
}
