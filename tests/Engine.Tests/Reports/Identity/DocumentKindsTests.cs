using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Tests.Reports.Identity;

public sealed class DocumentKindsTests
{
    private const string Earlier = """
        某某县民政局2014年政府信息公开工作年度报告
        一、概述
        2014年，我局认真贯彻条例，推进政府信息公开工作。
        二、主动公开政府信息的情况
        全年主动公开政府信息326条。
        三、依申请公开政府信息情况
        受理申请2件，均已答复。
        四、行政复议、提起行政诉讼情况
        无。
        五、政府信息公开的收费及减免情况
        未收取费用。
        六、存在的主要问题及改进情况
        一是公开内容不够丰富。
        附表：
        政府信息公开情况统计表
        统计指标	单位	统计数
        一、主动公开情况	——	——
        （一）主动公开政府信息数	条	326
        其中：主动公开规范性文件数	条	1
        制发规范性文件总数	件	1
        三、依申请公开情况	——	——
        （一）收到申请数	件	2
        （二）申请办结数	件	2

        """;

    private const string Budget = """
        某某区民政局2024年部门预算
        一、部门基本情况
        内设科室5个，编制20人。
        二、收支预算总体情况
        收入预算总计	1234.56	万元
        支出预算总计	1234.56	万元
        三、其他需要说明的事项
        政府集中采购	12.5
        """;

    private const string Notice = """
        某某县人民政府办公室
        关于做好2024年政府信息公开工作年度报告编制工作的通知
        各乡镇人民政府，县政府各部门：
        为做好年度报告编制工作，现将有关事项通知如下：
        一、总体情况部分要突出重点。
        二、时间安排
        各单位于1月20日前报送。
        """;

    private const string Guide = """
        某某县民政局政府信息公开指南
        为方便公民、法人和其他组织获取政府信息，编制本指南。
        一、主动公开
        （一）公开范围
        （二）公开形式
        二、依申请公开
        受理机构：某某县民政局办公室
        """;

    private const string RuleOfLaw = """
        某某县民政局2024年法治政府建设年度报告
        一、总体情况
        2024年，我局深入推进法治政府建设。
        二、存在的主要问题
        三、下一步工作安排
        """;

    private const string Summary = """
        某某县民政局办公室2024年工作总结
        一、主要工作
        （一）办文办会。全年办理公文1200件。
        （二）政务公开。公开信息52条。
        二、存在的问题
        三、2025年工作打算
        """;

    public static TheoryData<string, Reason, string> OtherDocuments() => new()
    {
        { Earlier, Reason.OldFormReport, "2019 年以前的年度报告" },
        { Earlier.Replace("2014年", "2014年度", StringComparison.Ordinal), Reason.OldFormReport, "2019 年以前的年度报告" },
        { Earlier.Replace("2014年", string.Empty, StringComparison.Ordinal), Reason.OldFormReport, "2019 年以前的年度报告" },
        { Budget, Reason.NotAReport, "预算" },
        { Notice, Reason.NotAReport, "通知" },
        { Guide, Reason.NotAReport, "指南" },
        { RuleOfLaw, Reason.NotAReport, "法治政府建设" },
        { Summary, Reason.NotAReport, "工作总结" },
        { FormatNotice(), Reason.NotAReport, "空白表格" },
        { "今天天气很好，适合出门散步。", Reason.NotAReport, "没有找到年度报告的六个部分" },
        { "政府信息公开指南\n部门预算\n关于放假的通知\n网站首页\n某某县举行活动。\n", Reason.NotAReport, "没有找到年度报告的六个部分" },
    };

    [Theory]
    [MemberData(nameof(OtherDocuments))]
    public void Check_OtherDocument_SaysWhatItIs(string text, Reason reason, string words)
    {
        var reply = Sample.Check(text);

        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reply.Reason.ShouldBe(reason);
        reply.ReasonText.ShouldContain(words);
        reply.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("文字解读：某某县民政局2024年政府信息公开工作年度报告\n一、编制背景\n第一部分：总体情况，包含五个方面。")]
    [InlineData("《某某县民政局2024年政府信息公开工作年度报告》政策解读\n一、总体情况\n公开5条。\n二、主动公开政府信息情况\n")]
    [InlineData("一图读懂|某某县2024年政府信息公开工作年度报告\n一、总体情况\n公开5条。")]
    [InlineData("【图解】某某镇2024年政府信息公开年报\n一、总体情况")]
    [InlineData("图解\n某某县民政局2024年政府信息公开工作年度报告")]
    [InlineData("文字解读\n某某县民政局2024年政府信息公开工作年度报告\n一、总体情况\n公开5条。")]
    [InlineData("某某县民政局2024年政府信息公开工作年度报告图文解读\n一、总体情况")]
    [InlineData("某某县民政局2024年政府信息公开工作年度报告\n一、编制背景\n按要求编制。\n二、编制依据\n条例。\n三、主要内容\n第一部分：总体情况")]
    [InlineData("某某县各部门公布2024年政府信息公开工作年度报告\n一、总体情况\n公开5条。")]
    [InlineData("某某县召开2024年政府信息公开工作年度报告编制培训会\n一、总体情况")]
    [InlineData("某某市2024年政府信息公开年报新鲜出炉\n一、总体情况\n公开5条。")]
    public void Check_PageAboutAReport_NotAReport(string text)
    {
        var reply = Sample.Check(text);

        (reply.Verdict, reply.Reason).ShouldBe((Verdict.NotDecided, Reason.NotAReport));
        reply.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("政策解读\n")]
    [InlineData("首页 > 图解 > 某某县2024年政府信息公开工作年度报告\n")]
    [InlineData("新闻发布\n图片新闻\n政策解读\n")]
    public void Check_ReportUnderAMenuThatNamesExplanations_IsAReport(string menu)
    {
        var text = menu + "某某县民政局2024年政府信息公开工作年度报告\n"
            + string.Concat(SectionTemplate.All.Select(section => section.Heading + "\n正文。\n"));

        Sample.Check(text).Verdict.ShouldBe(Verdict.Reject);
    }

    [Fact]
    public void Check_ExplanationWithTheWholeReport_Checked() =>
        Sample.Check("图解\n" + new ReportText(_ => "0").Write(Layout.TabRows)).Verdict.ShouldBe(Verdict.Accept);

    [Theory]
    [InlineData("2020年", true)]
    [InlineData("2019年", true)]
    [InlineData("2020年度", true)]
    [InlineData("二〇二〇年", true)]
    [InlineData("2021年", false)]
    [InlineData("2024年", false)]
    public void Check_SectionsWithoutTables_JudgedByTheYear(string year, bool isOld)
    {
        var text = $"某某县某某镇{year}政府信息公开工作年度报告\n"
            + string.Concat(SectionTemplate.All.Select(section => section.Heading + "\n正文。\n"));

        var reply = Sample.Check(text);

        (reply.Verdict, reply.Reason).ShouldBe(isOld ? (Verdict.NotDecided, Reason.OldFormReport) : (Verdict.Reject, Reason.Unspecified));
    }

    [Fact]
    public void Check_ReportOfATrialYearWithDisclosureAsPicture_OldForm()
    {
        var text = new ReportText(_ => "0") { Omits = row => row.StartsWith("disclosure", StringComparison.Ordinal) }.Write(Layout.TabRows)
            .Replace("2024年", "2020年", StringComparison.Ordinal);

        Sample.Check(text).Reason.ShouldBe(Reason.OldFormReport);
    }

    [Theory]
    [InlineData("某某县民政局2024年政府信息公开工作年度报告\n一、总体情况\n2024年，公开信息5条。\n五、存在的主要问题及改进情况\n公开不够。\n")]
    [InlineData("一、总体情况\n2024年，公开信息5条。\n五、存在的主要问题及改进情况\n公开不够。\n")]
    [InlineData("某某县民政局2024年政府信息公开工作年度报告\n一、总体情况\n")]
    public void Check_DraftInTheMaking_IsAReport(string text) => Sample.Check(text).Verdict.ShouldBe(Verdict.Reject);

    [Theory]
    [InlineData(Layout.TabRows)]
    [InlineData(Layout.PipeRows)]
    [InlineData(Layout.PlainCells)]
    [InlineData(Layout.IndentedCells)]
    public void Check_DraftWithEmptyTables_IsAReport(Layout layout)
    {
        var reply = Sample.Check(new ReportText(_ => string.Empty).Write(layout));

        reply.Reason.ShouldNotBe(Reason.NotAReport);
        reply.Report.ShouldNotBeNull();
    }

    [Fact]
    public void Check_DraftUnderAMenuThatNamesANotice_IsAReport()
    {
        var text = "首页\n关于做好年度报告编制工作的通知\n" + new ReportText(_ => string.Empty).Write(Layout.TabRows);

        Sample.Check(text).Report.ShouldNotBeNull();
    }

    // 国办公开办函〔2021〕30号 with the empty form behind it.
    private static string FormatNotice()
    {
        var form = new ReportText(_ => string.Empty).Write(Layout.TabRows);
        return "国务院办公厅政府信息与政务公开办公室\n关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知\n国办公开办函〔2021〕30号\n"
            + "各省、自治区、直辖市人民政府办公厅：\n现将年度报告格式印发给你们，请遵照执行。\n附件：中华人民共和国政府信息公开工作年度报告格式\n"
            + form[form.IndexOf("一、总体情况", StringComparison.Ordinal)..];
    }
}
