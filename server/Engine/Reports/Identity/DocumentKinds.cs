using System.Text.RegularExpressions;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Sections;
using Validation.Engine.Reports.Text;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Reports.Identity;

/// <summary>Tells reports from the other documents that an office writes, by title, sections and tables.</summary>
internal static class DocumentKinds
{
    private const int LinesSearched = 12;
    private const int LongestTitle = 80;
    private const int LinesOfText = 2000;
    private const int LeastSections = 3;
    private const int LastYearWithoutForm = 2018;

    // Reports before 2019 had an annex of these figures, and no tables of the format.
    private static readonly string[] EarlierFigures =
    [
        "主动公开政府信息数", "统计指标", "收到申请数", "申请办结数", "政府信息公开情况统计表", "主动公开情况统计", "制发规范性文件总数", "按申请方式分", "信息公开申请数",
    ];

    private static readonly (DocumentKind Kind, Regex Title, string Word)[] Others =
    [
        (DocumentKind.FormatNotice, new Regex("年度报告格式.{0,4}的?(通知|函)$", PatternOptions.Linear), "格式"),
        (DocumentKind.Notice, new Regex("关于.{2,}的?通知$", PatternOptions.Linear), string.Empty),
        (DocumentKind.Budget, new Regex("(部门|单位|年度?|年财政)(预算|决算)", PatternOptions.Linear), "支出"),
        (DocumentKind.Guide, new Regex("(信息|政务)公开(工作)?指南$", PatternOptions.Linear), "受理"),
        (DocumentKind.RuleOfLawReport, new Regex("法治政府建设.{0,12}(报告|总结)", PatternOptions.Linear), "法治"),
        (DocumentKind.WorkSummary, new Regex("工作(总结|小结|计划|要点|方案|安排|打算)", PatternOptions.Linear), string.Empty),
    ];

    /// <summary>What the document is.</summary>
    /// <param name="report">What was read of it.</param>
    /// <param name="lines">The document.</param>
    /// <param name="spans">Its sections.</param>
    /// <param name="rows">How many rows of tables with labels were found.</param>
    public static DocumentKind Of(Report report, IReadOnlyList<TextLine> lines, IReadOnlyList<SectionSpan> spans, int rows)
    {
        // Of a report that names no year, the form says when it was made.
        if (report.Deviations.Any(deviation => deviation.Kind == Deviation.Types.Kind.OldForm) && report.Year <= TrialForm.LastYear)
        {
            return DocumentKind.TrialFormReport;
        }

        var hasDisclosure = HasNumbers(report, DisclosureTemplate.Table);
        var isReportOfTrialYear = report.Year is > LastYearWithoutForm and <= TrialForm.LastYear
            && (report.Title.Length > 0 ? spans.Count > 0 : spans.Count >= LeastSections);
        if (isReportOfTrialYear && !hasDisclosure)
        {
            return DocumentKind.TrialYearReport;
        }

        if (rows > 0 && (hasDisclosure || ReportTemplate.Tables.Any(table => HasNumbers(report, table))))
        {
            return DocumentKind.Report;
        }

        if (rows == 0 && report.Title.Length > 0 && IsEarlier(report, lines))
        {
            return DocumentKind.EarlierReport;
        }

        var other = ByTitle(lines);
        var hasTitle = report.Title.Length > 0 && !report.Title.EndsWith("通知", StringComparison.Ordinal);
        if (other is DocumentKind.Notice or DocumentKind.FormatNotice && !HasOwnTitle(report))
        {
            return other;
        }

        if (rows == 0 && PagesAboutReports.IsOne(lines, spans))
        {
            return DocumentKind.PageAboutReport;
        }

        var isReport = spans.Count >= LeastSections || rows > 0 || (hasTitle && spans.Count > 0) || HasNamedSections(spans);
        var isOther = other != DocumentKind.Other && !hasTitle && rows == 0 && spans.Count <= LeastSections;
        return isReport && !isOther ? DocumentKind.Report : other;
    }

    // "某某局2024年政府信息公开工作年度报告": a body, a year, and no notice.
    private static bool HasOwnTitle(Report report) => report is { Title.Length: > 0, Organization.Length: > 0, Year: > 0 }
        && !report.Title.Contains("通知", StringComparison.Ordinal) && !report.Title.Contains("格式", StringComparison.Ordinal);

    private static bool HasNumbers(Report report, TableTemplate table) =>
        table.Cells.Any(cell => cell.Of(report).State is State.Number or State.Dash);

    // A draft that nobody has given a title yet.
    private static bool HasNamedSections(IReadOnlyList<SectionSpan> spans)
    {
        var named = spans.Where(span => span.Heading is { HasTemplateName: true, HasTemplateNumber: true }).ToList();
        return named.Count > 1 && named.Exists(span => span.Section.Ordinal > 1);
    }

    private static bool IsEarlier(Report report, IReadOnlyList<TextLine> lines)
    {
        if (report.Year is > 0 and <= LastYearWithoutForm)
        {
            return true;
        }

        var text = new FlatText(lines.Take(LinesOfText)).Text;
        return EarlierFigures.Count(figure => text.Contains(figure, StringComparison.Ordinal)) > 1;
    }

    // The kind that the first lines name. Menus of web pages name many things: then none is certain.
    private static DocumentKind ByTitle(IReadOnlyList<TextLine> lines)
    {
        var first = lines.Select(line => Characters.Squeeze(line.Text)).Where(line => line.Length > 0).Take(LinesSearched)
            .Where(line => Numbering.Of(line).Style == NumberingStyle.None).ToList();

        // A title may be broken over two lines.
        var kinds = first.Zip([.. first.Skip(1), string.Empty], (line, next) => new[] { line, line + next }).SelectMany(titles => titles)
            .Where(title => title.Length <= LongestTitle && !title.Contains('。', StringComparison.Ordinal))
            .Select(title => Array.Find(Others, other => other.Title.IsMatch(title))).Where(other => other.Title is not null)
            .Select(other => other.Kind).ToHashSet();
        if (kinds.Count == 2 && kinds.Contains(DocumentKind.FormatNotice))
        {
            kinds.Remove(DocumentKind.Notice);
        }

        if (kinds.Count != 1)
        {
            return DocumentKind.Other;
        }

        var word = Array.Find(Others, other => other.Kind == kinds.First()).Word;
        var isMeant = word.Length == 0 || lines.Take(LinesOfText).Any(line => line.Text.Contains(word, StringComparison.Ordinal));
        return isMeant ? kinds.First() : DocumentKind.Other;
    }
}
