using Validation.Server.Outcomes;
using Validation.Server.Wording;
using static System.FormattableString;

namespace Validation.Server.Web;

/// <summary>The words of the pages and of the JSON interface.</summary>
internal static class WebTexts
{
    public const string BodyBroken = "请求内容无法读取：分块的大小不对。";
    public const string FormBroken = "表单无法解析：请按 multipart/form-data 的格式提交，例如 curl -F file=@年报.docx。";
    public const string FormWithoutFile = "表单里没有文件：请把文档作为文件提交，例如 curl -F file=@年报.docx。";
    public const string FormWithSeveralFiles = "表单里有不止一个文件：一次只校验一份文档，另外只能有一份上年报告（名为 prior）。";
    public const string PageFormNeeded = "提交的不是本服务页面上的表单。请在页面上选择文件后提交。";
    public const string OnePriorOnly = "上年报告只能选一份。";
    public const string PriorOfOneDraft = "选了上年报告时，一次只检查一份今年的年报。";
    public const string OriginForeign = "这是别的网站的网页发来的，没有执行。请在本服务的页面上操作。";
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

    public const string ApiAnnotate = "在 docx 里写批注";

    public const string ApiAnnotateDetail =
        "提交方法同上。返回这份 docx 的副本，每个问题一条批注，其余内容一字不动；没有问题时返回原文件。读不懂的文档没有副本，返回 JSON 答复，写明原因。其他格式的文档不能写批注。";

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
    public const string MessageBroken = "请求内容不是接口定义中的 JSON，请核对字段名和格式。";
    public const string OneReportAtATime = "表单里有不止一个文件：一次只归档一份。";
    public const string ReportTooLarge = "文件太大，没有归档。";
    public const string ApiArchiveFile = "归档一份定稿";

    public const string ApiArchiveFileDetail =
        "文档的提交方式与校验相同。author（归档人）必须写；organization、year 不写时用年报中写的。同一份再归档一次不起作用；同一机关同一年度的新一份取代旧的。";

    public const string ApiArchiveList = "归档的年报";
    public const string ApiArchiveListDetail = "新归档的在前，一次最多 1000 份；接着往下列时把 next_page_token 写在 page_token 里。";
    public const string ApiArchiveExport = "导出归档的年报";
    public const string ApiArchiveExportDetail = "format 写 csv（表格，含三张表的每一格）或 json（每行一份，含读出的年报和问题）；条件与列出时相同。";
    public const string ApiArchiveOverview = "一个年度的报送情况";
    public const string ApiArchiveOverviewDetail = "返回哪些机关已归档、哪些没有，结论各多少份，哪些规则发现的问题最多。";
    public const string ApiArchiveTry = "用归档的年报试规则";
    public const string ApiArchiveTryDetail = "请求内容是 TryRulesRequest 的 JSON。逐行返回进度，最后一行是汇总：哪条规则的问题新出现、不再出现、有变化。";
    public const string ApiArchiveStatus = "归档的情况";
    public const string ApiArchiveStatusDetail = "返回归档多少份，新的引擎重新读到哪里。";
    public const string ApiArchiveCurrent = "一个机关一个年度现行的一份";
    public const string ApiArchiveCurrentDetail = "要读出的年报和问题时，写 include_report、include_findings。";
    public const string ApiArchiveReport = "归档的一份年报";
    public const string ApiArchiveReportDetail = "按归档编号查找。要读出的年报和问题时，写 include_report、include_findings。";
    public const string ApiArchiveRemove = "删除归档的一份年报";
    public const string ApiArchiveRemoveDetail = "author（谁删除）和 reason（为什么）必须写，记入管理记录。";
    public const string ApiArchiveOriginal = "归档的原件";
    public const string ApiArchiveOriginalDetail = "返回归档时的文件，一个字节不差，文件名写在 Content-Disposition 中。";
    public const string PageEngine = "校验引擎";
    public const string PageRules = "规则集";
    public const string PageGrpc = "gRPC 地址";

    /// <summary>The file name of a copy with comments.</summary>
    public static string AnnotatedName(string name)
    {
        return $"{(name.Length == 0 ? "年报" : name)}（批注）.docx";
    }

    public static string HostUnknown(string host)
    {
        return $"这台服务器不叫“{SentText.Line(host, 100)}”：请用 localhost 访问，或在 Validation:Hosts 中写上这个名称。";
    }

    public static string FormTooLarge(long limit)
    {
        return Invariant($"一次选择的文件合计超过 {limit / (1024 * 1024)} MB，没有检查。请少选几份，分几次检查。");
    }

    public static string FormPartTooLarge(int limit)
    {
        return Invariant($"表单里除文件以外的内容超过 {limit} 字节。");
    }

    public static string UnknownParameter(string name, IEnumerable<string> known)
    {
        return $"没有参数 {SentText.Line(name, 100)}：可用的参数有 {string.Join('、', known)}。";
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

    public static string MessageTooLarge(long limit)
    {
        return Invariant($"请求内容超过 {limit} 字节。");
    }

    public static string NumberInvalid(string name, string value)
    {
        return $"参数 {name} 的值 {SentText.Line(value, 100)} 不是整数。";
    }

    public static string WordInvalid(string name, string value, IEnumerable<string> known)
    {
        return $"参数 {name} 的值 {SentText.Line(value, 100)} 无法识别：请写 {string.Join('、', known)}。";
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

    public const string PageAccess = "权限";
    public const string PageProblem = "规则库";
    public const string PageAlarms = "反复出错的规则";
}
