using System.Globalization;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Client;

/// <summary>What stands on the page of a check beside the words of findings.</summary>
internal static partial class Texts
{
    public const string Product = "年报校验";
    public const string PageHeading = "政府信息公开工作年度报告校验结果";
    public const string PageFooter = "本页记录的是校验时的结果，稿件改动后请重新校验。本页含有稿件内容，请按稿件的要求保管。";
    public const string BackToIndex = "回到目录";

    // Findings
    public const string Fresh = "新出现";

    public const string QuoteBegin = "正文：“";
    public const string QuoteEnd = "”";

    // Tables
    public const string TablesTitle = "三张表格（数字是从稿件里读到的）";
    public const string TableNotRead = "没有从稿件里读到这张表。";
    public const string LegendNumbers = "格子里带圈的数字是问题的序号，点一下就到。标记：";
    public const string SuspectCell = "疑错";
    public const string LegendSuspect = "很可能填错的格";

    // Sums
    public const string Received = "本年新收";
    public const string CarriedIn = "上年结转";
    public const string ResultsTotal = "办理结果总计";
    public const string CarriedOut = "结转下年度";
    public const string SumOfAll = "各项之和";

    // Departures from the format
    public const string DeviationsNote = "这是读取文件时记下的；要不要改，以上面列出的问题为准。";

    // Where the answer comes from
    public const string ProvenanceTitle = "稿件和校验信息";
    public const string ReportTitle = "年报标题";
    public const string ReportBody = "机关";
    public const string ReportYear = "年度";
    public const string RuleSetVersion = "规则版本";
    public const string EngineVersion = "引擎版本";
    public const string DocumentFormat = "文件格式";
    public const string DocumentHash = "文件指纹（SHA-256）";
    public const string Duration = "校验用时";

    public static readonly IReadOnlyList<string> IndexHeadings = ["序号", "文件", "结论", "问题或原因"];

    public static string PageTitle(int drafts) => Number($"校验结果（{drafts} 份） - {Product}");

    public static string PageTitle(string verdict, string name) => $"{verdict}：{name} - {Product}";

    public static string CheckedAt(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"校验时间：{at:yyyy}年{at:%M}月{at:%d}日 {at:HH:mm:ss}");

    public static string FindingsTitle(int findings) => Number($"发现的问题（{findings} 处）");

    public static string RuleOf(string id) => $"规则 {id}";

    public static string FailuresTitle(int failures) => Number($"没能执行的规则（{failures} 条）");

    public static string TableHeading(string name, string section) => $"{name}　{section}";

    public static string Meaning(string words) => $"：{words}　";

    public static string SumOf(string name, string sum) => $"{name}：{sum}";

    public static string MoreFindings(int findings) => Number($"等 {findings} 处");

    public static string Clipped(int length) => Number($"…（共 {length} 字）");

    /// <summary>What is said of a cell that is no number. Empty: it is one.</summary>
    public static string StateOf(State state) => state switch
    {
        State.Number => string.Empty,
        State.Blank => "空白",
        State.Dash => "按 0 计",
        State.Invalid => "不是数字",
        _ => "缺",
    };

    /// <summary>What <see cref="StateOf"/> means. Empty: the cell is a number.</summary>
    public static string LegendOf(State state) => state switch
    {
        State.Number => string.Empty,
        State.Blank => "这一格没有填，按 0 计",
        State.Dash => "填的是“/”“—”“无”等",
        State.Invalid => "不能参加计算",
        _ => "文中没有这一格",
    };

    public static string DeviationsTitle(int deviations) => Number($"与规定格式不同的地方（{deviations} 处）");

    public static string MoreDeviations(int more) => Number($"另有 {more} 处，没有一一列出。");

    public static string DeviationOf(Deviation.Types.Kind kind) => kind switch
    {
        Deviation.Types.Kind.SectionNumber => "部分的序号不同",
        Deviation.Types.Kind.SectionName => "部分的标题不同",
        Deviation.Types.Kind.SectionOrder => "部分的顺序不同，或者出现了两次",
        Deviation.Types.Kind.Label => "栏目名称不同",
        Deviation.Types.Kind.StrayValue => "多出一个数",
        Deviation.Types.Kind.StrayMark => "转换软件留下的记号",
        Deviation.Types.Kind.PageNumber => "夹着页码",
        Deviation.Types.Kind.ShiftedRow => "一行的数和上下各行没有对齐",
        Deviation.Types.Kind.MissingRow => "缺少一行",
        Deviation.Types.Kind.ExtraRow => "多出一行",
        Deviation.Types.Kind.CollapsedRow => "没有分项，合成了一行",
        Deviation.Types.Kind.UnreadableRow => "这一行分不清哪个数属于哪一列",
        Deviation.Types.Kind.MissingTable => "缺少表格",
        Deviation.Types.Kind.RepeatedRow => "这一行出现了两次，而且数不同",
        Deviation.Types.Kind.OverlongTable => "表格所在的部分文字过长，没有读取表格",
        Deviation.Types.Kind.OldForm => "用的是旧格式的表格",
        Deviation.Types.Kind.ColumnOrder => "列的顺序不同",
        Deviation.Types.Kind.ExtraColumn => "多出一列",
        Deviation.Types.Kind.RepeatedTable => "表格出现了两次",
        Deviation.Types.Kind.RowOrder => "行的顺序不同",
        _ => "与规定格式不同",
    };

    public static string Departure(string expected, string actual) => (expected.Length, actual.Length) switch
    {
        (0, 0) => "。",
        (_, 0) => $"：规定的是“{expected}”。",
        (0, _) => $"：文中是“{actual}”。",
        _ => $"：规定的是“{expected}”，文中是“{actual}”。",
    };

    public static string Year(int year) => Number($"{year} 年");

    public static string Milliseconds(double milliseconds) => Number($"{milliseconds:0.#} 毫秒");
}
