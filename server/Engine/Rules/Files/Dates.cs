using System.Globalization;

namespace Validation.Engine.Rules.Files;

/// <summary>Writes days as rule files and replies do.</summary>
internal static class Dates
{
    /// <summary>The day in the form of ISO 8601, such as "2027-03-31".</summary>
    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
