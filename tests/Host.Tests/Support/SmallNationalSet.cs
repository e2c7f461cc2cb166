using Validation.Server.Rules;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Support;

/// <summary>A national set of one rule, which is content with every report: servers with it start and publish at once.</summary>
internal static class SmallNationalSet
{
    public const string Version = "2026.1";

    public static ShippedRules In(string folder, string version = Version, string? more = null)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "ruleset.yaml"), $"version: \"{version}\"\nretired: []\n");
        File.WriteAllText(Path.Combine(folder, "small.yaml"), TestRules.Finding("small").Replace("2024", "2099", StringComparison.Ordinal));
        if (more is not null)
        {
            File.WriteAllText(Path.Combine(folder, "more.yaml"), more);
        }

        return ShippedRules.Read(folder);
    }
}
