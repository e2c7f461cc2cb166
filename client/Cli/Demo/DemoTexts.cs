using Validation.Client.Connection;
using static System.FormattableString;

namespace Validation.Cli.Demo;

/// <summary>What `validate demo` says.</summary>
internal static class DemoTexts
{
    // Demonstration
    public const string DemoDraftFolder = "年报";
    public const string DemoSpoilt = "，其中表三“（七）总计”的一个数填错了";
    public const string DemoMended = "，这次把填错的数改了过来";
    public const string DemoStarting = "正在启动校验服务（第一次要先编译，可能要一两分钟）……";
    public const string DemoServerFailed = "校验服务没能启动，它最后输出的是：";

    public const string DemoNoProgram =
        "没有正在运行的校验服务，也找不到它的程序：请在源代码文件夹里运行，或者把 validation-server 放在 validate 旁边。";

    public static string DemoServerFound(ServerAddress address) => $"使用正在运行的校验服务：{address}";

    public static string DemoServerStarted(ServerAddress address) => $"校验服务已启动：{address}（演示结束时自动停止）";

    public static string DemoPages(Uri address) => $"也可以用浏览器打开 {address} 检查年报。";

    public static string DemoPagesMeanwhile(Uri address) => $"演示期间也可以用浏览器打开 {address} 检查年报。";

    public static string DemoPagesLater(Uri address) =>
        $"要用浏览器检查自己的年报：启动校验服务（在源代码文件夹里是 dotnet run --project server/Host），再打开 {address} 。";

    public static string DemoNotLocal(ServerAddress address) => $"{address} 没有应答；它不在本机，演示不能替您启动。";

    public static string DemoWatching(string folder) => $"正在留意文件夹 {folder}，下面每保存一份，就检查一份。";

    public static string DemoSaved(int number, int all, DemoSave save) =>
        Invariant($"[{number}/{all}] 经办人保存了“{save.FileName}”{save.Remark}");

    public static string DemoNotNoticed(TimeSpan waited) =>
        Invariant($"{waited.TotalSeconds:0} 秒内没有察觉到这次保存：临时文件夹所在的磁盘可能不会通知文件变化。");

    public static string DemoWaited(TimeSpan waited) => Invariant($"保存后 {waited.TotalSeconds:0.0} 秒得到结果。");

    public static string DemoEnd(int answered, int all, TimeSpan median) =>
        Invariant($"演示结束：保存 {all} 次，得到 {answered} 次结果，一般在保存后 {median.TotalSeconds:0.0} 秒。");
}
