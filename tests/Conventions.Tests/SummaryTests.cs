using System.Net;
using System.Text.RegularExpressions;

namespace Validation.Conventions.Tests;

/// <summary>Doc comments say what a caller gets. Three words say no more than the name does.</summary>
public sealed partial class SummaryTests
{
    private const int FewestWords = 4;

    [Fact]
    public void Summaries_OfTheProducts_SayMoreThanThreeWords()
    {
        var summaries = Repository.CSharpFiles
            .Where(file => !Repository.Relative(file).StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(Summaries)
            .ToList();

        summaries.Count.ShouldBeGreaterThan(1000);
        summaries.Where(summary => Words(summary.Text) < FewestWords).Select(summary => $"{summary.Place}: {summary.Text}")
            .ShouldBeEmpty("say what it gives, in which unit, and when it is null; or leave the comment out where the name says it all");
    }

    [Theory]
    [InlineData("The command.", 2)]
    [InlineData("""The <see cref="Report"/> of a <c>draft</c>.""", 5)]
    [InlineData("""<paramref name="value"/> &lt; 1.""", 2)]
    [InlineData("第三部分的表格。", 4)]
    public void Words_OfASummary_AreCounted(string summary, int words)
    {
        Words(summary).ShouldBe(words);
    }

    private static IEnumerable<(string Place, string Text)> Summaries(string file)
    {
        var text = File.ReadAllText(file);
        foreach (Match summary in Summary().Matches(text))
        {
            var line = text.AsSpan(0, summary.Index).Count('\n') + 1;
            yield return ($"{Repository.Relative(file)}:{line}", CommentMark().Replace(summary.Groups["text"].Value, " ").Trim());
        }
    }

    /// <summary>Words between spaces. A reference counts as one word, and so do two Chinese characters.</summary>
    private static int Words(string summary)
    {
        var plain = WebUtility.HtmlDecode(Tag().Replace(Reference().Replace(summary, "reference"), ""));
        return Word().Count(plain);
    }

    [GeneratedRegex(
        @"///\s*<summary>(?<text>.*?)</summary>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Summary();

    [GeneratedRegex(@"\s*\n\s*///\s*", RegexOptions.NonBacktracking)]
    private static partial Regex CommentMark();

    [GeneratedRegex("<(see|seealso|paramref|typeparamref)[^>]*/>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex("</?[a-z][^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\u4e00-\u9fff]{1,2}|[^\s\u4e00-\u9fff]*[\w-[\u4e00-\u9fff]][^\s\u4e00-\u9fff]*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
