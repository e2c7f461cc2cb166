namespace Validation.Server.Pages.Frame;

/// <summary>The words that the pages have in common.</summary>
internal static class PagesTexts
{
    public const string Product = "年报校验";
    public const string Skip = "跳到正文";
    public const string Navigation = "页面";
    public const string Interfaces = "接口说明";
    public const string Footer = "草稿只在内存中检查，服务器不保存，也不写入日志。";
    public const string Trial = "试用状态：还没有发放密钥，在这台电脑上不登录就能使用全部功能。正式使用前，请先发放密钥。";
    public const string SignInTitle = "登录";
    public const string SignOut = "退出";
    public const string RulesTitle = "规则";
    public const string SystemTitle = "系统";
    public const string KeysTitle = "密钥";
    public const string AuditTitle = "管理记录";
    public const string CheckTitle = "检查年报";
    public const string OverviewTitle = "总览";
    public const string EditTitle = "编写规则";
    public const string BackToStart = "回到首页";
    public const string FormExpired = "页面放得太久，或者不是从本服务的页面提交的，没有执行。请刷新页面后再试。";

    /// <summary>The number by which the request is found in the log.</summary>
    public static string RequestNumber(string number)
    {
        return $"请求编号：{number}。联系管理员时请告诉这个编号。";
    }
}
