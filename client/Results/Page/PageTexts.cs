using System.Globalization;
using Validation.Client.Drafts;
using Validation.Client.Wording;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;
using static System.FormattableString;

namespace Validation.Client.Page;

/// <summary>The words of the page of a check.</summary>
internal static class PageTexts
{
    public const string AdviceTitle = "接下来怎么办";
    public const string NotDecidedIsNoYes = "“未能判定”不代表稿件没有问题。";
    private const string AskAdministrator = "仍不行的，把本页发给管理员。";
    private const string NothingToMend = "稿件不用改：这不是稿件的问题。";

    /// <summary>Step by step what to do about a reply without a verdict.</summary>
    public static IReadOnlyList<string> Advice(Reason reason) => reason switch
    {
        Reason.EmptyDocument => ["打开文件，看内容还在不在；找回内容后保存，再校验一次。"],
        Reason.DocumentTooLarge => ["删去附件，压缩或删去图片，另存一份再校验。", "年报本身通常不到 1 MB；特别大的，核对是不是选错了文件。"],
        Reason.UnsupportedFormat => ["用 Word 或 WPS 打开原稿，“另存为”docx，再校验另存的文件。", "图片、压缩包、表格文件里的年报，要先变成 Word 或 WPS 文字。"],
        Reason.UndecodableText => ["用记事本打开，看文字是否正常；正常的，“另存为”时编码选 UTF-8，再校验。", "文字是乱的，请用起草时的 Word、WPS 文件校验。"],
        Reason.NotAReport =>
        [
            "核对是不是选错了文件。", "确是年度报告的，核对六个部分的标题和三张表格是不是照规定格式写的；表格不能是图片。",
        ],
        Reason.PartlyUnreadable =>
        [
            "照上面写的原因逐处核对表格：每一行的格数应和表头一致，没有数量的填“0”，重复的表格只留一张。", "改好保存，再校验一次。",
        ],
        Reason.EncryptedDocument => ["用 Word 或 WPS 打开，去掉打开密码后保存，再校验。", "要保留密码的，另存一份不加密码的，校验后删去。"],
        Reason.DamagedDocument => ["用 Word 或 WPS 打开，“另存为”docx，再校验另存的文件。", "打不开的，从备份或邮件里找回原来的文件。"],
        Reason.NoText => ["用起草时的 Word、WPS 文件校验，或者用它直接导出的 PDF、OFD。", "扫描、拍照得到的 PDF、OFD 只有图片，其中的文字程序读不到。"],
        Reason.ReaderUnavailable => ["先用同一份年报的 Word、WPS 文件校验。", "把本页发给管理员。"],
        Reason.OldFormReport => ["2021 年度起的年报，改用现行的规定格式。", "2020 年度及以前的年报，不用校验。"],
        Reason.TimedOut => [NothingToMend, "过几分钟再校验一次。", AskAdministrator],
        _ => [NothingToMend, "把本页发给管理员。"],
    };

    /// <summary>Step by step what to do when there is no reply.</summary>
    public static IReadOnlyList<string> Advice(FailureKind kind) => kind switch
    {
        FailureKind.FileUnreadable => ["核对文件还在不在、能不能打开；正在别的程序里打开的，保存后关掉。", "再校验一次。"],
        FailureKind.FileTooLarge => ["核对是不是选错了文件：年报本身通常不到 1 MB。", "删去附件，压缩或删去图片，另存一份再校验。"],
        FailureKind.ServerUnreachable => ["核对网络是否连通、服务地址是否正确。", "过几分钟再校验一次。", AskAdministrator],
        FailureKind.ServerUntrusted => ["核对服务地址是否正确。", "把本页发给管理员，由管理员核对服务器的证书。"],
        FailureKind.ServerBusy or FailureKind.TimedOut => ["过几分钟再校验一次。", AskAdministrator],
        _ => [NothingToMend, "把本页发给管理员。"],
    };

    public const string PageHeading = "政府信息公开工作年度报告校验结果";
    public const string PageFooter = "本页记录的是校验时的结果，稿件改动后请重新校验。本页含有稿件内容，请按稿件的要求保管。";
    public const string BackToIndex = "回到目录";

    // The file
    public const string OpenFile = "打开文件";
    public const string OpenFileNote = "（浏览器如果另存了一份，请不要改那一份，要改原来的文件。）";

    public const string OpenComments = "在 Word 批注中打开";
    public const string OpenCommentsNote = "（由本机的年报校验打开一份只读的副本；浏览器会先问一次。）";

    // The errors in the verdict's band
    public const string ErrorsTitle = "要改的错误：";

    public static string ErrorLink(PageFinding item)
    {
        var finding = item.Finding;
        var title = finding.Title.Length > 0 ? finding.Title : finding.RuleId;
        var place = PlaceWords.Of(finding);
        var where = place.Length == 0 ? string.Empty : WordingTexts.InBrackets(place);
        return Invariant($"{WordingTexts.Error} {item.Number}：{title}{where}");
    }

    public static string MoreErrors(int errors) => Invariant($"另有 {errors} 处错误，列在后面。");

    // Findings
    public const string FindInDocument = "在文档中查找：";
    public const string ThenFind = "，再找：";

    public const string Try = "试一试";

    public static string TryEdits(IEnumerable<string> edits) => $"{Try}：{string.Join('，', edits)}";

    public static string ChangeTo(string cell, string text) => text.Length == 0 ? $"{cell}改为空白" : $"{cell}改为 {text}";

    public static string Lead(bool suspect, string changes) => $"{(suspect ? "很可能" : "可能是")}{changes}。";

    public static string ShouldBe(string cell, string text) => text.Length == 0 ? $"{cell}应为空白" : $"{cell}应为 {text}";

    /// <summary>What a link to a finding says, of which a cell shows the number alone.</summary>
    public static string FindingLink(PageFinding item) => Invariant($"问题 {item.Number}（{FindingWords.Name(item.Finding.Severity)}）");

    /// <summary>What a table that may have to be scrolled is called, among all on the page.</summary>
    public static string ScrolledTable(int draft, string name) => draft == 1 ? name : Invariant($"第 {draft} 份：{name}");

    public const string AllDrafts = "全部稿件";
    public const string QuoteBegin = "正文：“";
    public const string QuoteEnd = "”";

    // Tables
    public const string TablesTitle = "三张表格（数字是从稿件里读到的）";
    public const string TableNotRead = "没有从稿件里读到这张表。";
    public const string LegendNumbers = "格子里带圈的数字是问题的序号，点一下就到。标记：";
    public const string SuspectCell = "疑错";
    public const string LegendSuspect = "很可能填错的格";

    /// <summary>In a cell: what the first suggestion puts there.</summary>
    public static string Proposed(string text) => $"或应为 {text}";

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
    public const string PriorReport = "上年报告";
    public const string RuleSetVersion = "规则版本";
    public const string EngineVersion = "引擎版本";
    public const string DocumentFormat = "文件格式";
    public const string DocumentHash = "文件指纹（SHA-256）";
    public const string Duration = "校验用时";

    public static readonly IReadOnlyList<string> IndexHeadings = ["序号", "文件", "结论", "问题或原因"];

    public static string PageTitle(int drafts) => Invariant($"校验结果（{drafts} 份） - {WordingTexts.Product}");

    public static string PageTitle(string verdict, string name) => $"{verdict}：{name} - {WordingTexts.Product}";

    public static string CheckedAt(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"校验时间：{at:yyyy}年{at:%M}月{at:%d}日 {at:HH:mm:ss}");

    public static string Changes(FindingChanges changes) => $"和上次检查相比：{changes.Text}。";

    public static string FindingsTitle(int findings) => Invariant($"发现的问题（{findings} 处）");

    public static string RuleOf(string id) => $"规则 {id}";

    public static string FailuresTitle(int failures) => Invariant($"没能执行的规则（{failures} 条）");

    public static string TableHeading(string name, string section) => $"{name}　{section}";

    public static string Meaning(string words) => $"：{words}　";

    public static string SumOf(string name, string sum) => $"{name}：{sum}";

    public static string MoreFindings(int findings) => Invariant($"等 {findings} 处");

    public static string Clipped(int length) => Invariant($"…（共 {length} 字）");

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

    public static string DeviationsTitle(int deviations) => Invariant($"与规定格式不同的地方（{deviations} 处）");

    public static string MoreDeviations(int more) => Invariant($"另有 {more} 处，没有一一列出。");

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

    public static string Year(int year) => Invariant($"{year} 年");

    public static string Milliseconds(double milliseconds) => Invariant($"{milliseconds:0.#} 毫秒");
}
