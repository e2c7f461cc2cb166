using Validation.Engine.Diagnosis;
using Validation.Engine.Reports.Template;
using Validation.Engine.Rules;
using Validation.Engine.Rules.National;
using Validation.V1;

namespace Validation.Engine;

/// <summary>All words of the engine that people read.</summary>
internal static class Texts
{
    /// <summary>Formats as a clerk calls them.</summary>
    public static class Formats
    {
        public const string Png = "PNG 图片";
        public const string Jpeg = "JPEG 图片";
        public const string Gif = "GIF 图片";
        public const string Bitmap = "BMP 图片";
        public const string Tiff = "TIFF 图片";
        public const string Media = "音频、视频或图片";
        public const string Pdf = "PDF 文件";
        public const string Zip = "Word（docx）、WPS 文件或压缩包";
        public const string CompoundFile = "Word（doc）或 WPS 文件";
        public const string Rtf = "RTF 文件";
        public const string Archive = "压缩包";
        public const string Program = "程序文件";
        public const string Xml = "XML 文件";
        public const string Html = "网页文件";
    }

    /// <summary>What each rule is called, how much it weighs and where it comes from.</summary>
    public static class Headers
    {
        private const string Form = "国办公开办函〔2021〕30号《中华人民共和国政府信息公开工作年度报告格式》";
        private const string Practice = "年度报告填报惯例：没有数量的应填“0”";
        private const string Relation = "表三表头勾稽关系：第一项加第二项之和，等于第三项加第四项之和";

        public static readonly RuleHeader SectionMissing =
            new("sec-missing", "缺少规定的部分", Severity.Error, "《政府信息公开条例》第五十条；" + Form);

        public static readonly RuleHeader SectionNumber = new("sec-number", "部分序号", Severity.Warning, Form);

        public static readonly RuleHeader SectionOrder = new("sec-order", "部分顺序", Severity.Error, Form);

        public static readonly RuleHeader StrayValue = new("t3-stray-value", "多余的数字", Severity.Warning, Form + "，表三");

        public static readonly RuleHeader RowTotal = new("t3-row-total", "各列与总计", Severity.Error, "表三：每行自然人至其他六列之和等于总计");

        public static readonly RuleHeader ResultsTotal =
            new("t3-results-total", "办理结果总计", Severity.Error, "表三：（一）至（六）各项之和等于（七）总计");

        public static readonly RuleHeader Balance = new("t3-balance", "收办平衡", Severity.Error, Relation);

        public static readonly RuleHeader DisputesTotal = new("t4-total", "复议诉讼总计", Severity.Error, "表四：四种结果之和等于总计");

        public static RuleHeader TableMissing(TableTemplate table) => new(Id(table, "missing"), $"缺少{table.Name}", Severity.Error, Form);

        public static RuleHeader TableRows(TableTemplate table) => new(Id(table, "rows"), $"{table.Name}的行", Severity.Error, Form);

        public static RuleHeader TableLabel(TableTemplate table) => new(Id(table, "label"), $"{table.Name}的栏目名称", Severity.Warning, Form);

        public static RuleHeader CellType(TableTemplate table) => new(Id(table, "cell-type"), $"{table.Name}的数字", Severity.Error, Form);

        public static RuleHeader CellsBlank(TableTemplate table) =>
            new(Id(table, "blank"), $"{table.Name}的空白单元格", Severity.Warning, Practice);

        public static RuleHeader CellsDash(TableTemplate table) =>
            new(Id(table, "slash"), $"{table.Name}的“/”“-”“无”", Severity.Warning, Practice);

        private static string Id(TableTemplate table, string name) => $"t{table.Section.Ordinal}-{name}";
    }

    public static string AndMore(string message, int count) => $"{message}（此类问题另有 {count} 处，未一一列出）";

    public static string SectionMissing(string heading) => $"没有找到“{heading}”这一部分的标题。";

    public static string SectionMissingMend(string heading) => $"补上标题“{heading}”及其内容；已有内容的，核对标题文字。";

    public static string SectionNumber(string heading, string actual) =>
        actual.Length == 0 ? $"“{heading}”前没有序号。" : $"“{heading}”的序号写成了“{actual}”。";

    public static string SectionNumberMend(string heading) => $"标题改为“{heading}”。";

    public static string SectionOrder(string actual) => $"“{actual}”重复出现，或者不在应在的位置。";

    public static string TableMissing(TableTemplate table) => $"没有找到{table.Name}“{table.Section.Name}”的表格。";

    public const string TableMissingMend = "按规定格式补上表格；表格是图片的，改为可编辑的表格。";

    public static string TableRows(TableTemplate table, Deviation deviation) => deviation.Kind switch
    {
        Deviation.Types.Kind.MissingRow => $"{table.Name}缺少“{RowName(table, deviation)}”一行。",
        Deviation.Types.Kind.CollapsedRow => $"{table.Name}的“{deviation.Expected}”没有分项，规定格式要求逐项填写。",
        _ => $"{table.Name}多出“{deviation.Actual}”一行，规定格式没有这一行。",
    };

    public static string TableLabel(Deviation deviation) => $"栏目名称“{deviation.Actual}”与规定格式不同，应为“{deviation.Expected}”。";

    public static string TableLabelMend(Deviation deviation) => $"改为“{deviation.Expected}”。";

    public static string CellType(CellTemplate cell, string text) =>
        $"“{cell.Row}”的“{cell.Column}”填写的是“{text}”，应为{NumberKind(cell)}。";

    public static string CellTypeMend(CellTemplate cell) => $"只填{NumberKind(cell)}，不带单位、符号和文字；没有数量的填“0”。";

    public static string CellsBlank(TableTemplate table, int count, string places) => $"{table.Name}有 {count} 个单元格空白：{places}。";

    public const string CellsBlankMend = "没有数量的单元格填“0”。";

    public static string CellsDash(TableTemplate table, int count, string places) =>
        $"{table.Name}有 {count} 个单元格填的是“/”“-”“无”等，不是数字：{places}。";

    public const string CellsDashMend = "没有数量的，填“0”。";

    public static string StrayValue(Deviation deviation) => $"“{deviation.Expected}”是分组标题，后面不应有数字“{deviation.Actual}”。";

    public static string StrayValueMend(Deviation deviation) => $"删去“{deviation.Expected}”后面的“{deviation.Actual}”。";

    public static string RowTotal(string row, IReadOnlyList<Term> terms, double sum) =>
        $"“{row}”一行：{Sum(terms.SkipLast(1))}＝{Sums.Text(sum)}，总计填的是 {Sums.Text(terms[^1].Value)}，{Difference(terms[^1].Value - sum)}。";

    public const string RowTotalMend = "核对这一行各列的数量和总计。";

    public static string ResultsTotal(ApplicationColumn column) =>
        $"“{column.Label}”一列：（一）至（六）各项之和为 {Sums.Text(column.ResultsSum)}{Parts(column)}，“（七）总计”填的是 " +
        $"{Sums.Text(column.ResultsTotal.Value)}，{Difference(column.ResultsTotal.Value - column.ResultsSum)}。";

    public const string ResultsTotalMend = "核对这一列各项办理结果和“（七）总计”。";

    public static string Balance(ApplicationColumn column)
    {
        var terms = column.BalanceTerms.Select(term => Sums.Text(term.Value)).ToArray();
        return $"“{column.Label}”一列：本年新收 {terms[0]}＋上年结转 {terms[1]}＝{Sums.Text(column.In)}，" +
            $"办理结果总计 {terms[2]}＋结转下年度 {terms[3]}＝{Sums.Text(column.Out)}，两者应相等，相差 {Sums.Text(Math.Abs(column.In - column.Out))}。";
    }

    public const string BalanceMend = "核对这一列的本年新收、上年结转、办理结果总计和结转下年度四个数。";

    public static string DisputesTotal(string group, IReadOnlyList<Term> terms, double sum) =>
        $"“{group}”：{Sum(terms.SkipLast(1))}＝{Sums.Text(sum)}，总计填的是 {Sums.Text(terms[^1].Value)}，{Difference(terms[^1].Value - sum)}。";

    public static string DisputesTotalMend(double sum) => $"四种结果无误的，总计改为 {Sums.Text(sum)}；否则核对四种结果。";

    public static string OneCell(Edit edit, int sums) => $"如果“{edit.Cell.Row}”的{Change(edit)}，有关的 {sums} 个等式就全部成立。";

    public static string CellAndTotal(Edit cell, Edit total) => $"如果“{cell.Cell.Row}”的{Change(cell)}、{Change(total)}，有关的等式就全部成立。";

    /// <summary>Where cells stand, in few words: rows that are concerned as a whole, then the others.</summary>
    public static string Places(TableTemplate table, IReadOnlyList<CellTemplate> cells)
    {
        if (cells.Count == table.Cells.Count)
        {
            return "整张表";
        }

        var rows = cells.GroupBy(cell => cell.Row).ToList();
        var whole = rows.Where(row => row.Count() > 1 && row.Count() == table.Cells.Count(cell => cell.Row == row.Key)).ToList();
        var parts = rows.Except(whole).ToList();
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
        Reason.UnsupportedFormat => $"文件内容是{foundFormat ?? "不支持的格式"}，目前只能校验纯文本（txt）。请另存为纯文本后再试。",
        Reason.UndecodableText => "文件内容不是可以识别的文字（支持 UTF-8、UTF-16、GB18030 编码），可能已损坏，或者是其他格式改了扩展名。",
        Reason.NotAReport => "没有找到年度报告的六个部分和三张表，这份文件看来不是政府信息公开工作年度报告。",
        Reason.PartlyUnreadable => "文件中有的地方无法确定地读懂，所以没有结论。",
        Reason.RuleFailed => "有校验规则运行出错，结论不完整。这是系统的问题，请联系管理员。",
        Reason.TimedOut => "校验超过了规定的时间，没有得出结论。请稍后再试；仍不行的，请联系管理员。",
        _ => "读取文件时系统出错，没有得出结论。这是系统的问题，请联系管理员。",
    };

    /// <summary>What could not be read with certainty, and what to do about it.</summary>
    public static string Unclear(IReadOnlyList<Deviation> places) => places[0].Kind switch
    {
        Deviation.Types.Kind.RepeatedRow => $"表格重复出现，而且数字不同，无法确定以哪个为准，所以没有结论：{Rows(places)}。请只保留一张表格。",
        Deviation.Types.Kind.OverlongTable => $"“{places[0].Expected}”部分的文字过长，不像年度报告，没有读取其中的表格，所以没有结论。",
        _ => $"表格中有的行无法确定每个数字属于哪一列，所以没有结论：{Rows(places)}。请把空白单元格填上“0”后再试。",
    };

    private static string Rows(IReadOnlyList<Deviation> rows)
    {
        const int Most = 3;
        var named = rows.Take(Most).Select(row => row.Location is null ? $"“{row.Expected}”" : $"第 {row.Location.Line} 行“{row.Expected}”");
        return string.Join('、', named) + (rows.Count > Most ? $"等 {rows.Count} 处" : string.Empty);
    }

    private static string Change(Edit edit) => $"“{edit.Cell.Column}”由 {Sums.Text(edit.Before)} 改为 {Sums.Text(edit.After)}";

    private static string Columns(IEnumerable<CellTemplate> cells)
    {
        const int Most = 3;
        var columns = cells.Select(cell => cell.Column).ToList();
        return string.Join('、', columns.Take(Most)) + (columns.Count > Most ? $"等 {columns.Count} 格" : string.Empty);
    }

    private static string RowName(TableTemplate table, Deviation deviation) =>
        table.Rows.FirstOrDefault(row => row.Key == deviation.Path)?.Cells[0].Row ?? deviation.Expected;

    private static string NumberKind(CellTemplate cell) => cell.HasDecimals ? "不小于 0 的数字" : "不小于 0 的整数";

    private static string Difference(double difference) => difference > 0 ? $"多了 {Sums.Text(difference)}" : $"少了 {Sums.Text(-difference)}";

    private static string Sum(IEnumerable<Term> terms) =>
        string.Join("＋", terms.Select(term => $"{term.Template.Column} {Sums.Text(term.Value)}"));

    private static string Parts(ApplicationColumn column)
    {
        var parts = column.Results.Where(term => term.Value != 0).Select(term => Sums.Text(term.Value)).ToList();
        return parts.Count is > 1 and <= 12 ? $"（{string.Join('＋', parts)}）" : string.Empty;
    }
}
