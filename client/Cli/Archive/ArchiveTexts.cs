using Validation.Client.Wording;
using Validation.V1;
using static System.FormattableString;

namespace Validation.Cli.Archive;

/// <summary>What `validate archive` says.</summary>
internal static class ArchiveTexts
{
    // Names of things
    public const string YearName = "年度";
    public const string VerdictName = "结论";
    public const string FilesName = "文件或文件夹";
    public const string IdName = "编号";
    public const string IdOrBodyName = "编号或机关";
    public const string PageName = "位置";
    public const string ExamplesName = "个数";

    // Help
    public const string Description = "管理归档的年报：存入定稿，查看、列出、导出、删除，看一年的报送情况，用归档的年报试规则。没有人要求时什么也不归档。";
    public const string FileDescription = "归档：把定稿存入服务，按机关和年度保管。同一份再存一次不起作用；同一机关同一年度的新一份取代旧的，旧的仍保留。";
    public const string FilesDescription = "定稿（docx、doc、wps、pdf、ofd、html、txt 等）或放定稿的文件夹，可以写多个。";
    public const string BodyDescription = "哪个机关的；不写时用年报中写的机关。";
    public const string YearDescription = "哪一年度的，例如 2024；不写时用年报中写的年度。";
    public const string AuthorDescription = "谁归档，最多 100 字；不写就用本机的用户名。";
    public const string ReasonDescription = "为什么归档，例如 定稿、更正，最多 1000 字；必须写。";
    public const string ShowDescription = "查看归档的一份年报：写编号，或者写机关和年度（那一年度现行的一份）。";
    public const string IdOrBodyDescription = "归档的编号（见 validate archive list），或者机关的名称。";
    public const string ShowYearDescription = "年度，例如 2024；写机关的名称时必须写。";
    public const string ListDescription = "列出归档的年报，新归档的在前。";
    public const string PageDescription = "接着上一次往下列：上一次最后一行给出的位置。";
    public const string ExportDescription = "导出归档的年报：csv（表格，Excel 可以打开）、json（每行一份，含读出的年报和问题）、original（一份原件，一个字节不差）。";
    public const string ExportIdDescription = "归档的编号，见 validate archive list；original 必须写，其他格式不写时按条件导出。";
    public const string ExportFormatDescription = "导出的格式：csv（默认）、json、original。";
    public const string OutputDescription = "写到这个文件；csv 和 json 不写时输出到标准输出。";
    public const string ForceDescription = "文件已经存在时也写，原来的内容就没有了。";
    public const string RemoveDescription = "删除归档的一份年报：原件和读出的内容都删去，管理记录里留下是谁、为什么删的。被它取代的那一份重新成为现行的。";
    public const string RemoveReasonDescription = "为什么删除，最多 1000 字；必须写。";
    public const string RemoveAuthorDescription = "谁删除，最多 100 字；不写就用本机的用户名。";
    public const string RemoveYesDescription = "不询问，直接删除。";
    public const string IdDescription = "归档的编号，见 validate archive list。";
    public const string OverviewDescription = "一个年度的报送情况：哪些机关已归档、哪些没有，结论各多少份，哪些规则发现的问题最多。";
    public const string OverviewYearDescription = "哪一年度，例如 2024；必须写。";
    public const string OverviewFormatDescription = "输出格式：text（给人看，默认）、json（字段名和接口定义相同）、csv（每个机关一行）。";
    public const string TryDescription = "用归档的年报试规则：和现行规则相比，哪些问题新出现（＋）、不再出现（－）、有变化（～）。不影响任何人，不重新读原件。";
    public const string ExamplesDescription = "每条规则最多举几个例子，1 到 20，默认 3。";
    public const string OnlyBodyDescription = "只要这个机关的。";
    public const string OnlyYearDescription = "只要这一年度的。";
    public const string SuperiorDescription = "只要机关名单中这个机关的直接下级的。";
    public const string OnlyVerdictDescription = "只要这种结论的：accept（通过）、reject（须修改）、not-decided（未能判定）。";
    public const string AllDescription = "连同已被取代的。";

    // Answers
    public const string NothingOnFile = "没有这样的归档。";
    public const string NothingRemoved = "没有删除。";
    public const string NoAuthor = "不知道是谁做的，请写 --author <姓名>。";
    public const string NobodyToAsk = "这里不能询问：请写 --yes 表示不用询问。";
    public const string ShowWhat = "写机关的名称时要写年度，例如 validate archive show 某某县民政局 2024。";
    public const string OriginalOfWhat = "导出原件要写编号，见 validate archive list。";
    public const string OriginalWhere = "导出原件要用 --output 写明写到哪个文件。";
    public const string FilterOrId = "写了编号就不能再写条件。";
    public const string Verdicts = "结论：";
    public const string Frequent = "发现问题最多的规则：";
    public const string Missing = "没有归档的机关：";
    public const string Unlisted = "已归档、不在机关名单中的：";
    public const string TrialBrokenOff = "校验服务没有给出试规则的结果，请重试。";

    public static readonly IReadOnlyList<(string Code, string Meaning)> ExitCodes =
    [
        ("0", "完成（归档：每个文件都在档；试规则：结果有不同也是 0）"),
        ("1", "服务没有接受：没有这样的归档、没有权限、至少一个文件没有归档；试规则：规则有错或运行出错；删除：没有确认"),
        ("2", "归档：至少一个文件读不出来"),
        ("3", "用法不对、文件夹里没有年报、文件写不了，或者服务没有应答"),
        ("130", "被中断（Ctrl+C）；已经归档的仍在档"),
    ];

    public static string BadYear(string value) => $"“{value}”不是年度，应如 2024。";

    public static string BadVerdict(string value, IEnumerable<string> known) => $"没有“{value}”这种结论，可以写 {string.Join('、', known)}。";

    public static string BadExportFormat(string value) => $"没有“{value}”这种格式，可以写 csv、json 或 original。";

    public static string BadOverviewFormat(string value) => $"没有“{value}”这种格式，可以写 text、json 或 csv。";

    public static string BadExamples(string value, int most) => Invariant($"“{value}”不是个数，应是 1 到 {most} 的整数。");

    // Reports
    public static string Report(FiledReport report) => Invariant($"{report.Organization} {report.Year} 年");

    public static string Verdict(FiledReport report)
    {
        var tally = new Tally(report.Errors, report.Warnings, report.Infos) { Accepted = report.Accepted };
        var verdict = VerdictWords.Of(report.Verdict);
        return tally.IsClean ? verdict : $"{verdict}（{tally.Text}）";
    }

    public static string FiledBy(FiledReport report, string time)
    {
        var reason = report.FilingReason.Length == 0 ? string.Empty : $"：{report.FilingReason}";
        return $"{time} 由 {report.Author} 归档{reason}";
    }

    public static string Superseded(FiledReport report, string time) =>
        $"{time} 被 {report.SupersededBy} 取代（{report.SupersededAuthor} 归档）";

    public static string Original(FiledReport report)
    {
        var name = report.FileName.Length == 0 ? "（没有文件名）" : report.FileName;
        return Invariant($"原件：{name}，{report.DocumentFormat}，{report.Size} 字节，SHA-256 {report.Sha256}");
    }

    public static string Named(FiledReport report)
    {
        var year = report.NamedYear == 0 ? "年度没有写明" : Invariant($"{report.NamedYear} 年");
        return $"年报中写的是：{(report.NamedOrganization.Length == 0 ? "机关没有写明" : report.NamedOrganization)}，{year}";
    }

    public static string ReadBy(FiledReport report) => $"规则版本 {report.RuleSetVersion}，引擎版本 {report.EngineVersion}";

    public static string RereadProblem(FiledReport report) => $"新的引擎读不出原件，仍用以前读出的：{report.RereadProblem}";

    // Filing
    public static string Filed(FileReportReply reply) => $"已归档 {reply.Report.Id}（{Report(reply.Report)}，{Verdict(reply.Report)}）";

    public static string Replaces(FiledReport before, string time) => $"，取代 {before.Id}（{time} 由 {before.Author} 归档）";

    public static string AlreadyFiled(FileReportReply reply)
    {
        var report = reply.Report;
        var over = report.SupersededBy.Length == 0 ? string.Empty : $"，后来被 {report.SupersededBy} 取代";
        return $"早已在档 {report.Id}（{Report(report)}）{over}，没有改动";
    }

    public static string NotFiled(string problem) => $"没有归档：{problem}";

    public static string FilingProgress(int percent, FilingCounts counts, int left)
    {
        var refused = counts.Refused + counts.Unreadable > 0 ? Invariant($"，没有归档 {counts.Refused + counts.Unreadable}") : string.Empty;
        return Invariant($"{percent,3}% 完成 {counts.All}{refused}，剩余 {left}");
    }

    public static string FilingSummary(FilingCounts counts, int left)
    {
        var refused = counts.Refused + counts.Unreadable > 0 ? Invariant($"，没有归档 {counts.Refused + counts.Unreadable} 份") : string.Empty;
        var rest = left > 0 ? Invariant($"，还有 {left} 份没有处理") : string.Empty;
        return Invariant($"共 {counts.All + left} 份：新归档 {counts.Filed} 份，早已在档 {counts.Known} 份{refused}{rest}。");
    }

    // Lists and exports
    public static string More(string token) => $"还有更早的，接着列：--page {token}";

    public static string FileInTheWay(string path) => $"没有导出：文件 {path} 已经存在，请换一个名称，或者写 --force。";

    public static string NotWritten(string path, string why) => $"没有导出：写不了文件 {path}（{why}）。";

    public static string Exported(string path, long bytes) => Invariant($"已导出到 {path}：{bytes} 字节。");

    // Removing
    public static string AskToRemove(FiledReport report) => $"要删除 {report.Id}（{Report(report)}，{report.Author} 归档）：不能恢复。确定吗？[y/N] ";

    public static string Removed(FiledReport report) => $"已删除 {report.Id}（{Report(report)}）。";

    public static string CurrentAgain(FiledReport report) => $"现行的是 {report.Id}（{report.Author} 归档）。";

    // Overview
    public static string Standing(OverviewReply reply) =>
        Invariant($"{reply.Year} 年度：机关名单中 {reply.Bodies} 个机关，没有归档 {reply.Missing} 个；已归档 {reply.Filed} 个机关。");

    public static string Count(VerdictCount count) => Invariant($"{VerdictWords.Of(count.Verdict)} {count.Reports} 份");

    public static string Rule(RuleFrequency rule) => Invariant($"{rule.Reports} 份，{rule.Findings} 处");

    public static string AndMore(int left) => Invariant($"……还有 {left} 个，全部见 --format json 或 csv。");

    public static IReadOnlyList<string> StandingColumns { get; } = ["机关", "在名单中", "已归档", "编号", "结论", "错误", "警告", "提示", "归档时间"];

    public static string YesOrNo(bool yes) => yes ? "是" : "否";

    // Trying
    public static string TrialProgress(int percent, long done, long left) => Invariant($"{percent,3}% 完成 {done}，剩余 {left}");

    public static string TrialLine(long done, long total) => Invariant($"已试 {done} 份，共 {total} 份");

    public static string TrialSummary(TryRulesSummary summary) =>
        Invariant($"和 {summary.RuleSetVersion} 相比，归档的 {summary.Reports} 份年报中 {summary.ChangedReports} 份有变化。");

    public static string Shift(VerdictShift shift) =>
        Invariant($"结论由“{VerdictWords.Of(shift.Before)}”变为“{VerdictWords.Of(shift.After)}”：{shift.Reports} 份。");

    public static string Effect(RuleShift effect)
    {
        var parts = new[] { (effect.Appeared, "新出现"), (effect.Vanished, "不再出现"), (effect.Changed, "有变化") };
        return string.Join('，', parts.Where(part => part.Item1 > 0).Select(part => Invariant($"{part.Item2} {part.Item1} 处")));
    }

    public static string Example(TriedFinding tried) =>
        Invariant($"{tried.Organization} {tried.Year} 年（{tried.Id}）：{(tried.Change.After ?? tried.Change.Before)?.Message}");

    public static string RuleFailed(RuleFailureCount failed) =>
        Invariant($"规则 {failed.Failure.RuleId} 运行出错：{failed.Reports} 份。原因：{failed.Failure.Message}");
}
