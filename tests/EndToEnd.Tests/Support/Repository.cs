namespace Validation.EndToEnd.Tests.Support;

/// <summary>The source tree that the tests were built in, and the programs that were built with them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Samples { get; } =
        [.. Directory.EnumerateFiles(PathOf("tests", "samples"), "*.txt").Order(StringComparer.Ordinal)];

    public static string PathOf(params string[] parts)
    {
        return Path.Combine([Root, .. parts]);
    }

    /// <summary>A program's assembly: from the build with the same configuration and framework as the tests.</summary>
    public static string Program(string project, string assembly)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var path = PathOf(project, "bin", output.Parent!.Name, output.Name, assembly);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not built: dotnet build Validation.sln", path);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Validation.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Validation.sln is in no folder above the tests.");
    }
}
