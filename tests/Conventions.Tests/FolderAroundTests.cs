using System.Text.RegularExpressions;
using Validation.Tests.Support;

namespace Validation.Conventions.Tests;

/// <summary>What stands beside folders puts together what is in them, and is used by none of them.</summary>
public sealed partial class FolderAroundTests
{
    [Theory]
    [InlineData("server/Engine/Reports")]
    [InlineData("server/Engine/Reports/Tables")]
    public void Folders_OfReports_UseNothingOfTheFolderAround(string path)
    {
        var root = Path.Combine(SourceTree.Root, path);
        var types = Directory.GetFiles(root, "*.cs").SelectMany(file => Declaration().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value).ToList();
        types.ShouldNotBeEmpty();

        var found =
            from folder in Directory.GetDirectories(root)
            from file in Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            let code = Comment().Replace(File.ReadAllText(file), string.Empty)
            from type in types
            where Regex.IsMatch(code, $@"\b{type}\b", RegexOptions.NonBacktracking)
            select $"{Repository.Relative(file)} uses {type}";
        found.ShouldBeEmpty();
    }

    [GeneratedRegex(@"^(public|internal) .*\b(class|record|struct|enum|interface) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();

    [GeneratedRegex("//.*", RegexOptions.NonBacktracking)]
    private static partial Regex Comment();
}
