using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>The files of the source tree, and the programs that were built with the tests.</summary>
internal static class Repository
{
    public static IReadOnlyList<string> Samples { get; } =
        [.. Directory.EnumerateFiles(PathOf("tests", "samples"), "*.txt").Order(StringComparer.Ordinal)];

    public static string PathOf(params string[] parts)
    {
        return Path.Combine([SourceTree.Root, .. parts]);
    }

    /// <summary>A program's assembly: from the build with the same configuration and framework as the tests.</summary>
    public static string Program(string project, string assembly)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var path = PathOf(project, "bin", output.Parent!.Name, output.Name, assembly);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not built: dotnet build Validation.sln", path);
    }
}
