using System.Globalization;

namespace Validation.Client.Settings;

/// <summary>What is wrong with the settings.</summary>
internal static class SettingsTexts
{
    public const string CommandLine = "命令行";
    public const string KeySafeName = "Windows 凭据管理器";

    /// <summary>A new settings file: every setting with its meaning; what is commented out is the default.</summary>
    public static string SettingsTemplate { get; } = OperatingSystem.IsWindows()
        ? WindowsTemplate
        : WindowsTemplate.Replace(@"D:\年报", "/home/zhang/年报", StringComparison.Ordinal)
            .Replace(@"C:\ProgramData\年报校验\ca.pem", "/etc/validate/ca.pem", StringComparison.Ordinal);

    private static string FolderExample => OperatingSystem.IsWindows() ? @"D:\年报" : "/home/zhang/年报";

    /// <summary>The same as it is written on Windows.</summary>
    public const string WindowsTemplate =
        """
        # 年报校验客户端的设置。改完保存即可，几秒内生效，不用重启。
        # 以 # 开头的行是说明；每行写“名字 = 值”。

        # 校验服务器的地址，向管理员询问。依次采用：启动时的选项、管理员的统一规定、这里、环境变量 VALIDATION_SERVER；
        # 都没有写时用本机的 http://127.0.0.1:5081。
        # server = https://10.0.0.8:5081

        # 管理员发给您的密钥（vk_ 开头）。服务器要求密钥时才需要；请不要把有密钥的设置文件发给别人。
        # key = vk_…

        # 要监视的文件夹，连同子文件夹；可以写多行，每行一个。
        # folder = D:\年报

        # 单位自建的证书机构（CA）的证书文件。写了以后只认它签发的服务器证书。
        # ca = C:\ProgramData\年报校验\ca.pem

        # 没有错误、和上次相比也没有变化的保存，也弹出通知：是 或 否。
        # notify_unchanged = 否

        # 只在有错误时通知：是 或 否。选“是”时，通过的草稿（可以有警告和提示）不弹通知；有错误、没能判定、没能检查、服务没有应答，照样通知。
        # notify_errors_only = 否

        # 通知是否发出声音：是 或 否。
        # sound = 是

        # 规则更新后，最近几天保存过的草稿自动重新检查，结果有变化才通知。0 表示不重新检查。
        # recheck_days = 7

        """;

    public const string FixedByPolicy = "由管理员统一规定，不能在这里改。";
    public const string FixedByCommandLine = "由启动时的选项规定，不能在这里改。";
    public const string NoServer = "还没有设置服务器地址，请向管理员询问。";
    public const string ServerOfEnvironment = "取自环境变量 VALIDATION_SERVER；在这里改了，以这里的为准。";

    public static string SettingsUnreadable(string file) => $"设置文件 {file} 打不开，可能正被别的程序占用；过几秒自动再试。";

    public static string SettingsNotUtf8(string file) => $"设置文件 {file} 不是 UTF-8 编码，没有采用：请用记事本打开，另存为 UTF-8。";

    public static string SettingProblem(string file, int line, string problem) =>
        string.Create(CultureInfo.InvariantCulture, $"{file} 第 {line} 行：{problem}");

    public static string KeyWasOpen(string file) => $"设置文件 {file} 里有密钥，别人也能读，已改为只有您能读。";

    public static string KeyIsOpen(string file) => $"设置文件 {file} 里有密钥，别人也能读，请改为只有您能读（chmod 600）。";

    public static string UnknownSetting(string name) => $"没有“{name}”这个设置。";

    public static string RelativeFolder(string folder) => $"文件夹“{folder}”要写完整路径，例如 {FolderExample}。";

    public static string BadFlag(string name, string value) => $"{name} 的值“{value}”应是“是”或“否”。";

    public static string BadDays(string value, int most) =>
        string.Create(CultureInfo.InvariantCulture, $"recheck_days 的值“{value}”应是 0 到 {most} 的整数。");
}
