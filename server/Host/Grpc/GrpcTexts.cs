using static System.FormattableString;

namespace Validation.Server.Grpc;

/// <summary>What only calls of gRPC are told.</summary>
internal static class GrpcTexts
{
    public const string Cancelled = "调用已取消。";

    public static string Unfinished(int documents)
    {
        return Invariant($"调用结束时还有 {documents} 份文档没有传完，没有校验。最后一块请将 continued 置为 false。");
    }

    public static string MessageTooLarge(int limit)
    {
        return Invariant($"一条消息超过 {limit} 字节，没有读取。较大的文档请用 ValidateStream 分块传送。");
    }

    public static string ReplyTooLarge(int limit)
    {
        return Invariant($"答复超过 {limit} 字节，没有发送：请少问一些。");
    }

    public const string KeyEnded = "密钥已被收回或已过期，调用到此为止。请向管理员要新的密钥。";
    public const string OneDraftOnly = "密钥只有校验（clerk）权限，一次调用只能校验一份草稿；批量校验需要系统校验（system）权限。";
    public const string CandidateFirst = "请先发送一次候选规则，然后只发送文档。";
    public const string NothingToCompare = "请写明和什么比较：候选规则或版本号。";
}
