namespace Validation.Conventions.Tests;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] NotSource = ["bin", "obj", "artifacts", "node_modules", ".git", "TestResults"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> CSharpFiles { get; } = Files(".cs");

    public static IReadOnlyList<string> ProtoFiles { get; } = Files(".proto");

    public static IReadOnlyList<string> ProjectFiles { get; } = Files(".csproj");

    /// <summary>The path from the root, with forward slashes.</summary>
    public static string Relative(string file)
    {
        return Path.GetRelativePath(Root, file).Replace('\\', '/');
    }

    private static List<string> Files(string extension)
    {
        return Walk(Root).Where(file => file.EndsWith(extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
    }

    private static IEnumerable<string> Walk(string folder)
    {
        var below = Directory.EnumerateDirectories(folder)
            .Where(path => !NotSource.Contains(Path.GetFileName(path), StringComparer.Ordinal))
            .SelectMany(Walk);
        return Directory.EnumerateFiles(folder).Concat(below);
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
