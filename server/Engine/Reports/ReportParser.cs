using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Claims;
using Validation.Engine.Reports.Identity;
using Validation.Engine.Reports.Sections;
using Validation.Engine.Reports.Tables;
using Validation.Engine.Reports.Text;
using Validation.Form;
using Validation.V1;
using Doubt = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Reports;

/// <summary>Reads a document as a report. It records what stands there, and judges nothing. Thread-safe.</summary>
public static class ReportParser
{
    private const int LongestOpening = 1000;

    /// <summary>Reads the report in a document, with all that departs from the form.</summary>
    /// <param name="document">The document.</param>
    /// <param name="limits">How much of it is searched. Null: <see cref="EngineLimits.Default"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ParsedReport Parse(Document document, EngineLimits? limits = null, CancellationToken cancellationToken = default)
    {
        var report = ReportTemplate.NewReport();
        var lines = Article.Of(document, report.Deviations, cancellationToken);
        var spans = SectionFinder.Find(lines, report.Deviations);
        cancellationToken.ThrowIfCancellationRequested();
        var rows = ReadTables(report, lines, spans, limits ?? EngineLimits.Default, cancellationToken);
        report.Sections.AddRange(spans.Select(span => SectionReader.Read(span, lines, report.Deviations)));
        ReadTitle(report, lines, spans);
        ReadPeriod(report, lines, spans);
        SortDeviations(report);
        ClaimReader.Read(report, cancellationToken);
        return new ParsedReport(report, DocumentKinds.Of(report, lines, spans, rows));
    }

    /// <summary>Reads the three tables of the form.</summary>
    /// <returns>How many rows were found. A single row of numbers without a label counts for none: it stands in many documents.</returns>
    private static int ReadTables(
        Report report,
        IReadOnlyList<TextLine> lines,
        IReadOnlyList<SectionSpan> spans,
        EngineLimits limits,
        CancellationToken cancellationToken)
    {
        var rows = 0;
        foreach (var table in ReportTemplate.Tables)
        {
            var content = LinesOf(table, spans, lines);
            if (table == DisclosureTemplate.Table && TrialForm.Find(content, limits) is { } oldForm)
            {
                report.Deviations.Add(oldForm);
                rows++;
                continue;
            }

            var found = TableReader.Read(table, content, report, limits);
            rows += table.Rows.Count > 1 ? found : 0;
            cancellationToken.ThrowIfCancellationRequested();
        }

        return rows;
    }

    // A table stands in its section; where that heading is missing, in the section before.
    internal static List<TextLine> LinesOf(TableTemplate table, IReadOnlyList<SectionSpan> spans, IReadOnlyList<TextLine> lines)
    {
        var span = spans.LastOrDefault(span => span.Section.Ordinal <= table.Section.Ordinal);
        var start = span?.Start ?? 0;
        var end = span?.End ?? EndOfOpening(lines, spans);
        return lines.Skip(start).Take(end - start).ToList();
    }

    private static void ReadTitle(Report report, IReadOnlyList<TextLine> lines, IReadOnlyList<SectionSpan> spans)
    {
        var title = TitleReader.Read(lines, EndOfOpening(lines, spans));
        report.Title = title.Text;
        report.Organization = title.Organization;
        report.Year = title.Year;
        report.Opening.AddRange(SectionReader.ReadOpening(title.End, spans, lines, report.Deviations));
    }

    // The period stands before section 一 or in it. Where the title names no year, it is that of the period, else the one named most often.
    private static void ReadPeriod(Report report, IReadOnlyList<TextLine> lines, IReadOnlyList<SectionSpan> spans)
    {
        var opening = new FlatText(lines.Take(Math.Min(spans.Count > 0 ? spans[0].End : lines.Count, LongestOpening)));
        report.Period = PeriodReader.Read(opening);
        if (report.Year == 0 && report.Period is { Start.Length: > 0 } period)
        {
            report.Year = Years.Parse(period.Start[..4]);
        }

        if (report.Year == 0)
        {
            report.Year = Years.MostNamed(opening.Text);
        }
    }

    private static int EndOfOpening(IReadOnlyList<TextLine> lines, IReadOnlyList<SectionSpan> spans) =>
        spans.Count > 0 ? spans[0].Heading.Line : lines.Count;

    private static void SortDeviations(Report report)
    {
        var sorted = report.Deviations.OrderBy(deviation => deviation.Location, DocumentOrder.Instance).ToList();
        report.Deviations.Clear();
        report.Deviations.AddRange(sorted);
    }
}

/// <summary>What came of parsing a document.</summary>
/// <param name="Report">The report. Cells that could not be read are MISSING.</param>
/// <param name="Kind">What the document is; anything but a report is not to be checked.</param>
public sealed record ParsedReport(Report Report, DocumentKind Kind)
{
    /// <summary>
    /// Where the document could not be read with certainty, in its order. While there is any such place, nothing may be concluded from what
    /// was not found.
    /// </summary>
    public IReadOnlyList<Deviation> Unclear { get; } =
        [.. Report.Deviations.Where(deviation => deviation.Kind is Doubt.UnreadableRow or Doubt.RepeatedRow or Doubt.OverlongTable)];
}
