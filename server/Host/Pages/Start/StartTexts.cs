namespace Validation.Server.Pages.Start;

/// <summary>The words of the first page.</summary>
internal static class StartTexts
{
    public const string Title = "欢迎使用";

    public const string Lead =
        "年报校验在公布之前检查政府信息公开工作年度报告的草稿：三张表的数对不对得上，正文和表格说的是不是一回事，格式、用语合不合规定。指出哪一格、哪一句有问题，为什么，怎么改，依据是什么。";

    public const string Kept = "草稿只在内存里检查，检查完就丢弃；服务不连接外面的网络。";

    public const string CheckTitle = "先检查一份";
    public const string CheckText = "选择一份 Word、WPS、PDF、OFD 或网页格式的年报，几秒钟就有结果。不用登录。";
    public const string CheckLink = "检查年报";

    public const string KeyTitle = "正式使用前：发放第一个密钥";

    public const string KeyText =
        "现在还没有密钥，在这台电脑上不登录就能使用全部功能。请先给自己发放一个有“publisher”权限的密钥，保存好，用它登录；再给经办人员和其他程序各发一个。发放第一个管理密钥后，试用状态就结束。";

    public const string KeyLink = "发放密钥";

    public const string ClientTitle = "每天都用：托盘程序和命令行";

    public const string ClientText =
        "经办人员的电脑上可以装托盘程序（Windows、UOS、麒麟）：留意年报所在的文件夹，每次保存后自动检查，有问题时提醒。成批检查用命令行 validate。"
        + "安装和用法见安装包里的使用说明（源代码中是 client/GUIDE.zh.md）。程序中的服务地址写：";

    public const string ProgramTitle = "别的系统来调用";
    public const string ProgramText = "办公系统可以通过 gRPC 或 JSON 接口提交年报、取得结果，六种语言的例子在源代码的 client/examples。";
    public const string ProgramLink = "接口说明";

    public const string SystemTitle = "看服务怎么样";
    public const string SystemText = "规则的版本、排队的情况、有没有请求被拒绝，都在这一页。";
    public const string SystemLink = "系统";
}
