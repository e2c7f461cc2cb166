using System.Globalization;

namespace Validation.Client;

/// <summary>What is said about accepted findings.</summary>
internal static partial class Texts
{
    public const string AcceptedFinding = "已认可";

    /// <summary>Who accepted a finding, why, and until when.</summary>
    /// <param name="author">Who.</param>
    /// <param name="until">The last day.</param>
    /// <param name="reason">Why.</param>
    public static string AcceptedBy(string author, DateOnly until, string reason) =>
        $"已由 {author} 认可，有效到 {until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}，不影响结论：{reason}";
}
