using Validation.Tests.Support;

namespace Validation.Conventions.Tests;

/// <summary>The files of the source tree.</summary>
internal static class Repository
{
    private static readonly string[] NotSource = ["bin", "obj", "artifacts", "node_modules", ".git", "TestResults"];

    public static IReadOnlyList<string> CSharpFiles { get; } = Files(".cs");

    public static IReadOnlyList<string> ProtoFiles { get; } = Files(".proto");

    public static IReadOnlyList<string> MarkdownFiles { get; } = Files(".md");

    public static IReadOnlyList<string> ProjectFiles { get; } = Files(".csproj");

    /// <summary>The path from the root, with forward slashes.</summary>
    public static string Relative(string file)
    {
        return Path.GetRelativePath(SourceTree.Root, file).Replace('\\', '/');
    }

    private static List<string> Files(string extension)
    {
        return [.. Walk(SourceTree.Root).Where(file => file.EndsWith(extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Walk(string folder)
    {
        var below = Directory.EnumerateDirectories(folder)
            .Where(path => !NotSource.Contains(Path.GetFileName(path), StringComparer.Ordinal))
            .SelectMany(Walk);
        return Directory.EnumerateFiles(folder).Concat(below);
    }
}
