using static System.FormattableString;

namespace Validation.Server.Pages.Overview;

/// <summary>The words of the pages about bodies, years and reports on file.</summary>
internal static class OverviewTexts
{
    public const string Parts = "总览的各页";
    public const string StandingTitle = "总览";
    public const string FindingsTitle = "常见问题";
    public const string ReportsTitle = "归档报告";
    public const string MissingTitle = "缺报告名单";
    public const string Lead = "各机关、各年度已经归档的年报情况。结论是归档时检查得出的。";
    public const string Search = "机关名称或其中几个字，或者归档编号";
    public const string Superior = "上级机关";
    public const string AllBodies = "全部机关";
    public const string LastYear = "到哪一年为止";
    public const string Year = "年度";
    public const string AllYears = "全部年度";
    public const string Years = "显示几年";
    public const string Show = "查看";
    public const string ByYear = "各年情况";
    public const string ByBody = "各机关情况";
    public const string Download = "下载这张表：";
    public const string Csv = "CSV";
    public const string Xlsx = "Excel（xlsx）";
    public const string Body = "机关";
    public const string NotListed = "不在机关名单中";
    public const string NothingFound = "没有符合条件的机关。";
    public const string NoList = "还没有导入机关名单，所以不知道哪些机关缺报告。请管理员先导入名单。";
    public const string UnknownSuperior = "机关名单中没有以它为上级的机关：";
    public const string Pages = "翻页";
    public const string Previous = "上一页";
    public const string Next = "下一页";
    public const string Accepted = "通过";
    public const string Rejected = "有错误";
    public const string Undecided = "未能判定";
    public const string Missing = "缺报告";
    public const string None = "无报告";
    public const string Verdict = "结论";
    public const string AnyVerdict = "不限";
    public const string Rule = "规则";
    public const string Expected = "应报";
    public const string Filed = "已报";
    public const string ChartTitle = "各年报告结论和缺报告的机关数";
    public const string ChartNote = "图中的数就是上表中的数。";
    public const string NoFindings = "这一年归档的报告中没有发现问题。";
    public const string NoReports = "没有符合条件的归档报告。";
    public const string Older = "更早归档的报告";
    public const string UnknownTitle = "（现行规则中没有这条规则）";
    public const string AcceptedDoNotCount = "每个机关每年只算一份正在使用的报告；已经认可的问题不算。";
    public const string Nobody = "没有缺报告的机关。";
    public const string Print = "打印";
    public const string Original = "下载原件";
    public const string VersionsTitle = "这个机关这一年归档的各个版本";
    public const string Current = "正在使用";
    public const string ThisOne = "本页显示的版本";
    public const string Superseded = "这一份已经被后来的版本取代，不再使用。";
    public const string SeeCurrent = "查看取代它的版本";
    public const string FiledTitle = "归档情况";
    public const string UnnamedFile = "（没有文件名）";
    public const string StandingFile = "年报总览";
    public const string MissingFile = "缺报告名单";
    public const string WhichReport = "没有这份归档报告。它可能已经被删除，请回到总览查看。";

    /// <summary>The headings of the table of years.</summary>
    public static IReadOnlyList<string> YearHeadings { get; } =
        [Year, Expected, Filed, Accepted, Rejected, Undecided, Missing, NotListed];

    /// <summary>The headings of the table of findings.</summary>
    public static IReadOnlyList<string> FindingHeadings { get; } = ["规则", "问题", "程度", "机关（各一份报告）", "占已报", "处数"];

    /// <summary>The headings of the table of reports.</summary>
    public static IReadOnlyList<string> ReportHeadings { get; } = ["机关", "年度", "结论", "错误", "警告", "提示", "归档人", "归档时间"];

    /// <summary>The headings of the table of versions.</summary>
    public static IReadOnlyList<string> VersionHeadings { get; } = ["归档时间", "编号", "结论", "文件名", "归档人", "说明", "状态"];

    /// <summary>The headings of the table of bodies without a report.</summary>
    public static IReadOnlyList<string> MissingHeadings { get; } = ["序号", "机关", "上级机关"];

    /// <summary>A year as it is said.</summary>
    public static string YearOf(int year)
    {
        return Invariant($"{year} 年");
    }

    /// <summary>How many years are shown.</summary>
    public static string YearCount(int years)
    {
        return Invariant($"{years} 年");
    }

    /// <summary>How many bodies there are, and which of their pages this is.</summary>
    public static string PageOf(int bodies, int page, int pages)
    {
        return pages == 1 ? Invariant($"共 {bodies} 个机关") : Invariant($"共 {bodies} 个机关，第 {page} 页，共 {pages} 页");
    }

    /// <summary>What the link in a cell leads to, said to those who hear the page.</summary>
    public static string Cell(string body, int year)
    {
        return Invariant($"，{body} {year} 年的报告");
    }

    /// <summary>What the link in a total leads to, said to those who hear the page.</summary>
    public static string TotalLink(int year, string what)
    {
        return Invariant($"，{year} 年{what}");
    }

    /// <summary>What the chart of a year says.</summary>
    public static string ChartLine(int year, long accepted, long rejected, long undecided, long missing)
    {
        return Invariant($"{year} 年：通过 {accepted}，有错误 {rejected}，未能判定 {undecided}，缺报告 {missing}。");
    }

    /// <summary>How many bodies of how many lack a report.</summary>
    public static string MissingCount(int year, int missing, int expected)
    {
        return Invariant($"{year} 年应当报送的 {expected} 个机关中，{missing} 个还没有归档的报告。");
    }

    /// <summary>How many bodies are not on the page.</summary>
    public static string MoreMissing(int bodies)
    {
        return Invariant($"还有 {bodies} 个没有列出，请下载这张表。");
    }

    /// <summary>When a list was made.</summary>
    public static string AsOf(string time)
    {
        return $"统计时间：{time}";
    }

    /// <summary>Which bodies a list is about.</summary>
    public static string Below(string superior)
    {
        return $"上级机关：{superior}";
    }

    /// <summary>The heading of a report's page.</summary>
    public static string ReportOf(string organization, int year)
    {
        return Invariant($"{organization} {year} 年年报");
    }

    /// <summary>Which report has the id that was looked for.</summary>
    public static string Found(string id, string organization, int year)
    {
        return Invariant($"归档编号 {id}：{organization} {year} 年的报告");
    }

    /// <summary>Since when a version is superseded, and by whom.</summary>
    public static string SupersededAt(string time, string author)
    {
        return $"{time} 被取代（{author}）";
    }

    /// <summary>Who files, with the key.</summary>
    public static string FiledBy(string author, string principal)
    {
        return principal.Length == 0 ? author : $"{author}（密钥：{principal}）";
    }

    /// <summary>The size of a file.</summary>
    public static string Size(long bytes)
    {
        return Invariant($"{bytes:N0} 字节");
    }

    /// <summary>A part of a whole, such as "12.5%".</summary>
    public static string Share(long part, long whole)
    {
        return whole == 0 ? "" : Invariant($"{100.0 * part / whole:F1}%");
    }
}
