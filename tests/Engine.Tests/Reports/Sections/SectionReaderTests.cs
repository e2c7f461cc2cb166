using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Reports.Sections;

public sealed class SectionReaderTests
{
    private const string Title = "某某县民政局\n2024年政府信息公开工作年度报告\n";

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Read_RealReport_ParagraphsAreTheTextAndStandWhereTheySay(string name)
    {
        var sample = new Sample(name);
        var report = sample.Check().Report;
        var lines = sample.Text.Split('\n');

        report.Opening.Count.ShouldBe(name switch { "jiyuan-2024" => 0, "xingtai-2024" => 3, _ => 1 });
        foreach (var section in report.Sections)
        {
            string.Join('\n', section.Paragraphs.Select(paragraph => paragraph.Text)).ShouldBe(section.Text);
        }

        foreach (var paragraph in report.Opening.Concat(report.Sections.SelectMany(section => section.Paragraphs)))
        {
            var line = lines[paragraph.Location.Line - 1];
            line[(paragraph.Location.Column - 1)..].TrimEnd().ShouldBe(paragraph.Text);
        }
    }

    [Theory]
    [InlineData("某某县民政局\n2024年政府信息公开工作年度报告\n\n　　现发布本报告。\n", "4:3 现发布本报告。")]
    [InlineData("首页>年报\n某某县民政局2024年政府信息公开工作年度报告\n第一段。\n\t第二段", "3:1 第一段。|4:2 第二段")]
    [InlineData("某某县民政局2024年政府信息公开工作年度报告\n- 1 -\n2\n第一段。", "4:1 第一段。")]
    [InlineData("某某县民政局2024年政府信息公开工作年度报告", "")]
    [InlineData("现发布本报告。", "1:1 现发布本报告。")]
    [InlineData("某某县民政局2024年政府信息公开工作年度报告\n[bookmark: _GoBack]现发布本报告。", "2:20 现发布本报告。")]
    public void ReadOpening_BeforeTheFirstSection_LinesBehindTheTitle(string opening, string expected)
    {
        var report = Sample.Check($"{opening}\n一、总体情况\n正文。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况").Report;

        Shown(report.Opening).ShouldBe(expected);
    }

    [Fact]
    public void ReadOpening_PageNumbers_Deviations()
    {
        var report = Sample.Check($"{Title}- 1 -\n第一段。\n一、总体情况\n正文。\n五、存在的主要问题及改进情况\n").Report;

        var number = report.Deviations.Where(deviation => deviation.Kind == Deviation.Types.Kind.PageNumber).ShouldHaveSingleItem();
        (number.Actual, number.Location.Line).ShouldBe(("- 1 -", 3));
    }

    [Theory]
    [InlineData("一、总体情况\n　　第一段。\n\n第二段", "2:3 第一段。|4:1 第二段")]
    [InlineData("  一、总体情况。2024年，工作平稳。 \n第二段", "1:10 2024年，工作平稳。|2:1 第二段")]
    [InlineData("一、总体情况\n第一段[bookmark: _GoBack]完\n3\n第 2 页", "2:1 第一段                   完")]
    public void Read_Prose_EveryParagraphWithItsPlace(string section, string expected)
    {
        var read = Sample.Check($"{section}\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况").Report.Sections[0];

        Shown(read.Paragraphs).ShouldBe(expected);
    }

    [Fact]
    public void Read_BesideATable_WholeSentencesAlone()
    {
        const string Section = "二、主动公开政府信息情况\n  本年度制发行政规范性文件3件，废止1件。\n规章\n0\n0\n0\n";
        var read = Sample.Check($"一、总体情况\n正文。\n{Section}三、收到和处理政府信息公开申请情况\n").Report.Sections[1];

        Shown(read.Paragraphs).ShouldBe("4:3 本年度制发行政规范性文件3件，废止1件。");
    }

    [Fact]
    public void ReadOpening_NoSections_SentencesAlone()
    {
        var rows = string.Concat(Enumerable.Repeat("规章\n0\n0\n0\n行政规范性文件\n1\n0\n1\n", 2));
        var report = Sample.Check($"{Title}  根据有关规定，现发布本单位的年度报告。\n{rows}").Report;

        Shown(report.Opening).ShouldBe("3:3 根据有关规定，现发布本单位的年度报告。");
    }

    private static string Shown(IEnumerable<Passage> passages) =>
        string.Join('|', passages.Select(passage => $"{passage.Location.Line}:{passage.Location.Column} {passage.Text}"));
}
