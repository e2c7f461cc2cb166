using Validation.Engine.Reports.Sections;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Tests.Reports.Sections;

public sealed class HeadingCandidateTests
{
    [Theory]
    [InlineData("一、总体情况", 1)]
    [InlineData(" 一、总体情况 ", 1)]
    [InlineData("\uFEFF一、总体情况", 1)]
    [InlineData("一.总体情况", 1)]
    [InlineData("一．总体情况", 1)]
    [InlineData("一 、 总体情况", 1)]
    [InlineData("1、 总体情况", 1)]
    [InlineData("总体情况", 1)]
    [InlineData("总体情况：", 1)]
    [InlineData("一、2023年政务公开总体情况", 1)]
    [InlineData("一、政府信息公开工作的基本情况", 1)]
    [InlineData("一、总体公开情况", 1)]
    [InlineData("一、总体情况(宋体加粗小四号字)", 1)]
    [InlineData("六、其他需要报告的事项（黑体三号）", 6)]
    [InlineData("第一部分 总体情况", 1)]
    [InlineData("第一部分、总体情况", 1)]
    [InlineData("二、主动公开政府信息情况", 2)]
    [InlineData("二、主动公开政府信息的情况", 2)]
    [InlineData("三、收到和处理政府信息公开申请情况", 3)]
    [InlineData("3、 收到和处理政府信息公开申请情况", 3)]
    [InlineData("收到和处理政府信息公开申请情况", 3)]
    [InlineData("三、 收到和处理 政府信息公开申请情况", 3)]
    [InlineData("四、政府信息公开行政复议、行政诉讼情况", 4)]
    [InlineData("四、政府信息公开行政复议行政诉讼情况", 4)]
    [InlineData("四、政府信息公开行政复议和行政诉讼情况", 4)]
    [InlineData("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", 4)]
    [InlineData("五、存在的主要问题及改进情况", 5)]
    [InlineData("五、存在的主要问题及整改措施", 5)]
    [InlineData("五、存在主要问题及改进情况", 5)]
    [InlineData("六、其他需要报告的事项", 6)]
    [InlineData("六、其他需要报告的事项。", 6)]
    [InlineData("六、其它需要报告的事项", 6)]
    public void Of_HeadingInAnyForm_CandidateOfItsSection(string text, int ordinal) =>
        HeadingCandidate.Of(7, text).OrderByDescending(candidate => candidate.Score).First().Section.Ordinal.ShouldBe(ordinal);

    [Theory]
    [InlineData("一、概述", 1)]
    [InlineData("一、2024年政府信息公开工作开展情况", 1)]
    [InlineData("一、整体情况", 1)]
    [InlineData("二、主动公开工作情况", 2)]
    [InlineData("二、政府信息主动公开情况", 2)]
    [InlineData("三、依申请公开情况", 3)]
    [InlineData("三、政府信息公开申请办理情况", 3)]
    [InlineData("三、依申请公开政府信息工作情况", 3)]
    [InlineData("四、行政复议、行政诉讼情况", 4)]
    [InlineData("四、行政复议诉讼情况", 4)]
    [InlineData("五、存在问题和改进措施", 5)]
    [InlineData("五、存在的问题及下一步工作打算", 5)]
    [InlineData("五、主要问题和下一步工作打算", 5)]
    [InlineData("五、工作中存在的不足及努力方向", 5)]
    [InlineData("五、问题与对策", 5)]
    [InlineData("六、其他事项", 6)]
    [InlineData("六、其他需要说明的情况", 6)]
    [InlineData("六、需要报告的其他事项", 6)]
    public void Of_HeadingInOtherWords_CandidateOfItsSection(string text, int ordinal)
    {
        var candidate = HeadingCandidate.Of(0, text).OrderByDescending(candidate => candidate.Score).First();

        (candidate.Section.Ordinal, candidate.NeedsTable, candidate.HasTemplateNumber).ShouldBe((ordinal, false, true));
        candidate.HasTemplateName.ShouldBeFalse();
    }

    [Theory]
    [InlineData("（五）存在的主要问题及改进情况", 5, "（五）")]
    [InlineData("（五）存在问题和改进措施", 5, "（五）")]
    [InlineData("(六)其他事项", 6, "(六)")]
    [InlineData("l六、其他需要报告的事项", 6, "l六、")]
    [InlineData("*五、存在的主要问题及改进情况", 5, "*五、")]
    [InlineData("5.存在的主要问题及改进情况", 5, "5.")]
    [InlineData("5.存在的问题及改进措施", 5, "5.")]
    [InlineData("五）存在的主要问题及改进情况", 5, "五）")]
    [InlineData("五：存在的主要问题及改进情况", 5, "五：")]
    [InlineData("六;其他需要报告的事项", 6, "六;")]
    [InlineData("四、存在问题和改进措施", 5, "四、")]
    [InlineData("伍、存在的主要问题及改进情况", 5, "伍、")]
    [InlineData("第六部分 其他事项", 6, "第六部分")]
    public void Of_OtherNumber_CandidateWithTheNumberAsPrinted(string text, int ordinal, string number)
    {
        var candidate = HeadingCandidate.Of(0, text).OrderByDescending(candidate => candidate.Score).First();

        (candidate.Section.Ordinal, candidate.NumberText, candidate.HasTemplateNumber).ShouldBe((ordinal, number, false));
    }

    [Theory]
    [InlineData("一、總體情況", 1)]
    [InlineData("二、主動公開政府信息情況", 2)]
    [InlineData("三、收到和處理政府信息公開申請情況", 3)]
    [InlineData("四、政府信息公開行政復議、行政訴訟情況", 4)]
    [InlineData("五、存在的主要問題及改進情況", 5)]
    [InlineData("六、其他需要報告的事項", 6)]
    public void Of_TraditionalCharacters_TheTemplatesHeading(string text, int ordinal)
    {
        var candidate = HeadingCandidate.Of(0, text).OrderByDescending(candidate => candidate.Score).First();

        (candidate.Section.Ordinal, candidate.HasTemplateName, candidate.HasTemplateNumber).ShouldBe((ordinal, true, true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("规章")]
    [InlineData("（二）依申请公开情况")]
    [InlineData("（三）依申请公开情况")]
    [InlineData("（五）监督保障情况")]
    [InlineData("（五）监督保障")]
    [InlineData("（二）主动公开工作情况")]
    [InlineData("五、监督保障情况")]
    [InlineData("四、平台建设")]
    [InlineData("二、工作机制保障")]
    [InlineData("二、上年结转政府信息公开申请数量")]
    [InlineData("六、2025年工作要点")]
    [InlineData("依申请公开情况")]
    [InlineData("主动公开情况")]
    [InlineData("3.其他")]
    [InlineData("6.其他结果")]
    [InlineData("（一）主动公开情况")]
    [InlineData("(一)主动公开政府信息情况")]
    [InlineData("（三）不予公开")]
    [InlineData("三、本年度办理结果")]
    [InlineData("一、本年新收政府信息公开申请数量")]
    [InlineData("四、结转下年度继续办理")]
    [InlineData("一是加强总体情况分析")]
    [InlineData("本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分组成。")]
    [InlineData("总体情况良好，全年无行政复议。")]
    [InlineData("法律行政法规禁止公开")]
    public void Of_OtherLine_NoCandidate(string text) => HeadingCandidate.Of(0, text).ShouldBeEmpty();

    [Theory]
    [InlineData("六、其他需要报告的事项 无", "六、其他需要报告的事项", "无")]
    [InlineData("六、其他事项。2024年未收取信息处理费。", "六、其他事项", "2024年未收取信息处理费。")]
    [InlineData("五、存在问题和改进措施：公开内容不够丰富，下一步将加强培训，丰富内容，做好解读，办好网站。", "五、存在问题和改进措施",
        "公开内容不够丰富，下一步将加强培训，丰富内容，做好解读，办好网站。")]
    [InlineData("六、其他需要报告的事项。本年度未收取信息处理费。", "六、其他需要报告的事项", "本年度未收取信息处理费。")]
    [InlineData(
        "一、总体情况　2024年，我局坚持以人民为中心，不断提升政务公开工作水平，主动公开政府信息488条，做到应公开尽公开。",
        "一、总体情况",
        "2024年，我局坚持以人民为中心，不断提升政务公开工作水平，主动公开政府信息488条，做到应公开尽公开。")]
    public void Of_TextBehindTheHeading_RunIn(string text, string heading, string runIn)
    {
        var candidate = HeadingCandidate.Of(0, text).OrderByDescending(candidate => candidate.Score).First();

        candidate.Heading.ShouldBe(heading);
        candidate.RunIn.ShouldBe(runIn);
    }

    [Theory]
    [InlineData("一、总体情况", NumberingStyle.Han, "一、", true, true)]
    [InlineData("一.总体情况", NumberingStyle.Han, "一.", false, true)]
    [InlineData("1、 总体情况", NumberingStyle.Arabic, "1、", false, true)]
    [InlineData("二、总体情况", NumberingStyle.Han, "二、", false, true)]
    [InlineData("总体情况", NumberingStyle.None, "", false, true)]
    [InlineData("一、2023年政务公开总体情况", NumberingStyle.Han, "一、", true, false)]
    [InlineData("一、总 体 情 况", NumberingStyle.Han, "一、", true, true)]
    internal void Of_HeadingInAnyForm_NumberAndNameAsPrinted(
        string text, NumberingStyle style, string number, bool hasTemplateNumber, bool hasTemplateName)
    {
        var candidate = HeadingCandidate.Of(0, text).First(candidate => candidate.Section.Ordinal == 1);

        candidate.Number.Style.ShouldBe(style);
        candidate.NumberText.ShouldBe(number);
        candidate.HasTemplateNumber.ShouldBe(hasTemplateNumber);
        candidate.HasTemplateName.ShouldBe(hasTemplateName);
    }

    [Theory]
    [InlineData("四、政府信息公开行政复议和行政诉讼情况")]
    [InlineData("四、政府信息公开行政复议及行政诉讼情况")]
    [InlineData("四、政府信息公开行政复议行政诉讼情况")]
    public void Of_OrdinaryVariantOfSectionFour_HasTheTemplatesName(string text) =>
        HeadingCandidate.Of(0, text).ShouldHaveSingleItem().HasTemplateName.ShouldBeTrue();
}
