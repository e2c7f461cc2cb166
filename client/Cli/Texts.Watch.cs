using Validation.Client;

namespace Validation.Cli;

/// <summary>What `validate watch` says.</summary>
internal static partial class Texts
{
    public const string WatchFoldersDescription = "监视文件夹：草稿每保存一次就检查一次，立即显示结果，桌面支持时弹出通知。服务不在时先记下，恢复后补查。";
    public const string FoldersName = "文件夹";
    public const string FoldersDescription = "要监视的文件夹，连同子文件夹，可以写多个。不写时用设置文件里的 folder。";
    public const string FileName = "文件";
    public const string NoDesktopDescription = "不弹出桌面通知（notify-send）。";
    public const string WatchFormatDescription = "输出格式：text（给人看，默认）、json（每行一个 JSON 对象）。";
    public const string AlreadyWatched = "已经有一个程序在监视这些文件夹。";
    public const string CannotSave = "写不了检查记录（磁盘可能已满）：检查照常进行，但重新启动后有些草稿会再检查一次。";
    public const string OpenReport = "打开报告";

    public static readonly IReadOnlyList<(string Code, string Meaning)> WatchExitCodes =
    [
        ("3", "用法不对、没有写要监视的文件夹，或者已经有一个程序在监视"),
        ("130", "按 Ctrl+C 结束，或者被系统结束"),
    ];

    public static readonly string SettingsDescription = $"设置文件。不写时用 {SettingsSources.UserFile}。";

    public static string Watching(string folder) => $"正在监视 {folder}，按 Ctrl+C 结束。";

    public static string WatchingWith(ServerAddress server) => $"校验服务：{server}";

    public static string NoSuchFolder(string folder) => $"没有文件夹“{folder}”。";

    public static string NothingToWatch(string settings) =>
        $"没有写要监视的文件夹，设置文件 {settings} 里也没有。例如：validate watch 年报文件夹";

    public static string BadWatchFormat(string value) => $"没有“{value}”这种格式，可以写 text 或 json。";

    public static string ServerIs(string? problem) => problem is null ? "校验服务已恢复。" : $"{problem}草稿先记下，服务恢复后自动检查。";

    public static string FolderIsAway(string folder) => $"文件夹 {folder} 不在了（可能是网络盘断开），恢复后继续监视。";

    public static string FolderIsBack(string folder) => $"文件夹 {folder} 已恢复。";

    public static string ReportIsIn(string report) => $"报告：{report}";
}
