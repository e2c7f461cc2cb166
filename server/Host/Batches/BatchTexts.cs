using static System.FormattableString;

namespace Validation.Server.Batches;

/// <summary>What is said of documents that come in pieces.</summary>
internal static class BatchTexts
{
    public static string TooManyUnfinishedBytes(int limit)
    {
        return Invariant($"同一次调用中没有传完的文档合计超过 {limit} 字节，请传完一份再传下一份。");
    }

    public static string NoSuchPrior(string id)
    {
        return $"本次调用中没有编号为“{id}”的上年报告：它要在前面传完，use 写 DRAFT_USE_PRIOR，并且只能用一次。";
    }

    public static string TooManyUnfinishedDocuments(int limit)
    {
        return Invariant($"同一次调用中没有传完的文档超过 {limit} 份，请传完一份再传下一份。");
    }
}
