using System.Text;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Rules;

/// <summary>A paragraph far longer than any report's must not make a rule fail: then there would be no verdict.</summary>
public sealed class LongParagraphTests
{
    private const int Characters = 200_000;

    private static readonly ReportValidator Validator = new();

    [Theory]
    [InlineData("信息公开工作稳步推进，")]
    [InlineData("资金资金")]
    [InlineData("资金资金，联系联系。")]
    [InlineData("“")]
    [InlineData("《关于“")]
    [InlineData("“三审三校”制度，《办法》、")]
    [InlineData("的的")]
    [InlineData("政府政府")]
    [InlineData("一、")]
    [InlineData("（四）府信息管理")]
    [InlineData("总体情况、主动公开、申请、复议")]
    [InlineData("申请撤")]
    public void Check_LongParagraphOfOneKind_NoRuleFails(string words)
    {
        var paragraph = string.Concat(Enumerable.Repeat(words, Characters / words.Length));
        var text = new ReportText(_ => "0").Write(Layout.TabRows).Replace("一、总体情况\n", $"一、总体情况\n{paragraph}\n", StringComparison.Ordinal);

        Failures(text).ShouldBeEmpty();
    }

    // More places than a rule can look at: it says so, the same at every time, and the others go on.
    [Theory]
    [InlineData("国办公开办函〔2021〕30号《年度报告格式", "cite-pair")]
    public void Check_MorePlacesThanARuleLooksAt_FailsAlwaysAndSaysWhy(string words, string rule)
    {
        var paragraph = string.Concat(Enumerable.Repeat(words, Characters / words.Length));
        var text = new ReportText(_ => "0").Write(Layout.TabRows).Replace("一、总体情况\n", $"一、总体情况\n{paragraph}\n", StringComparison.Ordinal);

        for (var turn = 0; turn < 3; turn++)
        {
            Failures(text).ShouldBe([$"{rule}: {Texts.RuleTooSlow}"]);
        }
    }

    [Fact]
    public void Check_ManyShortParagraphs_NoRuleFails()
    {
        var paragraphs = string.Concat(Enumerable.Range(0, 2000).Select(i => $"“第{i}次资金资金{(char)('一' + i)}\n"));
        var text = new ReportText(_ => "0").Write(Layout.TabRows).Replace("一、总体情况\n", $"一、总体情况\n{paragraphs}", StringComparison.Ordinal);

        Failures(text).ShouldBeEmpty();
    }

    private static IEnumerable<string> Failures(string text) =>
        Validator.Validate(Encoding.UTF8.GetBytes(text), TestRules.National).RuleFailures
            .Select(failure => $"{failure.RuleId}: {failure.Message}");
}
