using System.Globalization;

namespace Validation.Engine.Rules;

/// <summary>Days as rule files and replies write them.</summary>
internal static class Dates
{
    /// <summary>ISO 8601, such as "2027-03-31".</summary>
    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
