using Validation.Form;

namespace Validation.Engine.Reports.Labels;

/// <summary>Names of sections that are in use beside those of the template, and mean the same.</summary>
internal static class SectionNames
{
    private static readonly string[][] Others =
    [
        ["基本情况", "工作总体情况", "政务公开总体情况", "政府信息公开总体情况", "政府信息公开工作总体情况", "政府信息公开工作的基本情况"],
        ["主动公开政府信息的情况"],
        ["收到和处理政府信息公开申请的情况"],
        [
            "政府信息公开行政复议和行政诉讼情况", "政府信息公开行政复议及行政诉讼情况",
            "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        ],
        ["存在的主要问题和改进情况", "政府信息公开工作存在的主要问题及改进情况", "存在的主要问题及改进措施"],
        ["其他需要报告事项", "需要报告的其他事项"],
    ];

    /// <summary>The names that a section has beside the template's.</summary>
    public static IReadOnlyList<string> BesideTemplate(SectionTemplate section) => Others[section.Ordinal - 1];
}
