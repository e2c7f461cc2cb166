using System.Globalization;

namespace Validation.Client;

/// <summary>What this library says to a clerk. Every text is here and nowhere else.</summary>
internal static class Texts
{
    public const string FileMissing = "找不到这个文件，请核对文件名和所在文件夹。";

    public const string FileIsFolder = "这是文件夹，不是文件；请写出其中要检查的文件。";

    public const string FileForbidden = "没有读取这个文件的权限。";

    public const string FileUnreadable = "读不出这个文件：它可能正被其他程序占用，或所在磁盘已断开。";

    public const string ServerBusy = "校验服务正忙，请稍后再试。";

    public const string NotThisService = "这个地址上的程序不是校验服务，请核对地址和端口。";

    public const string ServerFailed = "校验服务内部出错，没有给出结果；这不是稿件的问题，请联系管理员。";

    public const string NoReply = "校验服务没有给出这份稿件的结果，请重试。";

    public static string BadAddress(string address) =>
        $"服务地址“{address}”不正确，应写成 http://主机:端口，例如 {ServerAddress.Default}。";

    public static string FileTooLarge(long limit) =>
        string.Create(CultureInfo.InvariantCulture, $"文件超过 {limit >> 20} MiB，不会是一份年报，没有送去检查。");

    public static string ServerUnreachable(ServerAddress address) => $"校验服务没有应答：{address}。";

    public static string TimedOut(TimeSpan timeout) =>
        string.Create(CultureInfo.InvariantCulture, $"等了 {timeout.TotalSeconds:0.#} 秒，校验服务仍未给出结果。");

    public static string Refused(string reason) => reason.Length == 0 ? "校验服务拒绝了这次检查。" : $"校验服务拒绝了这次检查：{reason}";
}
