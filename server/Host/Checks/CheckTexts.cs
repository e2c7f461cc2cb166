using static System.FormattableString;

namespace Validation.Server.Checks;

/// <summary>What is said of drafts and sentences that are not checked.</summary>
internal static class CheckTexts
{
    public const string TooManyWaiting = "您有太多文档在等候，请等前面的校验完再送；成批的文档请用 ValidateStream。";

    public static string TooLong(string field, int limit)
    {
        return Invariant($"{field} 超过 {limit} 个字（UTF-16），没有校验。");
    }

    public static string NoFingerprints(string field, int most)
    {
        return Invariant($"{field} 最多写 {most} 个问题的指纹，每个都是 16 位小写的十六进制数；没有校验。");
    }

    public static string TooManySentences(int most, int length)
    {
        return Invariant($"一次最多 {most} 个句子，每个最多 {length} 个字。");
    }

    public static string NoSuchYear(int year)
    {
        return Invariant($"{year} 不是年份：应是四位数的年份，不知道时写 0。");
    }

    public static string PriorTooLarge(int limit)
    {
        return Invariant($"所附的上年报告超过 {limit} 字节，没有读");
    }

    /// <param name="reason">Why, as for a draft: sentences with a stop at the end.</param>
    public static string PriorUnreadable(string reason)
    {
        return $"所附的上年报告没有读出来：{reason.TrimEnd('。')}";
    }

    public static string TookTooLong(TimeSpan limit)
    {
        return Invariant($"超过 {limit.TotalSeconds} 秒仍未完成，已放弃。");
    }
}
