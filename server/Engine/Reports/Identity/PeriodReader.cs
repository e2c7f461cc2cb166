using System.Globalization;
using System.Text.RegularExpressions;
using Validation.Engine.Reports.Articles;
using Validation.V1;

namespace Validation.Engine.Reports.Identity;

/// <summary>Finds the sentence that states the statistical period.</summary>
internal static partial class PeriodReader
{
    /// <summary>The period, or null when no sentence states one.</summary>
    public static Period? Read(FlatText text)
    {
        var match = Statement().Match(text.Text);
        return !match.Success ? null : new Period
        {
            Start = match.Groups["mark"].Success ? Date(match.Groups["y1"], match.Groups["m1"], match.Groups["d1"]) : string.Empty,
            End = Date(match.Groups["y2"].Success ? match.Groups["y2"] : match.Groups["y1"], match.Groups["m2"], match.Groups["d2"]),
            Text = match.Value,
            Location = text.PositionOf(match.Index).ToLocation(),
        };
    }

    // A damaged date ("20231月1日") gives no date, rather than a wrong one.
    private static string Date(Group year, Group month, Group day)
    {
        var text = $"{year.Value}-{month.Value.PadLeft(2, '0')}-{day.Value.PadLeft(2, '0')}";
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : string.Empty;
    }

    [GeneratedRegex(
        "(?:统计(?:的)?(?:期限|时限|时间|周期|期间|区间|范围|数据)|(?:期限|时限|数据)(?:为|是|从|自))[^。;,]{0,16}?" +
        "(?<y1>20[0-9]{2})(?<mark>年)?(?<m1>[0-9]{1,2})?月(?<d1>[0-9]{1,2})日?起?,?(?:至|到|—+|-+|~|－)(?:(?<y2>20[0-9]{2})年)?" +
        "(?<m2>[0-9]{1,2})月(?<d2>[0-9]{1,2})日?止?", RegexOptions.NonBacktracking)]
    private static partial Regex Statement();
}
