using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Validation.Engine.Tests;

public sealed partial class EngineLimitsTests
{
    private static readonly IReadOnlyList<PropertyInfo> Limits =
        [.. typeof(EngineLimits).GetProperties(BindingFlags.Instance | BindingFlags.Public)];

    [Fact]
    public void Readme_Limits_AreThoseOfTheClass()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Engine.md"));
        var section = readme[readme.IndexOf("\n## Limits", StringComparison.Ordinal)..];

        RowPattern().Matches(section).Select(row => $"{row.Groups["name"]} = {row.Groups["value"]}")
            .ShouldBe(Limits.Select(limit => $"{limit.Name} = {Write(limit)}"));
    }

    [Fact]
    public void Default_EveryLimit_IsSetAndCanBeSwitchedOff() => Limits.ShouldAllBe(limit =>
        limit.GetValue(EngineLimits.Default) != null && Nullable.GetUnderlyingType(limit.PropertyType) != null && limit.CanWrite);

    private static string Write(PropertyInfo limit)
    {
        var isMemory = limit.Name.EndsWith("Bytes", StringComparison.Ordinal) || limit.Name.EndsWith("Memory", StringComparison.Ordinal);
        return limit.GetValue(EngineLimits.Default) switch
        {
            TimeSpan time when time >= TimeSpan.FromSeconds(1) => $"{time.TotalSeconds} s",
            TimeSpan time => $"{time.TotalMilliseconds} ms",
            double ratio => ratio.ToString(CultureInfo.InvariantCulture),
            IConvertible bytes when isMemory => $"{bytes.ToInt64(null) / 1048576.0} MiB",
            IFormattable number => number.ToString("N0", CultureInfo.InvariantCulture),
            var other => $"{other}",
        };
    }

    [GeneratedRegex(
        @"^\| `(?<name>\w+)` \| (?<value>[^|]+) \| [^|]+ \|\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex RowPattern();
}
