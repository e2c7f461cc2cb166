using Validation.Client.Connection;
using Validation.Client.Monitor;
using Validation.Client.Wording;

namespace Validation.Cli.Watch;

/// <summary>What `validate watch` says.</summary>
internal static class WatchTexts
{
    public const string AlreadyWatched = "已经有一个程序在监视这些文件夹。";
    public const string CannotSave = "写不了检查记录（磁盘可能已满）：检查照常进行，但重新启动后有些草稿会再检查一次。";
    public const string OpenReport = "打开报告";

    public static string Watching(string folder) => $"正在监视 {folder}，按 Ctrl+C 结束。";

    public static string Unchecked(AddedFolder added) => $"{added.Folder}：{added.Text}现在检查：validate check \"{added.Folder}\" --recursive";

    public static string WatchingWith(ServerAddress server) => $"校验服务：{server}";

    public static string NoSuchFolder(string folder) => $"没有文件夹“{folder}”。";

    public static string NothingToWatch(string settings) =>
        $"没有写要监视的文件夹，设置文件 {settings} 里也没有。例如：validate watch 年报文件夹";

    public static string ServerIs(string? problem) => problem is null ? "校验服务已恢复。" : $"{problem}草稿先记下，{WaitingWords.Afterwards}。";

    public static string FolderIsAway(string folder) => $"文件夹 {folder} 不在了（可能是网络盘断开），恢复后继续监视。";

    public static string FolderIsBack(string folder) => $"文件夹 {folder} 已恢复。";

    public static string ReportIsIn(string report) => $"报告：{report}";
}
