using System.Globalization;

namespace Validation.Client.Drafts;

/// <summary>Why a draft cannot be read.</summary>
internal static class DraftTexts
{
    public const string FileMissing = "找不到这个文件，请核对文件名和所在文件夹。";
    public const string FileIsNone = "这不是普通文件（是管道、设备之类），没有读取。";
    public const string FileTooSlow = "30 秒内读不出这个文件，它可能在断开的网络驱动器上。";
    public const string FileNameUnknown = "这个文件的名称不是 UTF-8 编码，找不到文件；请给它改名后再试。";
    public const string FileIsFolder = "这是文件夹，不是文件；请写出其中要检查的文件。";
    public const string FileForbidden = "没有读取这个文件的权限。";
    public const string FileUnreadable = "读不出这个文件：它可能正被其他程序占用，或所在磁盘已断开。";

    public static string FileTooLarge(long limit) =>
        string.Create(CultureInfo.InvariantCulture, $"文件超过 {limit >> 20} MiB，不会是一份年报，没有送去检查。");
}
