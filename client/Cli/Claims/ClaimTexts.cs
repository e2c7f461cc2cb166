using static System.FormattableString;

namespace Validation.Cli.Claims;

/// <summary>What `validate claims` says.</summary>
internal static class ClaimTexts
{
    public const string ClaimsDescription =
        "列出正文写明的数（收到几件申请、几件行政复议……），不判断对错。每个文件打印一行 JSON。写 - 时从标准输入逐行读句子，每句打印一行 JSON。";

    public const string ClaimFilesDescription = "草稿或放草稿的文件夹，可以写多个。只写 - 表示从标准输入逐行读句子。";
    public const string YearName = "年度";
    public const string YearDescription = "和 - 一起写：句子出自哪一年度的年报，例如 2024。不写时以句子自己写的年份为准。";
    public const string YearWithFiles = "--year 只和 - 一起写：年报自己写着年度。";
    public const string SentencesAlone = "- 表示从标准输入逐行读句子，不能和文件一起写。";
    public const string NoClaims = "服务没有给出这一句的答复。";
    public const string NoReport = "没有读出年报。";

    public static string SentenceTooLong(int most) => Invariant($"句子超过 {most} 个字符。");

    public static string BadYear(string value) => $"“{value}”不是年份，应是四位数，例如 2024。";
}
