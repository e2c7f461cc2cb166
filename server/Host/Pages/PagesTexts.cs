using static System.FormattableString;

namespace Validation.Server.Pages;

/// <summary>The words of the pages for people.</summary>
internal static class PagesTexts
{
    public const string Product = "年报校验";
    public const string Skip = "跳到正文";
    public const string Navigation = "页面";
    public const string Interfaces = "接口说明";
    public const string Footer = "草稿只在内存中检查，服务器不保存，也不写入日志。";
    public const string Trial = "试用状态：还没有发放密钥，在这台电脑上不登录就能使用全部功能。正式使用前，请先发放密钥。";
    public const string SignInTitle = "登录";
    public const string SignIn = "登录";
    public const string SignOut = "退出";
    public const string SignInLead = "用管理员发给你的密钥登录。密钥以 vk_ 开头，和托盘程序、命令行用的是同一个。";
    public const string Key = "密钥";
    public const string SignInNote = "登录在浏览器关闭、到期或密钥被收回时结束。在别人也用的电脑上，用完请退出。";
    public const string NoKeysYet = "还没有发放密钥，在这台电脑上不用登录。";
    public const string SystemTitle = "系统";
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
    public const string KeysTitle = "密钥";
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
    public const string AuditTitle = "管理记录";
    public const string NothingDone = "没有更早的记录。";
    public const string Older = "更早的记录";
    public const string Done = "完成";
    public const string Refused = "拒绝";
    public const string CheckTitle = "检查年报";

    public const string CheckLead =
        "选择政府信息公开工作年度报告的草稿，马上知道哪一格、哪一句有问题，为什么，怎么改，依据是什么。可以一次选几份。";

    public const string Accepted = ".docx,.doc,.wps,.rtf,.odt,.pdf,.ofd,.html,.htm,.txt,.md";
    public const string ChooseFiles = "选择文件（docx、doc、wps、rtf、odt、pdf、ofd、网页、文本）";
    public const string ChooseFolder = "或者选择文件夹，检查其中的全部文件";
    public const string DropHere = "也可以把文件拖到这里。";
    public const string More = "和上年报告比较";
    public const string ChoosePrior = "上年报告";
    public const string PriorNote = "选了上年报告，就会核对“上年结转”等数。一次只能比较一份今年的年报。";
    public const string CheckNow = "检查";
    public const string Annotate = "下载带批注的 docx";
    public const string Print = "打印";
    public const string NothingKept = "文件只用来检查，检查完就丢弃。";
    public const string Checking = "正在检查……";
    public const string NoAnswer = "没有收到服务器的回答。请检查网络后再试。";
    public const string Downloads = "下载结果";
    public const string NothingChosen = "还没有选择文件。请先选择要检查的年报。";
    public const string OneToAnnotate = "一次只给一份 docx 写批注。请只选择一个文件。";
    public const string BackToStart = "回到首页";
    public const string FormExpired = "页面放得太久，或者不是从本服务的页面提交的，没有执行。请刷新页面后再试。";

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

    /// <summary>The number by which the request is found in the log.</summary>
    public static string RequestNumber(string number)
    {
        return $"请求编号：{number}。联系管理员时请告诉这个编号。";
    }

    /// <summary>The file name of a reply.</summary>
    public static string JsonName(string draft)
    {
        return $"{(draft.Length == 0 ? Product : draft)}.检查结果.json";
    }
}
