using System.Text.RegularExpressions;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Sections;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Identity;

/// <summary>Recognizes pages that tell of a report and are none: 文字解读, 图解, 一图读懂, news of its publication.</summary>
internal static partial class PagesAboutReports
{
    private const int LinesSearched = 12;
    private const int LinesOfText = 300;
    private const int LongestLine = 80;
    private const int LongestHeading = 20;
    private const int LeastHeadings = 2;
    private const int LeastSections = 3;

    /// <summary>Whether the document is one. It must have no table of a report.</summary>
    public static bool IsOne(IReadOnlyList<TextLine> lines, IReadOnlyList<SectionSpan> spans)
    {
        var named = spans.Count(span => span.Heading is { HasTemplateName: true, HasTemplateNumber: true, RunIn.Length: 0 });
        var filled = lines.Where(line => !string.IsNullOrWhiteSpace(line.Text)).ToList();
        List<string> titles =
        [
            .. filled.Take(LinesSearched).Select(line => Characters.Squeeze(line.Text))
                .Where(line => line.Length <= LongestLine && line.AsSpan().IndexOfAny("。>") < 0),
        ];
        return IsExplanation(titles)
            || (named < LeastSections && (HasHeadingsOfExplanation(filled) || titles.Exists(title => News().IsMatch(title))));
    }

    // "文字解读：某某局2024年政府信息公开工作年度报告"; a menu names 政策解读 on a line of its own, which tells nothing.
    private static bool IsExplanation(List<string> titles) => titles.Exists(title => Explanation().IsMatch(title))
        || titles.Zip(titles.Skip(1)).Any(pair => ExplanationLabel().IsMatch(pair.First) && Report().IsMatch(pair.Second));

    // 一、编制背景, 二、编制依据: what an explanation consists of.
    private static bool HasHeadingsOfExplanation(List<TextLine> lines) =>
        lines.Take(LinesOfText).Select(line => Characters.Squeeze(line.Text))
            .Count(line => line.Length <= LongestHeading && HeadingOfExplanation().IsMatch(line)) >= LeastHeadings;

    [GeneratedRegex(
        "(解读|图解|图说|读懂|看懂|图文|问答|速览|答记者问|长图|H5).{0,30}(年度报告|年报)|(年度报告|年报)[》”\"〉]?[(【\\[]?的?(政策|文字|图文|图片|视频|专家)?(解读|图解|问答|说明|速览)",
        PatternOptions.Linear)]
    private static partial Regex Explanation();

    [GeneratedRegex("^[【\\[(]?(文字|图文|图片|图表|视频|一图)(解读|图解|读懂|看懂)[】\\]):|丨]*$|^(图解|解读)[:|丨]$", PatternOptions.Linear)]
    private static partial Regex ExplanationLabel();

    [GeneratedRegex("信息公开.{0,12}(年度报告|年报)", PatternOptions.Linear)]
    private static partial Regex Report();

    [GeneratedRegex(
        "(发布|公布|晒出|召开|举办|部署|启动|完成|做好).{0,30}信息公开.{0,12}(年度报告|年报)"
        + "|信息公开.{0,12}(年度报告|年报).{0,8}(编制工作|编制培训|培训|推进会|部署会|工作会|新鲜出炉|出炉|发布|公布|上线|通报|检查|评估|情况通报)",
        PatternOptions.Linear)]
    private static partial Regex News();

    [GeneratedRegex(
        "^[(]?[一二三四五六七八0-9]{1,2}[)、.,]((编制|起草|出台|制定|发布|公布)(的)?(背景|依据|目的|过程|意义|说明)|主要内容|特色亮点|解读(机关|单位|人)|名词解释)$",
        PatternOptions.Linear)]
    private static partial Regex HeadingOfExplanation();
}
