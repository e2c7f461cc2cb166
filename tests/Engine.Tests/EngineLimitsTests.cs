using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Validation.Engine.Tests;

public sealed partial class EngineLimitsTests
{
    private static readonly IReadOnlyList<(string Name, object Value)> Limits = [.. Of(EngineLimits.Default, "")];

    [Fact]
    public void Readme_Limits_AreThoseOfTheClass()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Engine.md"));
        var section = readme[readme.IndexOf("\n## Limits", StringComparison.Ordinal)..];

        RowPattern().Matches(section).Select(row => $"{row.Groups["name"]} = {row.Groups["value"]}")
            .ShouldBe(Limits.Select(limit => $"{limit.Name} = {Write(limit.Name, limit.Value)}"));
    }

    /// <summary>The limits by their names, those of a group behind its name, such as "Package.Entries".</summary>
    private static IEnumerable<(string Name, object Value)> Of(object limits, string prefix) =>
        from limit in limits.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
        where limit.CanWrite
        let value = limit.GetValue(limits)!
        from one in value is IFormattable ? [(prefix + limit.Name, value)] : Of(value, limit.Name + ".")
        select one;

    private static string Write(string name, object value)
    {
        var isMemory = name.EndsWith("Bytes", StringComparison.Ordinal) || name.EndsWith("Memory", StringComparison.Ordinal);
        return value switch
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
        @"^\| `(?<name>[\w.]+)` \| (?<value>[^|]+) \| [^|]+ \|\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex RowPattern();
}
