using System.Text.RegularExpressions;

namespace Validation.Engine.Reports.Text;

/// <summary>Years as texts name them.</summary>
internal static partial class Years
{
    /// <summary>A pattern: the digits of a year of this century, Arabic or Chinese, with slips that are common in the latter.</summary>
    public const string Digits = "(?:20[0-9]{2}|二[0〇○零oO][0-9一二三四五六七八九〇○零]{2})";

    private const string HanDigits = "〇一二三四五六七八九";

    /// <summary>2024 for "2024" and for "二〇二四".</summary>
    public static int Parse(string digits)
    {
        var year = 0;
        foreach (var digit in digits)
        {
            var value = char.IsAsciiDigit(digit) ? digit - '0' : HanDigits.IndexOf(digit, StringComparison.Ordinal);
            year = (year * 10) + Math.Max(0, value);
        }

        return year;
    }

    /// <summary>The year that the text names most often, quoted titles and document numbers left aside; 0 when it names none.</summary>
    public static int MostNamed(string text) => Plain().Replace(text, string.Empty) is var plain
        ? Year().Matches(plain).GroupBy(match => match.Groups["year"].Value, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key, StringComparer.Ordinal)
            .Select(group => Parse(group.Key)).FirstOrDefault()
        : 0;

    [GeneratedRegex("《[^》]*》|〔[^〕]*〕|“[^”]*”", PatternOptions.Linear)]
    private static partial Regex Plain();

    [GeneratedRegex("(?<year>20[0-9]{2})年", PatternOptions.Linear)]
    private static partial Regex Year();
}
