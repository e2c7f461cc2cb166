using System.Text.RegularExpressions;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Rules.Compiling;

/// <summary>The national rules on whole documents: what they say must not depend on how a text was converted.</summary>
public sealed partial class NationalRulesOnTextsTests
{
    private const int LineOfAPage = 30;

    public static TheoryData<Layout> AllLayouts() => [.. Enum.GetValues<Layout>()];

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Check_ReportOfZeros_NoFindingAtAll(Layout layout) =>
        Sample.Check(new ReportText(_ => "0").Write(layout)).Findings.Select(FindingLine.Of).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(AllLayouts))]
    public void Check_MenusAndCopyrightAround_NoFindingAtAll(Layout layout)
    {
        var text = new ReportText(_ => "0")
        {
            Before = "网站首页\n当前位置：首页 > 政府信息公开 > 年报\n索引号：11341702486344515H/2024-00012\n发布时间：2025-01-15\n",
            After = "\n某某市人民政府办公室\n2025年1月15日\n【打印】【关闭】\n上一篇：某某市2023年政府信息公开工作年度报告\n" +
                "主办：某某市人民政府\n备案序号：京ICP备05000001号\n联系电话：0319-3288000\n版权所有 2025\n1\n",
        };

        Sample.Check(text.Write(layout)).Findings.Select(FindingLine.Of).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Check_RealReportWithSpacesAroundNumbers_SameFindings(string name) =>
        Rules(Counted().Replace(new Sample(name).Text, " ${number} ${unit}")).ShouldBe(Rules(new Sample(name).Text), ignoreOrder: true);

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Check_RealReportWithFullWidthNumbers_SameFindings(string name) =>
        Rules(Counted().Replace(new Sample(name).Text, match => Wide(match.Groups["number"].Value) + match.Groups["unit"].Value)).ShouldBe(
            Rules(new Sample(name).Text), ignoreOrder: true);

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Check_RealReportWrappedByAPage_SameFindings(string name)
    {
        var lines = new Sample(name).Text.Split('\n')
            .SelectMany(line => IsProse(line) ? line.Chunk(LineOfAPage).Select(part => new string(part)) : [line]);

        Rules(string.Join('\n', lines)).ShouldBe(Rules(new Sample(name).Text), ignoreOrder: true);
    }

    private static IEnumerable<string> Rules(string text)
    {
        var reply = Sample.Check(text);
        reply.RuleFailures.ShouldBeEmpty();
        return
            from finding in reply.Findings
            select $"{finding.Severity} {finding.RuleId} {string.Join(' ', finding.Cells.Select(cell => cell.Path))}";
    }

    private static bool IsProse(string line) => line.Length > 2 * LineOfAPage && !line.Contains('\t', StringComparison.Ordinal);

    private static string Wide(string digits) => string.Concat(digits.Select(digit => (char)(digit + 0xFEE0)));

    // Numbers of prose: a unit stands behind them.
    [GeneratedRegex("(?<number>[0-9]+)(?<unit>[年月日件条余])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();
}
