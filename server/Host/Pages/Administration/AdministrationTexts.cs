using static System.FormattableString;

namespace Validation.Server.Pages.Administration;

/// <summary>The words of the pages about the server, its keys and what was done.</summary>
internal static class AdministrationTexts
{
    public const string StateTitle = "运行情况";
    public const string Healthy = "服务正常。";
    public const string RuleSet = "正在使用的规则集";
    public const string Engine = "校验引擎";
    public const string Running = "正在检查（小文件＋大文件）";
    public const string Waiting = "排队等候";
    public const string Watchers = "等候新规则的客户端";
    public const string Store = "规则库";
    public const string GrpcAddress = "gRPC 地址";
    public const string Administration = "管理";
    public const string KeyList = "全部密钥";
    public const string CreateKey = "发放密钥";
    public const string KeyHolder = "给谁用，例如：区教育局";
    public const string KeyRoles = "权限，至少一种";
    public const string KeyExpires = "有效到哪一天（含当天）；不写时一直有效";
    public const string SecretOnce = "密钥只显示这一次。请立即交给使用的人，不要截图或发在群里。";
    public const string Revoke = "收回";
    public const string RevokeReason = "为什么收回";
    public const string KeyGood = "有效";
    public const string DayInvalid = "日期不对，请写成 2027-12-31 这样。";
    public const string NothingDone = "没有更早的记录。";
    public const string Older = "更早的记录";
    public const string Done = "完成";
    public const string Refused = "拒绝";

    /// <summary>The headings of the table of keys.</summary>
    public static IReadOnlyList<string> KeyHeadings { get; } = ["给谁用", "编号", "权限", "发放", "状态", "操作"];

    /// <summary>The headings of the table of what was done.</summary>
    public static IReadOnlyList<string> AuditHeadings { get; } = ["时间", "谁", "地址", "操作", "结果", "说明"];

    /// <summary>The version of the rule set with the number of its rules.</summary>
    public static string RuleCount(string version, int rules)
    {
        return Invariant($"{version}（{rules} 条规则）");
    }

    /// <summary>Until when a key is good.</summary>
    public static string KeyUntil(string time)
    {
        return $"有效，到 {time} 为止";
    }

    /// <summary>Since when a key is taken back, by whom and why.</summary>
    public static string KeyRevoked(string time, string by, string reason)
    {
        return $"{time} 收回（{by}）：{reason}";
    }

    /// <summary>The button that takes a key back.</summary>
    public static string RevokeNow(string name)
    {
        return $"收回“{name}”的密钥";
    }
}
