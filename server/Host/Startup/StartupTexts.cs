using static System.FormattableString;

namespace Validation.Server.Startup;

/// <summary>Why the server does not start, and what is said at its command line.</summary>
internal static class StartupTexts
{
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

    public static string AddressInvalid(string setting, string url)
    {
        return $"配置项 {setting} 的地址“{url}”无法识别：请写成 http://127.0.0.1:5081 的样子，主机名写 IP 地址、localhost 或 *。";
    }

    public static string AddressInUse(string setting, string url)
    {
        return $"地址 {url} 已被占用：请关闭占用它的程序（也许服务已经在运行），或改用配置项 {setting} 指定别的端口。";
    }

    public static string AddressTaken(string grpc, string web)
    {
        return $"地址 {grpc} 或 {web} 刚被别的程序占用：请重新启动服务，或改用配置项 Validation:GrpcUrl、Validation:WebUrl 指定别的端口。";
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
        return Invariant($"配置项 {setting} 的值 {value} 超出范围：应在 {least} 到 {most} 之间。");
    }

    public static string UnknownOption(string setting)
    {
        return $"没有配置项 {setting}：请检查 appsettings.json、环境变量和命令行中的拼写。";
    }

    public static string ConfigurationUnreadable(string detail)
    {
        return $"配置无法读取：请检查 appsettings.json、环境变量和命令行（{detail}）。";
    }

    public const string KeyCommandUsage = "用法：validation-server create-key 名称";
    public const string KeyCommandTitle = "服务器命令行";

    public static string KeyCommandDone(string name, string id, string store)
    {
        return $"密钥 {id} 已发放给 {name}，存入 {store}；它可以发布规则、发放和收回密钥、查看记录。下面一行是密钥，只显示这一次：";
    }

    public static string ProxyInvalid(string proxy)
    {
        return $"配置项 Validation:TrustedProxies 中的“{proxy}”不是地址：请写成 10.0.0.5 或 10.1.0.0/16 的样子。";
    }

    public static string CollectorInvalid(string endpoint)
    {
        return $"配置项 Validation:Telemetry:OtlpEndpoint 的值“{endpoint}”不是地址：请写成 http://127.0.0.1:4317 的样子。";
    }

    public static string DatabaseInvalid(string detail)
    {
        return $"配置项 Validation:Database 无法识别：请写成 Host=…;Database=…;Username=… 的样子（{detail}）。";
    }

    public static string AdministratorInvalid(int number)
    {
        return Invariant($"配置项 Validation:Administrators:{number} 有误：Name 要填写且互不相同，KeySha256 是密钥的 SHA-256，64 个十六进制数字。");
    }
}
