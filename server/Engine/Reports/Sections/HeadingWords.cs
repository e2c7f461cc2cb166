using System.Buffers;
using System.Text.RegularExpressions;
using Validation.Engine.Reports.Labels;
using Validation.Form;

namespace Validation.Engine.Reports.Sections;

/// <summary>
/// What a heading says, whatever its wording: the word that makes it that of a section, no word of another, and few words that headings of
/// that section do not use.
/// </summary>
internal static partial class HeadingWords
{
    private static readonly Sayings[] All =
    [
        new(
            ["总体", "整体", "概述", "概况", "综述", "总述", "基本情况"],
            "主动|申请|复议|诉讼|问题|不足|平台|保障|管理|改进|其他",
            "政府|政务|信息|公开|工作|情况|总体|整体|概述|概况|综述|总述|基本|主要|重点|开展|推进|落实|完成|进展|回顾|总结|年度?|20[0-9]{2}|[的和及与本全]"),
        new(
            ["主动公开"],
            "申请|复议|诉讼|问题|平台|监督|数量?$|指南|目录",
            "政府|政务|信息|公开|工作|情况|主动|发布|公布|各类|有关|相关|年度?|20[0-9]{2}|[的和及与本]"),
        new(
            ["申请"],
            "主动公开|复议|诉讼|问题|新收|结转|数量|申请人",
            "政府|政务|信息|公开|工作|情况|依法|依|申请|收到|处理|办理|受理|回复|答复|接收|结果|年度?|20[0-9]{2}|[的和及与本]"),
        new(
            ["复议", "诉讼"],
            "问题|直接起诉|复议后",
            "政府|政务|信息|公开|工作|情况|行政|复议|诉讼|提起|被|因|申请|引起|引发|发生|产生|案件|应诉|涉及|有关|办理|年度?|20[0-9]{2}|[的和及与或本]"),
        new(
            ["问题", "不足", "短板", "差距", "薄弱"],
            "申请|复议|诉讼|其他|其它",
            "政府|政务|信息|公开|工作|情况|存在|主要|问题|不足|困难|短板|弱项|薄弱|环节|差距|之处|原因|分析|改进|整改|改善|完善|提升|加强|解决|办法|措施|举措|对策|"
                + "建议|意见|方向|努力|打算|计划|安排|设想|思路|目标|任务|重点|进一步|下一步|下步|今后|明年|下一年度?|方面|以及|及其|年度?|20[0-9]{2}|[的和及与]"),
        new(
            ["其他", "其它", "需要报告", "需要说明"],
            "处理|结果|申请|复议|诉讼|主要|存在",
            "政府|政务|信息|公开|工作|情况|其他|其它|需要|应当|应予?|须|需|要|报告|说明|反映|事项|问题|内容|有关|年度?|20[0-9]{2}|[的和及与]"),
    ];

    /// <summary>How surely a name is that of a section: <see cref="Thresholds.OtherSectionName"/>, less, or 0.</summary>
    /// <param name="name">The words of the name.</param>
    /// <param name="section">The section.</param>
    /// <param name="isNumberRight">The heading bears the number of the section.</param>
    public static double Likeness(ReadOnlySpan<char> name, SectionTemplate section, bool isNumberRight)
    {
        var sayings = All[section.Ordinal - 1];
        var isSaid = name.ContainsAny(sayings.Core) || (isNumberRight && section.Ordinal == 1 && IsWork(name));
        if (!isSaid || sayings.Other.IsMatch(name))
        {
            return 0;
        }

        var known = 0;
        foreach (var word in sayings.Words.EnumerateMatches(name))
        {
            known += word.Length;
        }

        return known == name.Length ? Thresholds.OtherSectionName
            : isNumberRight && known >= Thresholds.KnownWords * name.Length ? Thresholds.PartlyOtherWords
            : 0;
    }

    // The first part of a report is the overview also where it is only called work.
    private static bool IsWork(ReadOnlySpan<char> name) => name is [.., '况' or '顾' or '结'] && Work().IsMatch(name);

    [GeneratedRegex("^(20[0-9]{2}年度?)?(政府|政务)?(信息)?(公开)?(主要|重点)?工作?(开展|推进|落实|完成|主要|进展)?(情况|回顾|总结)$", PatternOptions.Linear)]
    private static partial Regex Work();

    /// <summary>The words of a section's headings.</summary>
    /// <param name="core">What they must say.</param>
    /// <param name="other">What they never say.</param>
    /// <param name="words">The words that they use.</param>
    private sealed class Sayings(string[] core, string other, string words)
    {
        public SearchValues<string> Core { get; } = SearchValues.Create(core, StringComparison.Ordinal);

        public Regex Other { get; } = new(other, PatternOptions.Linear);

        public Regex Words { get; } = new(words, PatternOptions.Linear);
    }
}
