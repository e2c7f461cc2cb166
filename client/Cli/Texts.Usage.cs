using Validation.V1;

namespace Validation.Cli;

/// <summary>What is said about which rules fire.</summary>
internal static partial class Texts
{
    public const string UsageDescription = "哪些规则常发现问题，哪些从没有发现过：各台服务器合计，不含稿件内容。";
    public const string UsageDaysName = "天数";
    public const string UsageDaysDescription = "最近多少天，含今天；不写时 30 天。";

    public static string BadDays(int most) => Number($"天数应当是 1 到 {most}。");

    public static string UsageChecks(RuleUsage usage) => Number($"自 {usage.Since} 起检查年报 {usage.Checks} 份，发现问题最多的规则：");

    public static string UsageRule(long checks, long findings, long rejected) =>
        Number($"  {checks} 份，问题 {findings} 处，其中 {rejected} 份须修改");

    public static string UsageNever(int rules) => Number($"没有发现过问题的规则 {rules} 条：");
}
