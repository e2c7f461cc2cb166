using System.Text.RegularExpressions;
using Validation.Template;

namespace Validation.Engine.Reports.Sections;

/// <summary>
/// What a heading says, whatever its wording: the word that makes it that of a section, no word of another, and few words that headings of
/// that section do not use.
/// </summary>
internal static partial class HeadingWords
{
    /// <summary>How like the template's a name is that says the same in other words.</summary>
    public const double Whole = 0.9;

    // Some words are not known: then the number must be right.
    private const double Partly = 0.75;
    private const double LeastKnown = 0.7;

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Sayings[] All =
    [
        new(Overview(), NoOverview(), OverviewWords()),
        new(Disclosure(), NoDisclosure(), DisclosureWords()),
        new(Applications(), NoApplications(), ApplicationWords()),
        new(Disputes(), NoDisputes(), DisputeWords()),
        new(Problems(), NoProblems(), ProblemWords()),
        new(Others(), NoOthers(), OtherWords()),
    ];

    /// <summary>How surely a name is that of a section: <see cref="Whole"/>, less, or 0.</summary>
    /// <param name="name">The words of the name.</param>
    /// <param name="section">The section.</param>
    /// <param name="isNumberRight">The heading bears the number of the section.</param>
    public static double Likeness(string name, SectionTemplate section, bool isNumberRight)
    {
        var sayings = All[section.Ordinal - 1];
        var isSaid = sayings.Core.IsMatch(name) || (isNumberRight && section.Ordinal == 1 && Work().IsMatch(name));
        if (!isSaid || sayings.Other.IsMatch(name))
        {
            return 0;
        }

        var known = 0;
        foreach (var word in sayings.Words.EnumerateMatches(name))
        {
            known += word.Length;
        }

        return known == name.Length ? Whole : isNumberRight && known >= LeastKnown * name.Length ? Partly : 0;
    }

    [GeneratedRegex("总体|整体|概述|概况|综述|总述|基本情况", Options)]
    private static partial Regex Overview();

    // The first part of a report is the overview also where it is only called work.
    [GeneratedRegex("^(20[0-9]{2}年度?)?(政府|政务)?(信息)?(公开)?(主要|重点)?工作?(开展|推进|落实|完成|主要|进展)?(情况|回顾|总结)$", Options)]
    private static partial Regex Work();

    [GeneratedRegex("主动|申请|复议|诉讼|问题|不足|平台|保障|管理|改进|其他", Options)]
    private static partial Regex NoOverview();

    [GeneratedRegex("政府|政务|信息|公开|工作|情况|总体|整体|概述|概况|综述|总述|基本|主要|重点|开展|推进|落实|完成|进展|回顾|总结|年度?|20[0-9]{2}|[的和及与本全]", Options)]
    private static partial Regex OverviewWords();

    [GeneratedRegex("主动公开", Options)]
    private static partial Regex Disclosure();

    [GeneratedRegex("申请|复议|诉讼|问题|平台|监督|数量?$|指南|目录", Options)]
    private static partial Regex NoDisclosure();

    [GeneratedRegex("政府|政务|信息|公开|工作|情况|主动|发布|公布|各类|有关|相关|年度?|20[0-9]{2}|[的和及与本]", Options)]
    private static partial Regex DisclosureWords();

    [GeneratedRegex("申请", Options)]
    private static partial Regex Applications();

    [GeneratedRegex("主动公开|复议|诉讼|问题|新收|结转|数量|申请人", Options)]
    private static partial Regex NoApplications();

    [GeneratedRegex("政府|政务|信息|公开|工作|情况|依法|依|申请|收到|处理|办理|受理|回复|答复|接收|结果|年度?|20[0-9]{2}|[的和及与本]", Options)]
    private static partial Regex ApplicationWords();

    [GeneratedRegex("复议|诉讼", Options)]
    private static partial Regex Disputes();

    [GeneratedRegex("问题|直接起诉|复议后", Options)]
    private static partial Regex NoDisputes();

    [GeneratedRegex(
        "政府|政务|信息|公开|工作|情况|行政|复议|诉讼|提起|被|因|申请|引起|引发|发生|产生|案件|应诉|涉及|有关|办理|年度?|20[0-9]{2}|[的和及与或本]",
        Options)]
    private static partial Regex DisputeWords();

    [GeneratedRegex("问题|不足|短板|差距|薄弱", Options)]
    private static partial Regex Problems();

    [GeneratedRegex("申请|复议|诉讼|其他|其它", Options)]
    private static partial Regex NoProblems();

    [GeneratedRegex(
        "政府|政务|信息|公开|工作|情况|存在|主要|问题|不足|困难|短板|弱项|薄弱|环节|差距|之处|原因|分析|改进|整改|改善|完善|提升|加强|解决|办法|措施|举措|对策|"
        + "建议|意见|方向|努力|打算|计划|安排|设想|思路|目标|任务|重点|进一步|下一步|下步|今后|明年|下一年度?|方面|以及|及其|年度?|20[0-9]{2}|[的和及与]",
        Options)]
    private static partial Regex ProblemWords();

    [GeneratedRegex("其他|其它|需要报告|需要说明", Options)]
    private static partial Regex Others();

    [GeneratedRegex("处理|结果|申请|复议|诉讼|主要|存在", Options)]
    private static partial Regex NoOthers();

    [GeneratedRegex("政府|政务|信息|公开|工作|情况|其他|其它|需要|应当|应予?|须|需|要|报告|说明|反映|事项|问题|内容|有关|年度?|20[0-9]{2}|[的和及与]", Options)]
    private static partial Regex OtherWords();

    /// <summary>What headings of a section say.</summary>
    /// <param name="Core">What they must say.</param>
    /// <param name="Other">What they never say.</param>
    /// <param name="Words">The words that they use.</param>
    private sealed record Sayings(Regex Core, Regex Other, Regex Words);
}
