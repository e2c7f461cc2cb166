using System.Globalization;

namespace Validation.Client.Connection;

/// <summary>What is said of servers, keys and rule files.</summary>
internal static class ConnectionTexts
{
    public const string ServerBusy = "校验服务正忙，请稍后再试。";
    public const string NotThisService = "这个地址上的程序不是校验服务，请核对地址和端口。";
    public const string ReadsNoClaims = "这个地址上的程序不会读句子里的数：不是校验服务，或者版本太旧，请核对地址和端口。";
    public const string WritesNoComments = "这个地址上的校验服务版本较旧，还不会写批注；也可能它不是校验服务，请核对地址和端口。";
    public const string ServerFailed = "校验服务内部出错，没有给出结果；这不是稿件的问题，请联系管理员。";
    public const string NoReply = "校验服务没有给出这份稿件的结果，请重试。";
    public const string NoRuleService = "这个地址上的校验服务版本较旧，还不能管理规则；也可能它不是校验服务，请核对地址和端口。";
    public const string WrongKey = "服务不认这个密钥，请核对。";
    public const string KeyUnreadable = "密钥只能由英文字母、数字和英文符号组成，没有采用。";
    public const string TooMuch = "校验服务没有接受：内容太多，或者服务正忙。";
    public const string RulesFailed = "校验服务内部出错，没有完成；请联系管理员查看服务日志。";
    public const string StreamEnded = "校验服务结束了连接。";
    public const string NoTrialReply = "校验服务没有给出其余稿件的结果，请重试。";
    public const string ExportDamaged = "收到的文件和归档时不一样（SHA-256 不符），没有采用；请重试，仍然如此请联系管理员。";
    public const string NotAFolder = "这是文件，不是文件夹；规则文件要放在一个文件夹里。";

    public static string OfPrior(string reason) => $"上年报告：{reason}";

    public static string BadAddress(string address) =>
        $"服务地址“{address}”不正确，应写成 http://主机:端口，例如 {ServerAddress.Default}。";

    public static string BadAuthority(string path) =>
        $"读不出证书文件“{path}”：应是 PEM 或 DER 格式的证书。没有它就不能确认服务器的身份，所以不连接服务器。";

    public static string AuthorityOverPlaintext(ServerAddress address) =>
        $"写明了证书文件，服务地址 {address} 却是明文的 http：内容会在网络上公开，也不能确认服务器的身份。请把地址写成 https://…。";

    public static string ServerUntrusted(ServerAddress address) =>
        $"没有连接 {address}：它的证书不受信任、已经过期、与地址不符，或者它不用 https。什么也没有发送。";

    public static string Answers(ServerAddress address, string ruleSet) => $"连接正常：{address} 是校验服务，规则集 {ruleSet}。";

    public static string ServerUnreachable(ServerAddress address) => $"校验服务没有应答：{address}。";

    public static string WebPort(string here, string? right) => $"{here} 是校验服务的网页端口，不是校验用的端口。{Right(right)}";

    public static string OldProtocol(string here, string? right) =>
        $"{here} 上的程序只会 HTTP/1.1，不是校验服务（校验服务用 HTTP/2），或者中间的代理不转发 HTTP/2。{Right(right)}";

    public static string Encrypted(string here, string right) => $"{here} 要用加密连接，地址却写成了 http。请把服务地址改为 {right}。";

    public static string NotEncrypted(string here, string? right) => right is null
        ? $"{here} 没有用加密连接，地址却写成了 https，所以什么也没有发送。请向管理员核对服务地址和端口。"
        : $"{here} 没有用加密连接，地址却写成了 https。请把服务地址改为 {right}，或者请管理员给服务器配置证书。";

    private static string Right(string? right) =>
        right is null ? $"请核对服务地址和端口，端口通常是 {ServerAddress.DefaultPort}。" : $"请把服务地址改为 {right}。";

    public static string TimedOut(TimeSpan timeout) =>
        string.Create(CultureInfo.InvariantCulture, $"等了 {timeout.TotalSeconds:0.#} 秒，校验服务仍未给出结果。");

    public static string Refused(string reason) => reason.Length == 0 ? "校验服务拒绝了这次检查。" : $"校验服务拒绝了这次检查：{reason}";

    public static string KeyOverPlaintext(ServerAddress address) =>
        $"{address} 不在本机，连接也没有加密，密钥会被旁人看到，所以没有发送；请改用 https:// 开头的地址，或在服务器本机上操作。";

    public static string KeyFileUnreadable(string path) => $"读不出密钥文件“{path}”：找不到、没有权限，或者它不是密钥。";

    public static string NotNow(string reason) => $"校验服务暂时不能处理：{reason}";

    public static string MayNotAdminister(string reason) => reason.Length == 0 ? "没有这项权限。" : $"没有这项权限：{reason}";

    public static string RulesRefused(string reason) => reason.Length == 0 ? "校验服务没有接受。" : $"校验服务没有接受：{reason}";

    public static string Silent(TimeSpan silence) =>
        string.Create(CultureInfo.InvariantCulture, $"{silence.TotalSeconds:0} 秒没有收到校验服务的消息。");

    public static string TrialTooLarge(long limit) =>
        string.Create(CultureInfo.InvariantCulture, $"文件超过 {limit >> 20} MiB，不能用来试规则。");

    public static string NotARuleFile(string file) => $"“{file}”不是规则文件：规则文件的扩展名是 .yaml 或 .yml。";

    public static string FolderMissing(string folder) => $"找不到文件夹“{folder}”。";

    public static string FolderUnreadable(string folder) => $"文件夹“{folder}”打不开，请核对权限。";

    public static string NoRuleFiles(string folder) => $"文件夹“{folder}”和它的子文件夹里没有规则文件（*.yaml、*.yml）。";

    public static string TooManyRuleFiles(int limit) =>
        string.Create(CultureInfo.InvariantCulture, $"规则文件超过 {limit} 个，是不是写错了文件夹？");

    public static string RuleFilesTooLarge(int limit) =>
        string.Create(CultureInfo.InvariantCulture, $"规则文件合计超过 {limit >> 20} MiB，服务不会接受。");

    public static string RuleFileUnreadable(string path) => $"读不出规则文件“{path}”：没有权限，或正被其他程序占用。";

    public static string RuleFileNotUtf8(string path) =>
        $"规则文件“{path}”不是 UTF-8 编码（可能是 GB18030），请用编辑器另存为 UTF-8 后再试。";
}
