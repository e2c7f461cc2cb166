using Validation.Engine.Reports.Text;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Tests.Reports.Text;

public sealed class TraditionalTests
{
    [Theory]
    [InlineData("總體情況", "总体情况")]
    [InlineData("行政複議、行政訴訟", "行政复议、行政诉讼")]
    [InlineData("行政復議", "行政复议")]
    [InlineData("規章", "规章")]
    [InlineData("行政規範性文件", "行政规范性文件")]
    [InlineData("現行有效件數", "现行有效件数")]
    [InlineData("本年收費金額（單位：萬元）", "本年收费金额（单位：万元）")]
    [InlineData("總體情况 2024", "总体情况 2024")]
    [InlineData("", "")]
    public void Fold_Labels_Simplified(string text, string expected) => Traditional.Fold(text).ShouldBe(expected);

    [Fact]
    public void Fold_EveryWordOfTheTemplate_Unchanged()
    {
        var rows = ReportTemplate.Cells.Values.Select(cell => cell.Row);
        foreach (var text in SectionTemplate.All.Select(section => section.Heading).Concat(rows))
        {
            Traditional.Fold(text).ShouldBeSameAs(text);
        }
    }

    [Fact]
    public void Check_HeadingsAndLabelsInTraditionalCharacters_ReadLikeSimplified()
    {
        var numbers = new NumbersThatBalance(7, 40);
        var text = new ReportText(cell => $"{numbers[cell]}") { Label = Converted }.Write(Layout.TabRows);
        text = SectionTemplate.All.Aggregate(
            text, (whole, section) => whole.Replace(section.Heading, Converted(section.Heading), StringComparison.Ordinal));
        text.ShouldContain("數");

        var reply = Sample.Check(text);

        reply.ShouldHoldAll(numbers);
        reply.Verdict.ShouldBe(Verdict.Accept);
        reply.Findings.Select(finding => finding.RuleId)
            .Where(id => id.StartsWith("sec-", StringComparison.Ordinal) || id.EndsWith("-label", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static string Converted(string text)
    {
        const string Pairs =
            "总總体體况況动動处處请請议議诉訴讼訟题題进進报報项項现現废廢数數规規发發费費单單万萬务務类類权權执執询詢无無机機构構没沒"
            + "补補认認获獲缴繳结結续續办辦";
        return string.Concat(text.Select(c =>
            Pairs.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at && at % 2 == 0 ? Pairs[at + 1] : c));
    }
}
