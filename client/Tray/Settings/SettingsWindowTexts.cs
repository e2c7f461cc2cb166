namespace Validation.Tray.Settings;

/// <summary>What stands in the window for settings. The letter after an ampersand goes with the Alt key, each once.</summary>
internal static class SettingsWindowTexts
{
    public const string Title = "年报校验 设置";

    public const string Server = "服务器地址(&S)：";
    public const string ServerExample = "例如 https://10.0.0.8:5081";
    public const string Test = "测试连接(&T)";
    public const string TakeRight = "改用它(&U)";
    public const string Testing = "正在测试……";

    public const string Authority = "证书文件(&C)：";
    public const string Choose = "选择(&B)…";
    public const string AuthorityHint = "单位自建的证书机构（CA）的证书文件；没有的不用填。";
    public const string ChooseAuthority = "选择证书机构（CA）的证书文件";
    public const string AuthorityKind = "证书";
    public const string AuthorityPatterns = "*.pem;*.crt;*.cer";

    public const string Folders = "监视的文件夹，连同子文件夹(&F)：";
    public const string Add = "添加(&A)…";
    public const string Remove = "移除(&R)";

    public const string Notices = "通知";
    public const string NoticesOfEverySave = "每次保存都通知(&1)";
    public const string NoticesOfChanges = "有问题，或者结果有变化时通知(&2)";
    public const string NoticesOfErrors = "只在有错误时通知(&3)：包括没能判定、没能检查和服务没有应答";

    public const string Autostart = "登录 Windows 时自动启动(&W)";
    public const string OpenFile = "打开设置文件(&E)";
    public const string Accept = "确定";
    public const string Cancel = "取消";
    public const string Apply = "应用(&P)";

    public static string NoticesFixed(string reason) => $"{Notices}（{reason.TrimEnd('。')}）";
}
