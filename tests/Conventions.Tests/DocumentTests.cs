using System.Text.RegularExpressions;
using Validation.Tests.Support;

namespace Validation.Conventions.Tests;

/// <summary>The documents of the repository lead somewhere: what they link to, and what they name by its path, is there.</summary>
public sealed partial class DocumentTests
{
    private const int FrontPageLines = 120;

    [Fact]
    public void Links_InDocuments_LeadToAFileAndAHeading()
    {
        var broken =
            from document in Repository.MarkdownFiles
            from Match link in Link().Matches(WithoutCode(File.ReadAllText(document)))
            let target = link.Groups["target"].Value
            where !Foreign().IsMatch(target) && !LeadsSomewhere(document, target)
            select $"{Repository.Relative(document)}: {target}";
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Paths_NamedInDocuments_AreThere()
    {
        var missing =
            from document in Repository.MarkdownFiles
            from Match path in NamedPath().Matches(File.ReadAllText(document))
            let name = path.Groups["path"].Value
            where !Path.Exists(Path.Combine(SourceTree.Root, name))
            select $"{Repository.Relative(document)}: {name}";
        missing.ShouldBeEmpty("a path from the root of the repository, written as code, names a file or a folder");
    }

    [Fact]
    public void FrontPage_OfTheRepository_FitsItsBudget()
    {
        File.ReadLines(Path.Combine(SourceTree.Root, "README.md")).Count().ShouldBeLessThanOrEqualTo(FrontPageLines);
    }

    private static bool LeadsSomewhere(string document, string target)
    {
        var parts = target.Split('#', 2);
        var file = parts[0].Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, parts[0]);
        return Path.Exists(file) && (parts.Length == 1 || Headings(file).Contains(parts[1], StringComparer.Ordinal));
    }

    /// <summary>The headings of a document as GitHub names them in addresses: lower case, "-" for each space, no punctuation.</summary>
    private static IEnumerable<string> Headings(string document)
    {
        return Heading().Matches(WithoutCode(File.ReadAllText(document)))
            .Select(heading => NoPartOfAnchor().Replace(heading.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));
    }

    private static string WithoutCode(string text)
    {
        return CodeSpan().Replace(CodeBlock().Replace(text, ""), "");
    }

    // [text](target "title")
    [GeneratedRegex(@"\]\((?<target>[^)\s]+)(?:\s""[^""]*"")?\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("^(https?|mailto):", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Foreign();

    // `server/Engine/Texts.cs`: without a space, a wildcard or a placeholder.
    [GeneratedRegex(
        @"`(?<path>(server|client|protos|tests|\.github)/[\w./-]+)`",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.NonBacktracking)]
    private static partial Regex NoPartOfAnchor();

    [GeneratedRegex(@"^[ ]*```.*?^[ ]*```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("`[^`\n]*`", RegexOptions.NonBacktracking)]
    private static partial Regex CodeSpan();
}
