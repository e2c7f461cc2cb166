using System.Globalization;
using System.Reflection;
using Validation.Cli.Demo;
using Validation.Cli.Rendering;
using Validation.Client;
using Validation.V1;

namespace Validation.Cli;

/// <summary>What this program says. Every text is here, but for what Validation.Client says about files and servers.</summary>
internal static partial class Texts
{
    public const string Product = "年报校验";

    // Names of things
    public const string StandardInput = "标准输入";
    public const string Colon = "：";
    public const string PlaceSeparator = "，";
    public const string CellBullet = "- ";
    public const string CellMissing = "（文中没有这一格）";
    public const string CellBlank = "（空白）";

    // Verdicts
    public const string Accepted = "通过";
    public const string AcceptedClean = "通过，没有发现问题。";
    public const string Rejected = "有错误，须修改";
    public const string NotDecided = "未能判定";
    public const string NotChecked = "：未能检查。";
    public const string Unchecked = "未能检查";
    public const string Left = "没有检查（已中断）";
    public const string Total = "合计";
    public const string SummaryTitle = "份数：";

    // Parts of a finding
    public const string Suggestion = "怎么改：";
    public const string OtherSuggestion = "或者：";
    public const string Basis = "依据：";

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
    public const string FormatDescription = "输出格式：text（给人看，默认）、json（每份一条答复，按文件的顺序）、sarif（SARIF 2.1.0）。";
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

    public static string Severity(Severity severity) => severity switch
    {
        V1.Severity.Error => "错误",
        V1.Severity.Warning => "警告",
        _ => "提示",
    };

    /// <summary>The weight in force and, where they differ, that of the rule itself.</summary>
    public static string Weight(Finding finding)
    {
        var own = finding.RuleSeverity == V1.Severity.Unspecified || finding.RuleSeverity == finding.Severity
            ? string.Empty
            : $"规则为{Severity(finding.RuleSeverity)}";
        return (finding.Trial, own.Length > 0) switch
        {
            (true, true) => $"{Severity(finding.Severity)}（试行，{own}）",
            (true, false) => Severity(finding.Severity) + OnTrial,
            (false, true) => $"{Severity(finding.Severity)}（{own}）",
            _ => Severity(finding.Severity),
        };
    }

    public static string Title(string title) => $"【{title}】";

    public static string RuleId(string id) => $"〔{id}〕";

    public static string Line(int line) => Number($"第 {line} 行");

    public static string LineSpan(int first, int last) => first == last ? Line(first) : Number($"第 {first} 至 {last} 行");

    public static string Page(int page) => Number($"第 {page} 页");

    public static string Paragraph(int paragraph) => Number($"第 {paragraph} 段");

    public static string Table(int table) => Number($"第 {table} 个表格");

    public static string TableRow(int table, int row) => Number($"第 {table} 个表格第 {row} 行");

    public static string TableCell(int table, int row, int cell) => Number($"第 {table} 个表格第 {row} 行第 {cell} 格");

    public static string Cell(string row, string column, string text, string place, bool suspect)
    {
        var label = row.Length > 0 && column.Length > 0 ? CellName(row, column) : row + column;
        return $"{label}：{text}{(place.Length == 0 ? string.Empty : $"（{place}）")}{(suspect ? " ← 很可能是这一格错了" : string.Empty)}";
    }

    public static string CellName(string row, string column) => $"“{row}”的“{column}”";

    public static string RowName(string row) => $"“{row}”一行";

    public static string ColumnName(string column) => $"“{column}”一列";

    public static string RowOfCells(string row, int cells) => Number($"{row}（{cells} 格）");

    public static string ManyCells(int cells, string rows, int moreRows, string span)
    {
        var more = moreRows > 0 ? Number($"等 {moreRows + 3} 行") : string.Empty;
        return Number($"共 {cells} 格：{rows}{more}{(span.Length == 0 ? string.Empty : PlaceSeparator + span)}");
    }

    public static string CountsInBrackets(Tally tally) => $"（{Counts(tally)}）";

    public static string CountsBesideAccept(Tally tally) => $"（{Counts(tally)}，不影响通过）";

    public static string Expectation(string expected, string actual) =>
        actual.Length == 0 ? $"应为“{expected}”。" : $"应为“{expected}”，现为“{actual}”。";

    public static string RuleFailed(string id, string message) => $"规则 {id} 没能执行，这不是稿件的问题：{message}";

    public static string Provenance(Provenance provenance) => $"规则版本 {provenance.RuleSetVersion}，引擎版本 {provenance.EngineVersion}";

    public static string Summary(Counts counts)
    {
        var parts = new List<string> { Number($"通过 {counts.Accepted} 份"), Number($"须修改 {counts.Rejected} 份") };
        if (counts.NotDecided > 0)
        {
            parts.Add(Number($"未能判定 {counts.NotDecided} 份"));
        }

        if (counts.NotChecked > 0)
        {
            parts.Add(Number($"未能检查 {counts.NotChecked} 份"));
        }

        return Number($"共 {counts.All} 份：{string.Join('，', parts)}。");
    }

    public static string ServerTrouble(int count, string first) => Number($"{count} 份未能检查（第一份是 {first}）：");

    public static string LeftUnchecked(int left) => Number($"已中断，还有 {left} 份没有检查。");

    public static string Stopped(int done, int left) => Number($"已中断：检查了 {done} 份，还有 {left} 份没有检查。");

    public static string Progress(int percent, Counts counts, int left)
    {
        var missed = counts.NotChecked > 0 ? Number($"，未能检查 {counts.NotChecked}") : string.Empty;
        return Number($"{percent,3}% 完成 {counts.All}，须修改 {counts.Rejected}，未能判定 {counts.NotDecided}{missed}，剩余 {left}");
    }

    public static string NoDrafts(string folder) => $"文件夹“{folder}”和它的子文件夹里都没有草稿（docx、doc、wps、pdf、html、txt）。";

    public static string NoDraftsHere(string folder) =>
        $"文件夹“{folder}”里没有草稿（docx、doc、wps、pdf、html、txt）；要连子文件夹一起检查，请加 --recursive。";

    public static string FolderUnreadable(string folder) => $"文件夹“{folder}”打不开，请核对权限。";

    public static string NoServer(string failure) =>
        $"{failure}请先启动服务（dotnet run --project server/Host），或用 --server、环境变量 {ServerAddress.EnvironmentVariable} 写明服务地址。";

    public static string UnknownTokens(IEnumerable<string> tokens) => $"不认识“{string.Join(' ', tokens)}”。";

    public static string ArgumentMissing(string name) => $"没有写<{name}>。";

    public static string OptionMissing(string option, string value) => $"没有写 {option} <{value}>。";

    public static string UnknownOption(string option) => $"没有“{option}”这个选项。";

    public static string ValueMissing(string option) => $"选项 {option} 后面没有写值。";

    public static string WrittenTwice(string option) => $"选项 {option} 只能写一次。";

    public static string BadFormat(string value) => $"没有“{value}”这种格式，可以写 text、json 或 sarif。";

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

    private static string Counts(Tally tally)
    {
        var parts = new List<string>();
        Add(tally.Errors, "错误");
        Add(tally.Warnings, "警告");
        Add(tally.Hints, "提示");
        return string.Join('，', parts);

        void Add(int count, string name)
        {
            if (count > 0)
            {
                parts.Add(Number($"{name} {count} 处"));
            }
        }
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
