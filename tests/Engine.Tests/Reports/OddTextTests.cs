using System.Globalization;
using System.Text.RegularExpressions;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Reports;

/// <summary>Generated reports with what conversions and web pages do to them, in every layout.</summary>
public sealed partial class OddTextTests
{
    private const string MenuAbove =
        "网站首页\n政务公开\n政府信息公开\n当前位置：首页 > 政府信息公开 > 年报\n索引号：11341702486344515H/2024-00012\n" +
        "发布时间：2025-01-15\n来源：某某区\n浏览次数：128\n字体：[大 中 小]\n点击收听年报语音朗读\n";

    private const string MenuBelow =
        "\n某某区人民政府办公室\n2025年1月15日\n【打印】【关闭】\n上一篇：某某区2023年政府信息公开工作年度报告\n" +
        "主办：某某区人民政府\n备案序号：京ICP备05000001号\n网站标识码 1100000001\n版权所有 2025\n1\n";

    private static readonly Dictionary<int, string> Narratives = new()
    {
        [2] = "本年度制发行政规范性文件3件，废止1件，现行有效12件。行政处罚处理决定数量39件，不存在其他情况。\n",
        [3] = "2024年，区政府办公室共收到8份政府信息公开申请，其中自然人7件，商业企业1件，上年结转0件。\n该部分以表格形式报告。表格如下:\n",
        [4] = "2024年，发生行政复议2件，行政诉讼1件。\n",
    };

    public static TheoryData<Layout> AllLayouts() => [.. Enum.GetValues<Layout>()];

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_WindowsLineEnds_AllNumbers(Layout layout) =>
        Check(layout, text: report => report.Replace("\n", "\r\n", StringComparison.Ordinal)).All();

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_FullWidthDigits_AllNumbers(Layout layout) =>
        Check(layout, cell: number => string.Concat($"{number}".Select(digit => (char)(digit + 0xFEE0)))).All();

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_ThousandsSeparators_AllNumbers(Layout layout) =>
        Check(layout, cell: number => number.ToString("N0", CultureInfo.InvariantCulture), most: 90_000).All();

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_HardAndWideSpacesAroundNumbers_AllNumbers(Layout layout) =>
        Check(layout, cell: number => $"\u00A0{number}\u3000\u200B").All();

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_Gb18030_AllNumbers(Layout layout)
    {
        var numbers = new NumbersThatBalance(11, 40);
        var text = new ReportText(cell => $"{numbers[cell]}").Write(layout);

        Sample.Check(Encoded.As(text, "GB18030")).ShouldHoldAll(numbers);
    }

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_MenusAndCopyrightAround_AllNumbers(Layout layout)
    {
        var numbers = new NumbersThatBalance(11, 40);
        var reply = Sample.Check(new ReportText(cell => $"{numbers[cell]}") { Before = MenuAbove, After = MenuBelow }.Write(layout));

        reply.ShouldHoldAll(numbers);
        reply.Report.Organization.ShouldBe("某某市人民政府办公室");
        reply.Verdict.ShouldBe(Verdict.Accept);
    }

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_CountsInProseBeforeTheTable_AllNumbers(Layout layout)
    {
        var numbers = new NumbersThatBalance(11, 40);
        var reply = Sample.Check(new ReportText(cell => $"{numbers[cell]}") { Prose = section => Narratives[section] }.Write(layout));

        reply.ShouldHoldAll(numbers);
        // The prose counts otherwise than the tables, which is told.
        reply.Verdict.ShouldBe(Verdict.Reject);
        var errors = reply.Findings.Where(finding => finding.Severity == Level.Error).Select(finding => finding.RuleId);
        errors.ShouldAllBe(rule => rule.StartsWith("n3-") || rule.StartsWith("n4-") || rule == "t2-narr-rules");
    }

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_HeadingOfATableMissing_AllNumbersAndReject(Layout layout)
    {
        var numbers = new NumbersThatBalance(11, 40);
        foreach (var section in (int[])[2, 3, 4])
        {
            var reply = Sample.Check(new ReportText(cell => $"{numbers[cell]}") { WithoutHeading = [section] }.Write(layout));

            reply.ShouldHoldAll(numbers);
            reply.Findings.Select(finding => finding.RuleId).ShouldContain("sec-missing");
        }
    }

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_BookmarkInEveryCellAndLabel_AllNumbers(Layout layout)
    {
        var numbers = new NumbersThatBalance(11, 40);
        var report = new ReportText(cell => $"[bookmark: _GoBack]{numbers[cell]}")
        {
            Label = label => label.Length == 0 ? label : label + "[bookmark: OLE_LINK1]",
        };
        if (layout is Layout.PdfText or Layout.PdfMiddle or Layout.PdfCentred or Layout.PdfShuffled)
        {
            report = new ReportText(cell => $"[bookmark: _GoBack]{numbers[cell]}");
        }

        Sample.Check(report.Write(layout)).ShouldHoldAll(numbers);
    }

    public static TheoryData<Layout, string> LayoutsAndPageBreaks()
    {
        string[] breaks = ["- 3 -\n", "—3—\n", "第3页\n", "3\n", "\n\n3\n\n", "\f", "某某区2024年政府信息公开工作年度报告\n", "- 3 -\n\n某某区政府\n"];
        var data = new TheoryData<Layout, string>();
        foreach (var layout in Enum.GetValues<Layout>())
        {
            foreach (var text in breaks)
            {
                data.Add(layout, text);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(LayoutsAndPageBreaks))]
    public void Read_PageBreakBetweenRows_NothingWrong(Layout layout, string pageBreak)
    {
        var numbers = new NumbersThatBalance(11, 40);

        var reply = Sample.Check(new ReportText(cell => $"{numbers[cell]}") { PageBreak = pageBreak }.Write(layout));
        reply.ShouldHoldNothingWrong(numbers);
        if (!pageBreak.Contains("3\n", StringComparison.Ordinal))
        {
            reply.ShouldHoldAll(numbers);
            reply.Verdict.ShouldBe(Verdict.Accept);
        }
    }

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_TablesPrintedTwice_AllNumbers(Layout layout)
    {
        var numbers = new NumbersThatBalance(11, 40);

        var reply = Sample.Check(new ReportText(cell => $"{numbers[cell]}") { Copies = 2 }.Write(layout));

        reply.ShouldHoldAll(numbers);
    }

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_BlankInsteadOfZero_NothingWrong(Layout layout)
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var numbers = new NumbersThatBalance(seed, 40);
            var report = new ReportText(cell => numbers[cell] == 0 ? string.Empty : $"{numbers[cell]}");

            Sample.Check(report.Write(layout)).ShouldHoldNothingWrong(numbers);
        }
    }

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_TableOfDifferentNumbersUnderTheTable_NotAccepted(Layout layout)
    {
        var (first, second) = (new NumbersThatBalance(11, 40), new NumbersThatBalance(12, 40));
        var written = new HashSet<string>();
        var report = new ReportText(cell => $"{(written.Add(cell.Path) ? first : second)[cell]}") { Copies = 2 };

        Sample.Check(report.Write(layout)).Verdict.ShouldNotBe(Verdict.Accept);
    }

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_GluedZeros_NothingWrong(Layout layout)
    {
        var numbers = new NumbersThatBalance(11, 0);
        var text = new ReportText(cell => $"{numbers[cell]}").Write(layout);
        foreach (var separator in (string[])["\n", "\n\n", " ", "\t"])
        {
            var glued = text.Replace(string.Join(separator, Enumerable.Repeat("0", 7)), "0000000", StringComparison.Ordinal);
            Sample.Check(glued).ShouldHoldNothingWrong(numbers);
        }
    }

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_GluedNumbers_NothingWrong(Layout layout)
    {
        var numbers = new NumbersThatBalance(11, 3);
        var lines = new ReportText(cell => $"{numbers[cell]}").Write(layout).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var glued = (string[])lines.Clone();
            glued[i] = Glue(lines[i]);
            if (glued[i] != lines[i])
            {
                Sample.Check(string.Join('\n', glued)).Verdict.ShouldNotBe(Verdict.Accept, lines[i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_WholeReportOnOneLine_NothingWrong(Layout layout)
    {
        var numbers = new NumbersThatBalance(11, 40);
        var text = new ReportText(cell => $"{numbers[cell]}").Write(layout).Replace('\n', ' ');

        Sample.Check(text).ShouldHoldNothingWrong(numbers);
    }

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Read_PipeStormAboveTheReport_AllNumbers(Layout layout)
    {
        var numbers = new NumbersThatBalance(11, 40);
        var storm = "| 某某区 |" + new string('|', 400) + "\n" + string.Concat(Enumerable.Repeat("|\n", 200));

        Sample.Check(new ReportText(cell => $"{numbers[cell]}") { Before = storm, After = storm }.Write(layout)).ShouldHoldAll(numbers);
    }

    // The first two numbers of the line in one.
    private static string Glue(string line) =>
        TwoNumbers().Replace(line, match => match.Groups["first"].Value + match.Groups["second"].Value, 1);

    [GeneratedRegex(@"(?<=[\s|])(?<first>\d+)[ \t|]+(?<second>\d+)(?=[\s|]|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TwoNumbers();

    private static Written Check(Layout layout, Func<int, string>? cell = null, Func<string, string>? text = null, int most = 40)
    {
        var numbers = new NumbersThatBalance(11, most);
        var report = new ReportText(template => cell?.Invoke(numbers[template]) ?? $"{numbers[template]}").Write(layout);
        return new Written(numbers, Sample.Check(text?.Invoke(report) ?? report));
    }

    private sealed record Written(NumbersThatBalance Numbers, ValidateReply Reply)
    {
        public void All()
        {
            Reply.ShouldHoldAll(Numbers);
            Reply.Verdict.ShouldBe(Verdict.Accept);
        }
    }
}
