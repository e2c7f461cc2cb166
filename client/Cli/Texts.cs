using System.Globalization;
using System.Reflection;
using Validation.Cli.Demo;
using Validation.Client;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Cli;

/// <summary>What this program says. Every text is here, but for what Validation.Client says about files and servers.</summary>
internal static partial class Texts
{
    public const string Product = ProductWords.Name;

    // Names of things
    public const string StandardInput = "标准输入";
    public const string Colon = "：";
    public const string CellBullet = "- ";

    // Verdicts
    public const string AcceptedClean = $"{VerdictWords.Accepted}，{VerdictWords.Clean}。";
    public const string NotChecked = $"：{VerdictWords.NotChecked}。";
    public const string Left = "没有检查（已中断）";
    public const string Total = "合计";
    public const string SummaryTitle = "份数：";

    // Progress
    public const string Interrupted = "已中断。";

    // Help
    public const string ProgramDescription = "检查政府信息公开工作年度报告的草稿：哪一格有错、怎么改、依据是什么。";
    public const string HelpUsage = "用法：";
    public const string HelpArguments = "参数：";
    public const string HelpOptions = "选项：";
    public const string HelpCommands = "命令：";
    public const string HelpExamples = "例子：";
    public const string HelpExitCodes = "退出码：";
    public const string HelpAnyCommand = "<命令>";
    public const string HelpAnyOptions = "[选项]";
    public const string HelpOption = "显示这份说明。";
    public const string VersionOption = "显示版本。";
    public const string CheckDescription = "检查一份或多份草稿，或者整个文件夹，逐处说明错在哪里、怎么改、依据是什么。";
    public const string DemoDescription = "演示：自动启动服务，像经办人一样保存几份年报，保存一份就显示一份的检查结果，最后自行结束。";
    public const string FilesName = "文件或文件夹";
    public const string FilesDescription = "草稿（docx、doc、wps、pdf、html、txt）或放草稿的文件夹，可以写多个。写 - 表示从标准输入读。";
    public const string RecursiveDescription = "文件夹连同所有子文件夹一起检查。隐藏文件和正在编辑时的临时文件不算。";
    public const string ServerName = "地址";
    public const string FormatName = "格式";
    public const string FormatDescription = "输出格式：text（给人看，默认）、html（网页：问题和三张表格，可以打印）、json（每份一条答复，按文件的顺序）、sarif（SARIF 2.1.0）。";
    public const string SortName = "顺序";
    public const string SortDescription = "问题的顺序：severity（先错误，再警告，再提示，默认）、document（按在文中的先后）。";
    public const string TimeoutName = "秒";
    public const string TimeoutDescription = "每份草稿最多等多少秒，默认 60。";

    // Wrong usage
    public const string NoCommand = "没有写命令。";
    public const string NoFiles = "没有写要检查的文件。";

    // Demonstration
    public const string DemoDraftFolder = "年报";
    public const string DemoSpoilt = "，其中表三“（七）总计”的一个数填错了";
    public const string DemoMended = "，这次把填错的数改了过来";
    public const string DemoStarting = "正在启动校验服务（第一次要先编译，可能要一两分钟）……";
    public const string DemoServerFailed = "校验服务没能启动，它最后输出的是：";
    public const string DemoNoProgram =
        "没有正在运行的校验服务，也找不到它的程序：请在源代码文件夹里运行，或者把 validation-server 放在 validate 旁边。";

    public static readonly string ServerDescription =
        $"校验服务的地址。不写时用环境变量 {ServerAddress.EnvironmentVariable}，再没有就用 {ServerAddress.Default}。";

    public static readonly string AuthorityDescription =
        $"单位自建的证书机构（CA）的证书文件；写了以后只认它签发的服务器证书。不写时用环境变量 {ServerTrust.EnvironmentVariable}。";

    public static readonly IReadOnlyList<(string Code, string Meaning)> DemoExitCodes =
    [
        ("0", "每次保存都得到了答复"),
        ("3", "用法不对、服务没能启动，或者有一次保存没有得到答复"),
        ("130", "被中断（Ctrl+C）"),
    ];

    public static readonly IReadOnlyList<(string Code, string Meaning)> ExitCodes =
    [
        ("0", "全部通过（可以有警告和提示）"),
        ("1", "至少一份有错误，须修改"),
        ("2", "没有发现错误，但至少一份未能判定或未能检查"),
        ("3", "用法不对、文件夹里没有草稿、服务没有应答，或者一份也没有得到答复"),
        ("130", "被中断（Ctrl+C）；已有的结果照样输出"),
    ];

    public static string Version { get; } =
        typeof(Texts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static string ProductAndVersion => $"{Product} {Version}";

    public static string Title(string title) => $"【{title}】";

    public static string RuleId(string id) => $"〔{id}〕";

    public static string After(string remark) => $"；{remark}";

    public static string CountsInBrackets(Tally tally) => $"（{tally.Text}）";

    public static string CountsBesideAccept(Tally tally) => $"（{tally.Text}，不影响通过）";

    public static string Provenance(Provenance provenance) => $"规则版本 {provenance.RuleSetVersion}，引擎版本 {provenance.EngineVersion}";

    public static string Unevaluated(UnevaluatedRule rule) => $"没有检查“{rule.Title}”：{rule.Reason}。";

    public static string ServerTrouble(int count, string first) => Number($"{count} 份{VerdictWords.NotChecked}（第一份是 {first}）：");

    public static string Stopped(int done, int left) => Number($"已中断：检查了 {done} 份，还有 {left} 份没有检查。");

    public static string Progress(int percent, Counts counts, int left)
    {
        var missed = counts.NotChecked > 0 ? Number($"，{VerdictWords.NotChecked} {counts.NotChecked}") : string.Empty;
        var undecided = Number($"{VerdictWords.NotDecided} {counts.NotDecided}");
        return Number($"{percent,3}% 完成 {counts.All}，须修改 {counts.Rejected}，{undecided}{missed}，剩余 {left}");
    }

    public static string NoDrafts(string folder) => $"文件夹“{folder}”和它的子文件夹里都没有草稿（docx、doc、wps、pdf、html、txt）。";

    public static string NoDraftsHere(string folder) =>
        $"文件夹“{folder}”里没有草稿（docx、doc、wps、pdf、html、txt）；要连子文件夹一起检查，请加 --recursive。";

    public static string FolderUnreadable(string folder) => $"文件夹“{folder}”打不开，请核对权限。";

    public static string NoServer(string failure) =>
        $"{failure}请先启动服务（dotnet run --project server/Host），或用 --server、环境变量 {ServerAddress.EnvironmentVariable} 写明服务地址。";

    public static string UntrustedServer(string failure) =>
        $"{failure}证书由单位自建的机构签发的，用 --ca 或环境变量 {ServerTrust.EnvironmentVariable} 写明该机构的证书文件。";

    public static string UnknownTokens(IEnumerable<string> tokens) => $"不认识“{string.Join(' ', tokens)}”。";

    public static string ArgumentMissing(string name) => $"没有写<{name}>。";

    public static string OptionMissing(string option, string value) => $"没有写 {option} <{value}>。";

    public static string UnknownOption(string option) => $"没有“{option}”这个选项。";

    public static string ValueMissing(string option) => $"选项 {option} 后面没有写值。";

    public static string WrittenTwice(string option) => $"选项 {option} 只能写一次。";

    public static string BadFormat(string value) => $"没有“{value}”这种格式，可以写 text、html、json 或 sarif。";

    public static string BadSort(string value) => $"没有“{value}”这种顺序，可以写 severity 或 document。";

    public static string BadTimeout(string value) => $"“{value}”不是秒数，应是 1 到 3600 的整数。";

    public static string SeeHelp(string command) => $"用法见 {command} --help。";

    public static string DemoServerFound(ServerAddress address) => $"使用正在运行的校验服务：{address}";

    public static string DemoServerStarted(ServerAddress address) => $"校验服务已启动：{address}（演示结束时自动停止）";

    public static string DemoNotLocal(ServerAddress address) => $"{address} 没有应答；它不在本机，演示不能替您启动。";

    public static string DemoWatching(string folder) => $"正在留意文件夹 {folder}，下面每保存一份，就检查一份。";

    public static string DemoSaved(int number, int all, DemoSave save) => Number($"[{number}/{all}] 经办人保存了“{save.FileName}”{save.Remark}");

    public static string DemoNotNoticed(TimeSpan waited) =>
        Number($"{waited.TotalSeconds:0} 秒内没有察觉到这次保存：临时文件夹所在的磁盘可能不会通知文件变化。");

    public static string DemoWaited(TimeSpan waited) => Number($"保存后 {waited.TotalSeconds:0.0} 秒得到结果。");

    public static string DemoChanges(FindingChanges changes) =>
        Number($"和上次保存相比：改好 {changes.Fixed} 处，仍有 {changes.Remaining} 处，新出现 {changes.New} 处。");

    public static string DemoEnd(int answered, int all, TimeSpan median) =>
        Number($"演示结束：保存 {all} 次，得到 {answered} 次结果，一般在保存后 {median.TotalSeconds:0.0} 秒。");

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
