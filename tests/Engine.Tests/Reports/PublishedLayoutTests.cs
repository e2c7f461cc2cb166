using System.Text.RegularExpressions;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Reports;

/// <summary>What published pages do to rows of pipes, headings and captions, as they print it.</summary>
public sealed partial class PublishedLayoutTests
{
    private static readonly NumbersThatBalance Numbers = new(11, 40);

    [Fact]
    public void Check_EmptyPipesOfMergedCells_AllNumbers() =>
        ShouldHoldAll(Layout.PipeRowsRightEdge, text => Items().Replace(text, "${item} | |||"));

    [Fact]
    public void Check_DoublePipesAtRowEnds_AllNumbers() =>
        ShouldHoldAll(Layout.PipeRows, text => text.Replace("|\n", " | ||\n", StringComparison.Ordinal));

    [Fact]
    public void Check_RowOfPipesAboveTheHeadings_AllNumbers() =>
        ShouldHoldAll(Layout.PipeBeforeRows, text => Items().Replace(text, "| |||||||||||||||\n|\n${item}"));

    [Fact]
    public void Check_HeadingRowInTwo_AllNumbers() => ShouldHoldAll(Layout.PipeRows, text => text
        .Replace("商业企业 | 科研机构 | ", "商业 | 科研 | ", StringComparison.Ordinal)
        .Replace("|一、本年新收政府信息", "|企业 | 机构 |\n|一、本年新收政府信息", StringComparison.Ordinal)
        .Replace("| | 一、本年新收", "| 企业 | 机构 |\n| | 一、本年新收", StringComparison.Ordinal));

    [Theory]
    [InlineData("单位: 东阳市自然资源和规划局 2023年度\n")]
    [InlineData("主动公开政府信息情况\n")]
    [InlineData("单位：件\n")]
    [InlineData("该部分以表格形式报告。表格如下:\n")]
    [InlineData("图1 政府信息主动公开情况表\n")]
    [InlineData("[bookmark: _GoBack]\n")]
    public void Check_CaptionAboveEachTable_AllNumbers(string caption)
    {
        foreach (var layout in Enum.GetValues<Layout>())
        {
            var reply = Sample.Check(new ReportText(cell => $"{Numbers[cell]}") { Prose = _ => caption }.Write(layout));
            reply.ShouldHoldAll(Numbers);
            reply.Report.Deviations.ShouldNotContain(deviation => deviation.Kind == Deviation.Types.Kind.Label, layout.ToString());
        }
    }

    [Theory]
    [InlineData("行政规范性文件", "规范性文件")]
    [InlineData("本年制发件数", "本年(2023)制发件数")]
    [InlineData("本年处理决定数量", "本年(2023)处理决定")]
    [InlineData("现行有效件数", "现行有效件数(历史累计)")]
    [InlineData("5.属于三类内部事务信息", "5.属于三类内容事务信息")]
    [InlineData("本年制发件数", "本年发件")]
    [InlineData("现行有效件数", "现行有效件")]
    public void Check_PublishedLabel_AllNumbersAndLabelReported(string label, string printed)
    {
        foreach (var layout in (Layout[])[Layout.IndentedCells, Layout.PlainCells, Layout.TabRows, Layout.PipeRows, Layout.PipeBehindCells])
        {
            var text = new ReportText(cell => $"{Numbers[cell]}") { Label = own => own == label ? printed : own };
            var reply = Sample.Check(text.Write(layout));
            reply.ShouldHoldAll(Numbers);
            reply.Report.Deviations.Where(deviation => deviation.Kind == Deviation.Types.Kind.Label)
                .ShouldContain(deviation => deviation.Expected == label, layout.ToString());
        }
    }

    [Theory]
    [InlineData("规章", "规 章")]
    [InlineData("第二十条第（一）项", "第二十条  第(一)项")]
    [InlineData("（三）不予公开", "(三)不予公开")]
    [InlineData("3.危及“三安全一稳定”", "3. 危及\"三安全一稳定\"")]
    [InlineData("自然人", "自 然 人")]
    public void Check_LabelInAnotherForm_NothingReported(string label, string printed)
    {
        foreach (var layout in (Layout[])[Layout.IndentedCells, Layout.PlainCells, Layout.TabRows, Layout.PipeRows])
        {
            var text = new ReportText(cell => $"{Numbers[cell]}") { Label = own => own == label ? printed : own };
            var reply = Sample.Check(text.Write(layout));
            reply.ShouldHoldAll(Numbers);
            reply.Report.Deviations.ShouldBeEmpty(layout.ToString());
        }
    }

    private static void ShouldHoldAll(Layout layout, Func<string, string> change)
    {
        var text = new ReportText(cell => $"{Numbers[cell]}").Write(layout);
        var changed = change(text);
        changed.ShouldNotBe(text);
        var reply = Sample.Check(changed);
        reply.ShouldHoldAll(Numbers);
        reply.Verdict.ShouldBe(Verdict.Accept);
    }

    // 第二十条第（一）项, the title of a part of 表二.
    [GeneratedRegex("(?<item>第二十条第（[一五六八]）项)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Items();
}
