using System.Text.RegularExpressions;
using System.Xml.Linq;
using Validation.Tests.Support;

namespace Validation.Conventions.Tests;

/// <summary>What the solution takes from others: said in one place, explained in another, and locked.</summary>
public sealed partial class PackageTests
{
    private static readonly List<(string Name, string Version)> Packages =
    [
        .. XDocument.Load(Path.Combine(SourceTree.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(package => (package.Attribute("Include")!.Value, package.Attribute("Version")!.Value)),
    ];

    [Fact]
    public void TableOfPackages_ForContributors_IsWhatTheSolutionTakes()
    {
        var page = File.ReadAllText(Path.Combine(SourceTree.Root, ".github", "CONTRIBUTING.md"));

        var table = TableRow().Matches(page).Select(row => (Name: row.Groups["name"].Value, Version: row.Groups["version"].Value));

        table.Select(row => $"{row.Name} {row.Version}").Order(StringComparer.Ordinal)
            .ShouldBe(Packages.Select(package => $"{package.Name} {package.Version}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Packages_WithAVersion_AreTakenBySomeProject()
    {
        var taken = Repository.ProjectFiles.Append(Path.Combine(SourceTree.Root, "Directory.Build.props"))
            .SelectMany(file => XDocument.Load(file).Descendants("PackageReference"))
            .Select(reference => reference.Attribute("Include")!.Value)
            .ToHashSet(StringComparer.Ordinal);

        Packages.Select(package => package.Name).Where(name => !taken.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Projects_InTheTree_HaveALockFile()
    {
        Repository.ProjectFiles.Where(project => !File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")))
            .Select(Repository.Relative)
            .ShouldBeEmpty("dotnet restore makes it, and it belongs to the commit");
    }

    // | `Name` | 1.2.3 | licence | reason |
    [GeneratedRegex(
        @"^\| `(?<name>[A-Za-z][\w.]+)` \| (?<version>\d[\w.-]+) \|",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TableRow();
}
