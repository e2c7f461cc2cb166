namespace Validation.Server.Pages.SignIn;

/// <summary>The words of the page to sign in.</summary>
internal static class SignInTexts
{
    public const string SignIn = "登录";
    public const string SignInLead = "用管理员发给你的密钥登录。密钥以 vk_ 开头，和托盘程序、命令行用的是同一个。";
    public const string Key = "密钥";
    public const string SignInNote = "登录在浏览器关闭、到期或密钥被收回时结束。在别人也用的电脑上，用完请退出。";
    public const string NoKeysYet = "还没有发放密钥，在这台电脑上不用登录。";
}
