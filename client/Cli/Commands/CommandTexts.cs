using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Wording;
using static System.FormattableString;

namespace Validation.Cli.Commands;

/// <summary>What the commands for drafts, and the help, say.</summary>
internal static class CommandTexts
{
    public const string ExpiresName = "日期";
    public const string KeyFileDescription = "存有密钥的文件。不写时依次用环境变量 VALIDATION_KEY、VALIDATION_ADMIN_KEY 和存放在本机的密钥。";

    public static string NoSettings(string file) => $"找不到设置文件“{file}”。";

    public static string BadDate(string date) => $"“{date}”不是日期，应写成 2027-12-31 的样子。";

    public const string WatchFoldersDescription =
        $"监视文件夹：草稿每保存一次就检查一次，立即显示结果，桌面支持时弹出通知。服务不在时先记下，{WaitingWords.Afterwards}。";

    public const string FoldersName = "文件夹";
    public const string FoldersDescription = "要监视的文件夹，连同子文件夹，可以写多个。不写时用设置文件里的 folder。";
    public const string NoDesktopDescription = "不弹出桌面通知（notify-send）。";
    public const string WatchFormatDescription = "输出格式：text（给人看，默认）、json（每行一个 JSON 对象）。";

    public static string BadWatchFormat(string value) => $"没有“{value}”这种格式，可以写 text 或 json。";

    // Names of things
    public const string StandardInput = "标准输入";

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
    public const string ServerName = "地址";
    public const string FormatDescription = "输出格式：text（给人看，默认）、html（网页：问题和三张表格，可以打印）、json（每份一条答复，按文件的顺序）、sarif（SARIF 2.1.0）。";
    public const string PriorName = "上年报告";
    public const string PriorDescription = "同一机关上一年度的年报，和这份稿件比较。检查文件夹时，同一文件夹里文件名只有年份不同的，自动当作上年报告。";
    public const string PriorOfOne = "--prior 只能用于一份稿件：请写一个文件。";
    public const string SortName = "顺序";
    public const string SortDescription = "问题的顺序：severity（先错误，再警告，再提示，默认）、document（按在文中的先后）。";
    public const string VerboseDescription = "逐份列出，没有问题的也列。不写时，文件多于 10 份只列有问题或没有结论的。只用于 text 格式。";
    public const string QuietDescription = "只写总数：几份通过，几份须修改。只用于 text 格式。";
    public const string VerboseAndQuiet = "--verbose 和 --quiet 只能写一个。";
    public const string TimeoutName = "秒";
    public const string TimeoutDescription = "每份草稿最多等多少秒，默认 60。";

    // Wrong usage
    public const string NoCommand = "没有写命令。";
    public const string NoFiles = "没有写要检查的文件。";

    public static readonly string ServerDescription =
        $"校验服务的地址。不写时依次用管理员的统一规定、设置文件、环境变量 {ServerAddress.EnvironmentVariable}，都没有就用 {ServerAddress.Default}。";

    public static readonly string AuthorityDescription =
        $"单位自建的证书机构（CA）的证书文件；写了以后只认它签发的服务器证书。不写时的次序和 --server 相同，环境变量是 {ServerTrust.EnvironmentVariable}。";

    public static string ProductAndVersion => $"{CliTexts.Product} {CliTexts.Version}";

    public static string Progress(int percent, Counts counts, int left)
    {
        var missed = counts.NotChecked > 0 ? Invariant($"，{VerdictWords.NotChecked} {counts.NotChecked}") : string.Empty;
        var undecided = Invariant($"{VerdictWords.NotDecided} {counts.NotDecided}");
        return Invariant($"{percent,3}% 完成 {counts.All}，须修改 {counts.Rejected}，{undecided}{missed}，剩余 {left}");
    }

    public static string NoDrafts(string folder) => $"文件夹“{folder}”和它的子文件夹里都没有草稿（{DraftFormats.Names}）。";

    public static string NoDraftsHere(string folder) =>
        $"文件夹“{folder}”里没有草稿（{DraftFormats.Names}）；要连子文件夹一起检查，请加 --recursive。";

    public static string FolderUnreadable(string folder) => $"文件夹“{folder}”打不开，请核对权限。";

    public static string UnknownTokens(IEnumerable<string> tokens) => $"不认识“{string.Join(' ', tokens)}”。";

    public static string Meant(string name) => $"是不是要写“{name}”？";

    public static string ArgumentMissing(string name) => $"没有写<{name}>。";

    public static string OptionMissing(string option, string value) => $"没有写 {option} <{value}>。";

    public static string UnknownOption(string option) => $"没有“{option}”这个选项。";

    public static string ValueMissing(string option) => $"选项 {option} 后面没有写值。";

    public static string WrittenTwice(string option) => $"选项 {option} 只能写一次。";

    public static string BadFormat(string value) => $"没有“{value}”这种格式，可以写 text、html、json 或 sarif。";

    public static string BadSort(string value) => $"没有“{value}”这种顺序，可以写 severity 或 document。";

    public static string BadTimeout(string value) => $"“{value}”不是秒数，应是 1 到 3600 的整数。";

    public static string SeeHelp(string command) => $"用法见 {command} --help。";
}
