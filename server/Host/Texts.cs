using System.Globalization;
using Validation.Server.Web.Problems;

namespace Validation.Server;

/// <summary>Every text that the service itself shows to people. Texts about a document come from the engine.</summary>
internal static partial class Texts
{
    public const string Busy = "服务器正忙，等候的文档已满，请稍后再试。";
    public const string TooManyDrafts = "短时间内送来的文档太多，请稍后再送；成批的文档请用 ValidateStream。";
    public const string TooManyWaiting = "您有太多文档在等候，请等前面的校验完再送；成批的文档请用 ValidateStream。";
    public const string TooManyBatches = "您同时进行的批量校验太多，请先结束其中一些。";
    public const string TooMuchHeld = "您正在传送和等候的文档合计太大，请等前面的校验完再送。";
    public const string Stalled = "文档传送得太慢或中途停下，没有校验，请重新提交。";
    public const string Stopping = "服务正在停止，请稍后重新提交。";
    public const string Cancelled = "调用已取消。";
    public const string Fault = "服务器内部错误，已记入服务器日志。这不是文档的问题，请联系管理员。";

    public const string NoRules = "没有规则可用，暂不校验，请联系管理员。";
    public const string NoSuchService = "服务器没有这个服务。";
    public const string NothingAsked = "请求没有说明要查询什么。";

    public const string AuthorityMissing =
        "配置项 Validation:ClientCertificates:Mode 要求核对客户端证书，但没有签发机构：请在 Validation:ClientCertificates:CaPath 配置 PEM 文件。";

    public const string BodyBroken = "请求内容无法读取：分块的大小不对。";
    public const string FormBroken = "表单无法解析：请按 multipart/form-data 的格式提交，例如 curl -F file=@年报.docx。";
    public const string FormWithoutFile = "表单里没有文件：请把文档作为文件提交，例如 curl -F file=@年报.docx。";
    public const string FormWithSeveralFiles = "表单里有不止一个文件：一次只校验一份文档。";

    public const string PageTitle = "年报校验服务";
    public const string PageHealthy = "服务正常。";
    public const string PageWeb = "本页地址";
    public const string PageOperations = "接口";
    public const string PageDocument = "接口定义（OpenAPI）";
    public const string PageErrors = "出错时的回答";
    public const string PageErrorsIntro =
        "出错时返回 application/problem+json（RFC 9457），程序按 code 判断，detail 给人看。读不懂的文档不算出错：返回 200，结论为 VERDICT_NOT_DECIDED，附原因。";

    public const string ApiValidate = "校验一份草稿";
    public const string ApiValidateDetail =
        "文档作为表单中的文件提交，或直接作为请求内容提交，文件名写在 X-File-Name（UTF-8，百分号编码）或 Content-Disposition 中。返回结论和问题清单；要读到的年报时，在地址后写 ?include_report。";

    public const string ApiRules = "正在使用的规则";
    public const string ApiRulesDetail = "返回规则集的版本和每条规则的编号、名称、级别、依据。";
    public const string ApiRule = "一条规则的说明";
    public const string ApiRuleDetail = "返回规则为什么存在、依据、一个错误的例子和一个正确的例子，以及规则的原文。";
    public const string ApiStatus = "规则的运行情况";
    public const string ApiStatusDetail = "返回正在使用的版本、规则库有没有问题、反复出错的规则、有多少客户端在等候新版本。";
    public const string ApiHealthz = "进程是否在运行";
    public const string ApiHealthzDetail = "进程在运行就返回 200 和 ok。";
    public const string ApiReadyz = "是否接受校验";
    public const string ApiReadyzDetail = "接受校验时返回 200 和 ready，否则返回 503 和原因。规则库有问题、或者有规则反复出错时仍接受校验，ready 之后另起一行说明。";
    public const string PageEngine = "校验引擎";
    public const string PageRules = "规则集";
    public const string PageGrpc = "gRPC 地址";

    public static string HostUnknown(string host)
    {
        return $"这台服务器不叫“{OutsideText.Line(host, 100)}”：请用 localhost 访问，或在 Validation:Hosts 中写上这个名称。";
    }

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

    public static string FormPartTooLarge(int limit)
    {
        return Format($"表单里除文件以外的内容超过 {limit} 字节。");
    }

    public static string MessageTooLarge(int limit)
    {
        return Format($"一条消息超过 {limit} 字节，没有读取。较大的文档请用 ValidateStream 分块传送。");
    }

    public static string ReplyTooLarge(int limit)
    {
        return Format($"答复超过 {limit} 字节，没有发送：请少问一些。");
    }

    public static string TooLong(string field, int limit)
    {
        return Format($"{field} 超过 {limit} 个字（UTF-16），没有校验。");
    }

    public static string UnknownParameter(string name, IEnumerable<string> known)
    {
        return $"没有参数 {OutsideText.Line(name, 100)}：可用的参数有 {string.Join('、', known)}。";
    }

    public static string TooManySentences(int most, int length)
    {
        return Format($"一次最多 {most} 个句子，每个最多 {length} 个字。");
    }

    public static string NoSuchYear(int year)
    {
        return Format($"{year} 不是年份：应是四位数的年份，不知道时写 0。");
    }

    public static string TypeUnsupported(string type)
    {
        return $"请求内容的类型是 {type}，不是文件：请用 multipart/form-data 提交文件，或以 application/octet-stream 直接提交文件内容。";
    }

    public static string EncodingUnsupported(string encoding)
    {
        return $"请求内容用 {encoding} 压缩过：请不要压缩。";
    }

    public static string FlagInvalid(string name, string value)
    {
        return $"参数 {name} 的值 {value} 无法识别：请写 true 或 false。";
    }

    public static string ProblemDetail(ProblemCode problem, string method)
    {
        return problem.Status switch
        {
            StatusCodes.Status404NotFound => "没有这个地址：可用的接口见 /。",
            StatusCodes.Status405MethodNotAllowed => $"这个地址不接受 {method}：可用的接口见 /。",
            _ => $"{problem.Title}。",
        };
    }

    public static string NotInContract(string name)
    {
        return $"接口定义中没有 {name}。";
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

    public static string AuthorityUnreadable(string path, string detail)
    {
        return $"签发机构的证书 {path} 无法读取：请检查 Validation:ClientCertificates:CaPath（{detail}）。";
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
