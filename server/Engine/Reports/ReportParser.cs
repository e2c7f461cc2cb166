using Validation.Engine.Documents;
using Validation.Engine.Reports.Claims;
using Validation.Engine.Reports.Identity;
using Validation.Engine.Reports.Sections;
using Validation.Engine.Reports.Tables;
using Validation.Engine.Reports.Text;
using Validation.Template;
using Validation.V1;

namespace Validation.Engine.Reports;

/// <summary>Reads a document as a report. Records facts and judges nothing. Thread-safe.</summary>
public static class ReportParser
{
    private const int LongestOpening = 1000;

    /// <summary>Parses a document.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ParsedReport Parse(Document document, CancellationToken cancellationToken = default) =>
        Parse(document, EngineLimits.Default, cancellationToken);

    /// <summary>Parses a document within limits.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ParsedReport Parse(Document document, EngineLimits limits, CancellationToken cancellationToken)
    {
        var report = ReportTemplate.NewReport();
        var lines = FlattenedText.Split(SourceText.Of(document, report.Deviations).Lines);
        var spans = SectionFinder.Find(lines, report.Deviations);
        cancellationToken.ThrowIfCancellationRequested();

        var rows = 0;
        foreach (var table in ReportTemplate.Tables)
        {
            var content = LinesOf(table, spans, lines);
            if (table == DisclosureTemplate.Table && TrialFormFinder.Find(content, limits) is { } oldForm)
            {
                report.Deviations.Add(oldForm);
                rows++;
                continue;
            }

            var found = TableReader.Read(table, content, report, limits);
            // A single row of numbers without a label stands in many documents.
            rows += table.Rows.Count > 1 ? found : 0;
            cancellationToken.ThrowIfCancellationRequested();
        }

        report.Sections.AddRange(spans.Select(span => SectionReader.Read(span, lines, report.Deviations)));
        ReadIdentity(report, lines, spans);
        SortDeviations(report);
        ClaimReader.Read(report, cancellationToken);

        return new ParsedReport(report, DocumentKinds.Of(report, lines, spans, rows));
    }

    // A table stands in its section; where that heading is missing, in the section before.
    private static IReadOnlyList<Paragraph> LinesOf(TableTemplate table, IReadOnlyList<SectionSpan> spans, IReadOnlyList<Paragraph> lines)
    {
        var span = spans.LastOrDefault(span => span.Section.Ordinal <= table.Section.Ordinal);
        var start = span?.Start ?? 0;
        var end = span?.End ?? (spans.Count > 0 ? spans[0].Heading.Line : lines.Count);
        return [.. lines.Skip(start).Take(end - start)];
    }

    private static void ReadIdentity(Report report, IReadOnlyList<Paragraph> lines, IReadOnlyList<SectionSpan> spans)
    {
        var title = TitleReader.Read(lines, spans.Count > 0 ? spans[0].Heading.Line : lines.Count);
        report.Title = title.Text;
        report.Organization = title.Organization;
        report.Opening.AddRange(SectionReader.ReadOpening(title.End, spans, lines, report.Deviations));

        // The period stands before section 一 or in it.
        var opening = new FlatText(lines.Take(Math.Min(spans.Count > 0 ? spans[0].End : lines.Count, LongestOpening)));
        report.Period = PeriodReader.Read(opening);
        report.Year = title.Year;
        if (report.Year == 0 && report.Period is { Start.Length: > 0 } period)
        {
            report.Year = Years.Parse(period.Start[..4]);
        }

        if (report.Year == 0)
        {
            report.Year = Years.MostNamed(opening.Text);
        }
    }

    private static void SortDeviations(Report report)
    {
        var sorted = report.Deviations.OrderBy(deviation => deviation.Location, DocumentOrder.Instance).ToList();
        report.Deviations.Clear();
        report.Deviations.AddRange(sorted);
    }
}
