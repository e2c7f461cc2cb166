using System.Globalization;

namespace Validation.Server;

/// <summary>Every text that the service itself shows to people. Texts about a document come from the engine.</summary>
internal static class Texts
{
    public const string Busy = "服务器正忙，等候的文档已满，请稍后再试。";
    public const string Stopping = "服务正在停止，请稍后重新提交。";
    public const string Cancelled = "调用已取消。";
    public const string Fault = "服务器内部错误，已记入服务器日志。这不是文档的问题，请联系管理员。";

    public const string PageTitle = "年报校验服务";
    public const string PageHealthy = "服务正常。";
    public const string PageEngine = "校验引擎";
    public const string PageRules = "规则集";
    public const string PageGrpc = "gRPC 地址";

    public static string Unfinished(int documents)
    {
        return Format($"调用结束时还有 {documents} 份文档没有传完，没有校验。最后一块请将 continued 置为 false。");
    }

    public static string TooManyUnfinishedBytes(int limit)
    {
        return Format($"同一次调用中没有传完的文档合计超过 {limit} 字节，请传完一份再传下一份。");
    }

    public static string TooManyUnfinishedDocuments(int limit)
    {
        return Format($"同一次调用中没有传完的文档超过 {limit} 份，请传完一份再传下一份。");
    }

    public static string Unencrypted(string setting, string url)
    {
        return $"配置项 {setting} 的地址 {url} 不是本机地址，必须加密：请在 Validation:Certificate:Path 配置证书（PEM 或 PFX），或改用 127.0.0.1。";
    }

    public static string PlainWeb(string url)
    {
        return $"配置项 Validation:WebUrl 的地址 {url} 不是本机地址，必须加密：请改为 https:// 开头，或改用 127.0.0.1。";
    }

    public static string CertificateMissing(string setting, string url)
    {
        return $"配置项 {setting} 的地址 {url} 以 https 开头，但没有证书：请在 Validation:Certificate:Path 配置证书（PEM 或 PFX）。";
    }

    public static string CertificateUnreadable(string path, string detail)
    {
        return $"证书 {path} 无法读取：请检查 Validation:Certificate 的 Path、KeyPath 和 Password（{detail}）。";
    }

    public static string AddressInvalid(string setting, string url)
    {
        return $"配置项 {setting} 的地址“{url}”无法识别：请写成 http://127.0.0.1:5081 的样子，主机名写 IP 地址、localhost 或 *。";
    }

    public static string AddressInUse(string setting, string url)
    {
        return $"地址 {url} 已被占用：请关闭占用它的程序（也许服务已经在运行），或改用配置项 {setting} 指定别的端口。";
    }

    public static string AddressUnavailable(string setting, string url, string detail)
    {
        return $"无法使用地址 {url}：请检查配置项 {setting}（{detail}）。";
    }

    public static string SameAddress(string url)
    {
        return $"配置项 Validation:GrpcUrl 和 Validation:WebUrl 不能是同一地址 {url}。";
    }

    public static string OutOfRange(string setting, IFormattable value, IFormattable least, IFormattable most)
    {
        return Format($"配置项 {setting} 的值 {value} 超出范围：应在 {least} 到 {most} 之间。");
    }

    public static string UnknownOption(string setting)
    {
        return $"没有配置项 {setting}：请检查 appsettings.json、环境变量和命令行中的拼写。";
    }

    public static string ConfigurationUnreadable(string detail)
    {
        return $"配置无法读取：请检查 appsettings.json、环境变量和命令行（{detail}）。";
    }

    private static string Format(FormattableString text)
    {
        return text.ToString(CultureInfo.InvariantCulture);
    }
}
