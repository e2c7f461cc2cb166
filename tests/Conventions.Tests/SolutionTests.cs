using Validation.Tests.Support;

namespace Validation.Conventions.Tests;

public sealed class SolutionTests
{
    [Fact]
    public void Projects_InTheTree_AreInTheSolution()
    {
        var solution = File.ReadAllText(Path.Combine(SourceTree.Root, "Validation.sln")).Replace('\\', '/');
        Repository.ProjectFiles.Select(Repository.Relative)
            .Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal))
            .ShouldBeEmpty("dotnet sln Validation.sln add …");
    }

    [Fact]
    public void PackageVersions_InProjects_StandInOnePlace()
    {
        Repository.ProjectFiles.Where(project => File.ReadLines(project).Any(HasOwnVersion)).Select(Repository.Relative)
            .ShouldBeEmpty("Directory.Packages.props");
    }

    [Fact]
    public void TopFolders_OfTheTree_AreThoseOfTheDesign()
    {
        Directory.EnumerateDirectories(SourceTree.Root).Select(Path.GetFileName)
            .Where(name => !name!.StartsWith('.'))
            .Except(["artifacts", "client", "protos", "server", "tests"], StringComparer.Ordinal)
            .ShouldBeEmpty();
    }

    private static bool HasOwnVersion(string line)
    {
        return line.Contains("<PackageReference", StringComparison.Ordinal) && line.Contains(" Version=", StringComparison.Ordinal);
    }
}
