using static System.FormattableString;

namespace Validation.Server.Pages.Administration;

/// <summary>The words of the page about the servers and what they refuse.</summary>
internal static class SystemTexts
{
    public const string Servers = "服务器";
    public const string ThisServer = "（正在显示本页）";
    public const string Alone = "规则库是 SQLite，只有这一台服务器使用。";
    public const string Unknown = "规则库连不上，不知道还有哪些服务器。";
    public const string RulesDiffer = "各台服务器使用的规则集不同。刚发布新规则时几秒钟内会一致；一直不同的，请看那台服务器的日志。";
    public const string Now = "现在";
    public const string NoRules = "还没有规则";
    public const string Rules = "规则";
    public const string NoAlarms = "最近十分钟没有反复出错的规则。";
    public const string Refusals = "拒绝的请求";
    public const string NoRefusals = "本服务器启动以来没有拒绝过请求。";
    public const string RefusalNote = "本服务器启动以来，按原因合计。是谁、什么时候，见管理记录和日志。";

    /// <summary>The headings of the table of servers.</summary>
    public static IReadOnlyList<string> ServerHeadings { get; } = ["名称", "gRPC 地址", "规则集", "引擎", "启动", "最后一次联系"];

    /// <summary>The headings of the table of refusals.</summary>
    public static IReadOnlyList<string> RefusalHeadings { get; } = ["原因", "接口", "次数", "最后一次"];

    /// <summary>How long a server has said nothing.</summary>
    public static string Silence(TimeSpan silence)
    {
        return silence.TotalSeconds < 60 ? Invariant($"{silence.TotalSeconds:0} 秒前") : Invariant($"{silence.TotalMinutes:0} 分钟前");
    }

    /// <summary>The same of a server that should have said something.</summary>
    public static string Missing(TimeSpan silence)
    {
        return $"{Silence(silence)}，可能已经停止或连不上规则库";
    }

    /// <summary>What a client speaks.</summary>
    public static string Door(string door)
    {
        return door == "grpc" ? "gRPC" : "网页、JSON";
    }

    /// <summary>Why a call of gRPC was refused, by its status code.</summary>
    public static string Status(string status)
    {
        return status switch
        {
            "cancelled" => "对方中途断开",
            "invalid_argument" => "请求有误",
            "deadline_exceeded" => "用时过长",
            "not_found" => "没有要找的内容",
            "permission_denied" => "权限不够",
            "unauthenticated" => "没有密钥，或者密钥不对",
            "resource_exhausted" => "请求过多，或者太大",
            "failed_precondition" => "与服务器现在的状态不符",
            "aborted" => "传得太慢",
            "unimplemented" => "没有这个方法",
            "internal" => "服务器内部错误",
            "unavailable" => "服务器正忙，或者正在停止",
            var other => other,
        };
    }
}
