using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Sections;
using Validation.Form;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Tests.Reports.Sections;

public sealed class SectionFinderTests
{
    private static readonly string[] Headings = [.. SectionTemplate.All.Select(section => section.Heading)];

    [Fact]
    public void Find_AllHeadings_SpansWithoutDeviations()
    {
        var (spans, deviations) = Find(
            "标题", Headings[0], "正文", Headings[1], Headings[2], "表", Headings[3], Headings[4], "文", Headings[5], "无");

        spans.Select(span => (span.Section.Ordinal, span.Start, span.End)).ShouldBe(
            [(1, 2, 3), (2, 4, 4), (3, 5, 6), (4, 7, 7), (5, 8, 9), (6, 10, 11)]);
        deviations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 8)]
    [InlineData(3, 2)]
    [InlineData(3, 13)]
    [InlineData(5, 4)]
    public void Find_HeadingBrokenInTwoLines_FoundWhole(int index, int at)
    {
        var lines = new List<string>(Headings) { "无" };
        var heading = lines[index];
        lines[index] = heading[..at] + " ";
        lines.Insert(index + 1, heading[at..]);
        var (spans, deviations) = Find([.. lines]);

        deviations.ShouldBeEmpty();
        spans.Select(span => span.Heading.Heading).ShouldBe(Headings);
        spans[index].Start.ShouldBe(index + 2);
    }

    [Fact]
    public void Find_ShortLineBeneathHeading_KeptAsText()
    {
        var (spans, deviations) = Find([.. Headings[..4], "表", .. Headings[4..], "无"]);

        deviations.ShouldBeEmpty();
        spans[3].Start.ShouldBe(4);
    }

    [Fact]
    public void Find_LineThatOnlyResemblesABrokenHeading_KeptAsText()
    {
        var (spans, deviations) = Find([.. Headings[..5], "二、主动公开政府", "信息的机制不健全", Headings[5]]);

        deviations.ShouldBeEmpty();
        spans.Select(span => (span.Start, span.End)).ShouldBe([(1, 1), (2, 2), (3, 3), (4, 4), (5, 7), (8, 8)]);
    }

    [Theory]
    [InlineData("1、", Kind.SectionNumber, "1、")]
    [InlineData("1.", Kind.SectionNumber, "1.")]
    [InlineData("一.", Kind.SectionNumber, "一.")]
    [InlineData("二、", Kind.SectionNumber, "二、")]
    [InlineData("", Kind.SectionNumber, "")]
    [InlineData("第一部分 ", Kind.SectionNumber, "第一部分")]
    [InlineData("第一部分、", Kind.SectionNumber, "第一部分、")]
    public void Find_OtherNumber_FoundAndNoted(string number, Kind kind, string actual)
    {
        var (spans, deviations) = Find([number + "总体情况", .. Headings[1..]]);

        spans.Select(span => span.Section.Ordinal).ShouldBe([1, 2, 3, 4, 5, 6]);
        var deviation = deviations.Where(deviation => deviation.Kind == kind).ShouldHaveSingleItem();
        deviation.Path.ShouldBe("sections.1");
        deviation.Expected.ShouldBe("一、");
        deviation.Actual.ShouldBe(actual);
        deviation.Location.Line.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, "一、2023年政务公开总体情况")]
    [InlineData(0, "一、政府信息公开工作的基本情况")]
    [InlineData(1, "二、主动公开政府信息的情况")]
    [InlineData(4, "五、存在的主要问题及整改措施")]
    [InlineData(5, "六、需要报告的其他事项")]
    public void Find_OtherName_FoundAndNoted(int index, string heading)
    {
        var lines = (string[])Headings.Clone();
        lines[index] = heading;
        var (spans, deviations) = Find(lines);

        spans.Select(span => span.Section.Ordinal).ShouldBe([1, 2, 3, 4, 5, 6]);
        var deviation = deviations.ShouldHaveSingleItem();
        deviation.Kind.ShouldBe(Kind.SectionName);
        deviation.Path.ShouldBe($"sections.{index + 1}");
        deviation.Actual.ShouldBe(heading[2..]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Find_OneHeadingMissing_TheOthersFound(int missing)
    {
        var (spans, deviations) = Find([.. Headings.Where((_, i) => i != missing)]);

        spans.Select(span => span.Section.Ordinal).ShouldBe(Enumerable.Range(1, 6).Where(ordinal => ordinal != missing + 1));
        deviations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    public void Find_HeadingTwice_OneSpanAndOrderNoted(int twice)
    {
        var (spans, deviations) = Find([.. Headings[..(twice + 1)], "正文一行", .. Headings[twice..]]);

        spans.Select(span => span.Section.Ordinal).ShouldBe([1, 2, 3, 4, 5, 6]);
        deviations.ShouldHaveSingleItem().Kind.ShouldBe(Kind.SectionOrder);
    }

    [Fact]
    public void Find_HeadingsOutOfOrder_LongestChainAndOrderNoted()
    {
        var (spans, deviations) = Find(Headings[0], Headings[1], Headings[4], Headings[2], Headings[3], Headings[5]);

        spans.Select(span => span.Section.Ordinal).ShouldBe([1, 2, 3, 4, 6]);
        var deviation = deviations.ShouldHaveSingleItem();
        (deviation.Kind, deviation.Path, deviation.Location.Line).ShouldBe((Kind.SectionOrder, "sections.5", 3));
    }

    [Theory]
    [InlineData("（五）存在的主要问题及改进情况")]
    [InlineData("（五）存在问题和改进措施")]
    public void Find_NumberInBrackets_FoundAndNoted(string heading)
    {
        var (spans, deviations) = Find([Headings[0], "（四）平台建设", "（五）监督保障", .. Headings[1..4], heading, Headings[5]]);

        spans.Select(span => span.Section.Ordinal).ShouldBe([1, 2, 3, 4, 5, 6]);
        spans[4].Heading.Line.ShouldBe(6);
        deviations.ShouldContain(deviation => deviation.Kind == Kind.SectionNumber && deviation.Actual == "（五）");
    }

    [Fact]
    public void Find_PartsInBracketsAndNoSection_StillMissing()
    {
        var (spans, _) = Find([Headings[0], "（一）主动公开情况", "（二）依申请公开情况", "（四）平台建设", "（五）存在的问题及改进情况", .. Headings[1..4], Headings[5]]);

        spans.Select(span => span.Section.Ordinal).ShouldBe([1, 2, 3, 4, 6]);
    }

    [Fact]
    public void Find_AllNumbersInBrackets_AllFound()
    {
        var (spans, _) = Find([.. Headings.Select((heading, i) => $"（{"一二三四五六"[i]}）{heading[2..]}")]);

        spans.Select(span => span.Section.Ordinal).ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public void Find_SameWordsAboveProseAndTable_TheOneAboveItsTable()
    {
        var (spans, deviations) = Find(
            "一、总体情况", "二、主动公开工作", "公开信息8条。", "三、依申请公开工作", "收到申请2件。", "一、主动公开政府信息情况", "第二十条第（一）项", "信息内容",
            "二、收到和处理政府信息公开申请情况", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", Headings[3], Headings[4], Headings[5]);

        spans.Select(span => span.Heading.Line).ShouldBe([0, 5, 8, 10, 11, 12]);
        deviations.Where(deviation => deviation.Kind == Kind.ExtraSection).Select(deviation => deviation.Actual)
            .ShouldBe(["二、主动公开工作", "三、依申请公开工作"]);
    }

    [Theory]
    [InlineData("七、重点任务", 6, 6)]
    [InlineData("附件：统计图", 6, 6)]
    [InlineData("附件1", 6, 6)]
    [InlineData("第七部分 附表", 6, 6)]
    [InlineData("二、工作机制保障", 1, 1)]
    [InlineData("五、平台建设", 1, 1)]
    [InlineData("三、重点领域公开", 2, 2)]
    [InlineData("四、建议提案办理情况", 3, 3)]
    [InlineData("五、信访工作", 4, 4)]
    [InlineData("一、存在的短板", 5, 5)]
    [InlineData("二、改进措施", 5, 5)]
    public void Find_FurtherPart_Noted(string heading, int at, int section)
    {
        var (spans, deviations) = Find([.. Headings[..at], "正文。", " " + heading, "正文。", .. Headings[at..]]);

        spans.Select(span => span.Section.Ordinal).ShouldBe([1, 2, 3, 4, 5, 6]);
        var deviation = deviations.ShouldHaveSingleItem();
        (deviation.Kind, deviation.Path, deviation.Actual).ShouldBe((Kind.ExtraSection, $"sections.{section}", heading));
        (deviation.Location.Line, deviation.Location.Column).ShouldBe((at + 2, 2));
    }

    [Theory]
    [InlineData("附件：2024年度报告.docx")]
    [InlineData("附件：某局年报（图片版）.pdf")]
    [InlineData("附件下载")]
    [InlineData("附件下载：")]
    public void Find_TheReportItselfAsAFile_NoPart(string line) =>
        Find([.. Headings, "未收取信息处理费。", line]).Deviations.ShouldBeEmpty();

    [Theory]
    [InlineData("附件：年报统计表.docx")]
    [InlineData("附件：年度报告说明")]
    public void Find_AnnexOfSomethingElse_Noted(string line) =>
        Find([.. Headings, "未收取信息处理费。", line]).Deviations.ShouldHaveSingleItem().Kind.ShouldBe(Kind.ExtraSection);

    [Theory]
    [InlineData("一、本年新收政府信息公开申请数量")]
    [InlineData("一、本年新收政府信")]
    [InlineData("三、本年度办理结果0")]
    [InlineData("四、结转下年度继续办理")]
    [InlineData("（一）予以公开")]
    [InlineData("一是加强领导")]
    [InlineData("一、加强领导，健全机制")]
    [InlineData("二、公开信息5条。")]
    [InlineData("二、具体情况如下：")]
    [InlineData("1、加强培训")]
    [InlineData("附件见网站。")]
    [InlineData("2025年1月5日")]
    public void Find_LineThatIsNoPart_NotNoted(string line)
    {
        Find([.. Headings[..3], line, .. Headings[3..]]).Deviations.ShouldBeEmpty();
        Find([.. Headings, line]).Deviations.ShouldBeEmpty();
    }

    [Fact]
    public void Find_ManyFurtherParts_SomeNotedAndFastEnough()
    {
        var (spans, deviations) = Find([.. Headings, .. Enumerable.Repeat("七、重点任务", 100_000)]);

        spans.Count.ShouldBe(6);
        deviations.Count.ShouldBe(100);
    }

    [Fact]
    public void Find_NamesInThePreamble_NotTaken()
    {
        const string Preamble =
            "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、" +
            "存在的主要问题及改进情况、其他需要报告的事项六部分组成。";
        var (spans, deviations) = Find([Preamble, .. Headings]);

        spans.Select(span => span.Heading.Line).ShouldBe([1, 2, 3, 4, 5, 6]);
        deviations.ShouldBeEmpty();
    }

    [Fact]
    public void Find_PreambleBrokenAtTheNames_NotTaken()
    {
        var (spans, deviations) = Find(["本报告由", "总体情况、", "主动公开政府信息情况、收到和处理政府信息公开申请情况等", "六部分组成。", .. Headings]);

        spans.Select(span => span.Heading.Line).ShouldBe([4, 5, 6, 7, 8, 9]);
        deviations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ……………… 1")]
    [InlineData("........3")]
    [InlineData("\t3")]
    public void Find_TableOfContents_SectionsAreThoseWithText(string end)
    {
        var contents = Headings.Select(heading => heading + end);
        var (spans, _) = Find(["目录", .. contents, .. Headings.SelectMany(heading => new[] { heading, "这里是正文，说明有关情况。" })]);

        spans.Select(span => span.Heading.Line).ShouldBe([7, 9, 11, 13, 15, 17]);
    }

    [Fact]
    public void Find_TableOfContents_NoHeadingTwice()
    {
        var (spans, deviations) = Find(["目录", .. Headings, "本报告由六部分组成。", .. Headings.SelectMany(heading => new[] { heading, "正文。" })]);

        spans.Count.ShouldBe(6);
        deviations.ShouldBeEmpty();
    }

    [Fact]
    public void Find_RowsOfTableThree_NoSections()
    {
        var rows = ReportTemplate.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Headings.Append(row.Label));

        Find([.. rows]).Spans.ShouldBeEmpty();
    }

    [Fact]
    public void Find_ManyLinesLikeHeadings_FastEnough()
    {
        var lines = Enumerable.Repeat(Headings, 300).SelectMany(headings => headings).ToArray();

        Find(lines).Spans.Count.ShouldBe(6);
    }

    private static (IReadOnlyList<SectionSpan> Spans, List<Deviation> Deviations) Find(params string[] lines)
    {
        var deviations = new List<Deviation>();
        return (SectionFinder.Find([.. lines.Select((line, i) => new TextLine(line, new Position(i + 1, 1)))], deviations), deviations);
    }
}
