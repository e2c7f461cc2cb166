using System.Text.RegularExpressions;
using Validation.Form;

namespace Validation.Conventions.Tests;

/// <summary>
/// The engine's folders are a line: Documents knows no word of the form, Reports knows no file format, and within Documents no folder
/// depends on one that depends on it.
/// </summary>
public sealed partial class LayerTests
{
    private const string Documents = "server/Engine/Documents/";
    private const string Reports = "server/Engine/Reports/";

    // Words of the form that are no whole label, but no word of any file format either.
    private static readonly string[] OtherWords = ["信息公开", "申请", "复议", "诉讼", "年度报告", "勾稽", "主动公开"];

    [Fact]
    public void Documents_InItsLiterals_KnowsNoWordOfTheForm()
    {
        var labels = ReportTemplate.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Headings.Append(row.Label))
            .Concat(SectionTemplate.All.Select(section => section.Name))
            .Concat(OtherWords)
            .Where(label => label.Length > 1)
            .Distinct(StringComparer.Ordinal);
        var words = new Regex(string.Join('|', labels.Select(Regex.Escape)), RegexOptions.NonBacktracking);

        Lines(Documents, line => Literal().Matches(line).Any(literal => words.IsMatch(literal.Value)))
            .ShouldBeEmpty("what the form says is the business of Reports");
    }

    [Fact]
    public void Documents_InItsReferences_KnowsNeitherFormNorReports()
    {
        Lines(Documents, line => line.Contains("Validation.Form", StringComparison.Ordinal)
                || line.Contains("Validation.Engine.Reports", StringComparison.Ordinal)
                || line.Contains("Validation.Engine.Rules", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Reports_InItsReferences_KnowsNoFileFormat()
    {
        // What a page prints of the files attached to it is text like any other.
        Lines(Reports, line => Format().IsMatch(line) && !line.Contains("附件", StringComparison.Ordinal))
            .ShouldBeEmpty("a file format is the business of Documents");
    }

    [Fact]
    public void Documents_BetweenItsFolders_HasNoRing()
    {
        var uses = Repository.CSharpFiles.Where(file => FolderOf(file) is not null)
            .SelectMany(file => File.ReadLines(file).Select(line => (From: FolderOf(file)!, To: FolderIn(line))))
            .Where(use => use.To.Length > 0 && use.To != use.From)
            .ToLookup(use => use.From, use => use.To, StringComparer.Ordinal);
        uses.ShouldNotBeEmpty();

        uses.Select(folder => folder.Key).Where(folder => Reaches(folder, folder, uses, [])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Zip")]
    [InlineData("Cfb")]
    public void Containers_InTheirReferences_KnowNoOtherFolder(string container)
    {
        Lines($"{Documents}{container}/", line => Reference().IsMatch(line)).ShouldBeEmpty("a container holds any kind of document");
    }

    private static List<string> Lines(string folder, Func<string, bool> isFound)
    {
        var files = Repository.CSharpFiles.Where(file => Repository.Relative(file).StartsWith(folder, StringComparison.Ordinal)).ToList();
        files.ShouldNotBeEmpty();
        return
        [
            .. from file in files
               from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
               where !Comment().IsMatch(line.Text) && isFound(line.Text)
               select $"{Repository.Relative(file)}:{line.Number}",
        ];
    }

    // The folder of Documents that a file stands in. Null: it stands in none.
    private static string? FolderOf(string file)
    {
        var path = Repository.Relative(file);
        var rest = path.StartsWith(Documents, StringComparison.Ordinal) ? path[Documents.Length..] : string.Empty;
        return rest.Contains('/', StringComparison.Ordinal) ? rest[..rest.IndexOf('/', StringComparison.Ordinal)] : null;
    }

    private static string FolderIn(string line) => Reference().Match(line).Groups["folder"].Value;

    private static bool Reaches(string from, string to, ILookup<string, string> uses, HashSet<string> seen) =>
        uses[from].Any(next => next == to || (seen.Add(next) && Reaches(next, to, uses, seen)));

    [GeneratedRegex("\"[^\"]*\"|'[^']+'", RegexOptions.NonBacktracking)]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\s*//", RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"^using Validation\.Engine\.Documents\.(?<folder>\w+);",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    // The folders of formats, and the names of formats in identifiers and literals.
    [GeneratedRegex(
        @"using Validation\.Engine\.Documents\.\w+;|(^|[^a-z])(pdf|html|docx|odt|rtf|ofd)([^a-z]|$)"
            + "|(Pdf|Html|Docx|Odt|Rtf|Ofd|Markdown)([^a-z]|$)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Format();
}
