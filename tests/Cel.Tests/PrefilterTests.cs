using System.Text.RegularExpressions;
using Validation.Cel.Functions;

namespace Validation.Cel.Tests;

/// <summary>A prefilter may let through what does not match, and never keeps back what does.</summary>
public sealed class PrefilterTests
{
    private const int Patterns = 20_000;
    private const int TextsPerPattern = 40;

    private static readonly string[] Pieces =
    [
        "a", "b", "件", "收费", "[ab]", "[^a]", "[a-c]", "[]a]", @"[\]a]", ".", "^", "$", "(", ")", "(?:", "(?<n>", "(?i)", "|", "|", "?", "*",
        "+", "{2}", "{0,2}", "{1,}", "{", "}", "]", @"\d", @"\.", @"\p{L}", @"\u0061", @"\b", "??", "+?", "[a-b-[b]]", "-", "1",
    ];

    private static readonly string[] Parts = ["a", "b", "c", "件", "收费", "收", "费", "1", ".", "]", "-", "{", "}", "n", "L", "{L}", "u0061"];

    [Fact]
    public void MayMatch_RandomPatternsAndTexts_TrueWhereverTheExpressionMatches()
    {
        var random = new Random(20260701);
        var (kept, back) = (0, 0);
        for (var i = 0; i < Patterns; i++)
        {
            var pattern = Join(Pieces, random, 9);
            if (Expression(pattern) is not { } expression || Prefilter.Of(pattern) is not { } prefilter)
            {
                continue;
            }

            kept++;
            for (var turn = 0; turn < TextsPerPattern; turn++)
            {
                var text = Join(Parts, random, 6);
                var may = prefilter.MayMatch(text);
                back += may ? 0 : 1;
                (may || !expression.IsMatch(text)).ShouldBeTrue($"{pattern} in {text}");
            }
        }

        kept.ShouldBeGreaterThan(Patterns / 20);
        back.ShouldBeGreaterThan(kept);
    }

    [Theory]
    [InlineData("收费|处理费", "没有收取费用")]
    [InlineData("处理费(?:用)?[0-9]+元", "没有收取处理用费3元")]
    [InlineData("(未|没有)(发出|下达)[^。]{0,10}通知", "没有发出通报")]
    [InlineData("[京津沪][A-HJ-NP-Z][0-9]{5}", "冀A12345")]
    [InlineData("(?<year>20[0-9]{2})年底?", "去年底")]
    [InlineData(@"a\.b+", "a+b")]
    public void MayMatch_WithoutWhatEveryMatchHolds_False(string pattern, string text) =>
        Prefilter.Of(pattern).ShouldNotBeNull().MayMatch(text).ShouldBeFalse();

    [Theory]
    [InlineData(".*")]
    [InlineData("a?")]
    [InlineData("a|")]
    [InlineData("(a|b*)c?")]
    [InlineData("[^a]")]
    [InlineData("(?i)a")]
    [InlineData("[a-z-[aeiou]]")]
    public void Of_WhereAMatchNeedsNothingInParticular_Null(string pattern) => Prefilter.Of(pattern).ShouldBeNull();

    private static Regex? Expression(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Join(string[] pieces, Random random, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(1, most)).Select(_ => pieces[random.Next(pieces.Length)]));
}
