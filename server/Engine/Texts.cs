using Validation.Engine.Reports.Identity;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine;

/// <summary>All words of the engine that people read.</summary>
internal static partial class Texts
{
    /// <summary>Formats as a clerk calls them.</summary>
    public static class Formats
    {
        public const string Text = "纯文本";
        public const string Png = "PNG 图片";
        public const string Jpeg = "JPEG 图片";
        public const string Gif = "GIF 图片";
        public const string Bitmap = "BMP 图片";
        public const string Tiff = "TIFF 图片";
        public const string Media = "音频、视频或图片";
        public const string Pdf = "PDF 文件";
        public const string Zip = "Word（docx）、WPS 文件或压缩包";
        public const string CompoundFile = "Word（doc）或 WPS 文件";
        public const string Word95 = "Word 95 及更早的文档";
        public const string Excel = "Excel 表格（xls）";
        public const string PowerPoint = "PowerPoint 演示文稿（ppt）";
        public const string OtherCompoundFile = "其他办公软件的文件";
        public const string Rtf = "RTF 文件";
        public const string Archive = "压缩包";
        public const string Spreadsheet = "Excel 表格（xlsx）";
        public const string Presentation = "PowerPoint 演示文稿（pptx）";
        public const string OpenDocument = "OpenDocument 表格、演示文稿或图形（ods、odp、odg）";
        public const string CompositeWord = "嵌有其他文件的 Word 文档（请打开后另存为 docx 再试）";
        public const string Ofd = "OFD 文件";
        public const string Book = "电子书（epub）";
        public const string Program = "程序文件";
        public const string Xml = "XML 文件";
        public const string Html = "网页文件";
        public const string WebArchive = "单个文件网页（mht）";
    }

    public static string AndMore(string message, int count) => $"{message}（此类问题另有 {count} 处，未一一列出）";

    /// <summary>Where cells stand, in few words: rows that are concerned as a whole, then the others.</summary>
    public static string Places(TableTemplate table, IReadOnlyList<CellTemplate> cells)
    {
        if (cells.Count == table.Cells.Count)
        {
            return "整张表";
        }

        var rows = cells.GroupBy(cell => cell.Row, StringComparer.Ordinal).ToList();
        var sizes = table.Cells.CountBy(cell => cell.Row, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var whole = rows.FindAll(row => row.Count() is > 1 and var count && count == sizes.GetValueOrDefault(row.Key));
        var parts = rows.FindAll(row => !whole.Contains(row));
        var places = new List<string>();
        if (whole.Count > 0)
        {
            places.Add($"“{whole[0].Key}”{(whole.Count > 1 ? $"等 {whole.Count} 行" : string.Empty)}各列");
        }

        if (parts.Count > 0)
        {
            places.Add($"“{parts[0].Key}”的{Columns(parts[0])}{(parts.Count > 1 ? $"，这样的共 {parts.Count} 行" : string.Empty)}");
        }

        return string.Join("；", places);
    }

    /// <summary>Why there is no verdict.</summary>
    public static string Why(Reason reason, string? foundFormat, EngineLimits limits) => reason switch
    {
        Reason.Unspecified => string.Empty,
        Reason.EmptyDocument => "文件是空的，没有任何内容。请确认保存完整后再试。",
        Reason.DocumentTooLarge => $"文件太大，超过了 {limits.DocumentBytes / 1024 / 1024} MB 或 {limits.TextCharacters / 10000} 万字的上限，没有校验。",
        Reason.UnsupportedFormat =>
            $"文件内容是{foundFormat ?? "不支持的格式"}，不能校验。可以校验的有：Word 和 WPS 文字（docx、doc、wps）、RTF、ODT、PDF、OFD、网页（html）和纯文本（txt）。",
        Reason.UndecodableText => "文件内容不是可以识别的文字（支持 UTF-8、UTF-16、GB18030 编码），可能已损坏，或者是其他格式改了扩展名。",
        Reason.NotAReport => "没有找到年度报告的六个部分和三张表，这份文件看来不是政府信息公开工作年度报告。",
        Reason.PartlyUnreadable => "文件中有的地方无法确定地读懂，所以未能判定。",
        Reason.RuleFailed => "没有发现错误，但有校验规则运行出错，不能确定有没有错误。这是系统的问题，请联系管理员。",
        Reason.TimedOut => "校验超过了规定的时间，未能判定。请稍后再试；仍不行的，请联系管理员。",
        Reason.EncryptedDocument => "文件设置了密码，无法读取。请去掉密码（文件 → 信息或选项 → 保护文档）并保存后再试。",
        Reason.DamagedDocument => $"{foundFormat ?? "文件"}已损坏或不完整，无法读取。请重新打开并另存一份后再试。",
        Reason.NoText => "这份文件只有图片，没有文字（多为扫描件），无法校验。请用原来的 Word、WPS 文件，或由其直接导出的 PDF、OFD。",
        Reason.ReaderUnavailable => "服务器现在不能读取 PDF：读取 PDF 的子进程无法启动，或者系统不能加以限制。请改用 Word、WPS 文件，并联系管理员。",
        Reason.OldFormReport =>
            "这是 2019 年试行格式（国办公开办函〔2019〕60号）的年度报告，用于 2020 年及以前的年度，本系统只校验 2021 年起的格式（国办公开办函〔2021〕30号）。",
        _ => "读取文件时系统出错，未能判定。这是系统的问题，请联系管理员。",
    };

    /// <summary>What a document is that cannot be checked as a report. Null: <see cref="Why"/> says it.</summary>
    public static string? NoReport(DocumentKind kind) => kind switch
    {
        DocumentKind.EarlierReport =>
            "这是 2019 年以前的年度报告（没有规定的三张表），本系统只校验 2021 年起的格式（国办公开办函〔2021〕30号）。",
        DocumentKind.TrialYearReport =>
            "这是 2020 年及以前年度的年度报告，那时用的是 2019 年试行格式（国办公开办函〔2019〕60号），表格也没有读到；本系统只校验 2021 年起的格式（国办公开办函〔2021〕30号）。",
        DocumentKind.PageAboutReport => Seems("介绍年度报告的网页（解读、图解、新闻等）"),
        DocumentKind.FormatNotice => Seems("规定年度报告格式的通知及其空白表格"),
        DocumentKind.Notice => Seems("一份通知"),
        DocumentKind.Budget => Seems("预算或决算"),
        DocumentKind.Guide => Seems("政府信息公开指南"),
        DocumentKind.RuleOfLawReport => Seems("法治政府建设年度报告"),
        DocumentKind.WorkSummary => Seems("工作总结或工作安排"),
        _ => null,
    };

    /// <summary>What could not be read with certainty, and what to do about it.</summary>
    public static string Unclear(IReadOnlyList<Deviation> places) => places[0].Kind switch
    {
        Deviation.Types.Kind.RepeatedRow => $"表格重复出现，而且数字不同，无法确定以哪个为准，所以未能判定：{Rows(places)}。请只保留一张表格。",
        Deviation.Types.Kind.OverlongTable => $"“{places[0].Expected}”部分的文字过长，不像年度报告，没有读取其中的表格，所以未能判定。",
        _ => $"表格中有的行无法确定每个数字属于哪一列，所以未能判定：{Rows(places)}。请把空白单元格填上“0”后再试。",
    };

    private static string Seems(string document) => $"这份文件看来是{document}，不是政府信息公开工作年度报告，没有校验。";

    // Where a person looks, in the terms of the document's format; empty where nothing is known.
    private static string Place(Location? place) => place switch
    {
        null => string.Empty,
        { Page: > 0 } => $"第 {place.Page} 页",
        { Table: > 0, TableRow: > 0 } => $"第 {place.Table} 个表格第 {place.TableRow} 行",
        { Table: > 0 } => $"第 {place.Table} 个表格",
        { Paragraph: > 0 } => $"第 {place.Paragraph} 段",
        { Line: > 0 } => $"第 {place.Line} 行",
        _ => string.Empty,
    };

    private static string Rows(IReadOnlyList<Deviation> rows)
    {
        const int Most = 3;
        var named = rows.Take(Most).Select(row => row.Expected.Length > 0 ? $"{Place(row.Location)}“{row.Expected}”" : Place(row.Location));
        return string.Join('、', named) + (rows.Count > Most ? $"等 {rows.Count} 处" : string.Empty);
    }

    private static string Columns(IEnumerable<CellTemplate> cells)
    {
        const int Most = 3;
        var columns = cells.Select(cell => cell.Column).ToList();
        return string.Join('、', columns.Take(Most)) + (columns.Count > Most ? $"等 {columns.Count} 格" : string.Empty);
    }
}
