using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>The files of the source tree.</summary>
internal static class Repository
{
    public static IReadOnlyList<string> Samples { get; } =
        [.. Directory.EnumerateFiles(PathOf("tests", "samples"), "*.txt").Order(StringComparer.Ordinal)];

    public static string PathOf(params string[] parts)
    {
        return Path.Combine([SourceTree.Root, .. parts]);
    }
}
