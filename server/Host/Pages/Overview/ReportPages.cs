using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Page;
using Validation.Server.Archive;
using Validation.Server.Outcomes;
using Validation.Server.Records;
using Validation.Server.Store;
using Validation.Server.Web.Problems;
using Validation.V1;

namespace Validation.Server.Pages.Overview;

/// <summary>Lists reports on file, and shows one of them as the page of checks shows a draft.</summary>
internal sealed class ReportPages(
    ArchiveDesk desk, ArchiveReader reader, ArchiveStandings standings, StandingReader bodies, RecordBook records, TimeProvider time)
{
    private const int ReportsOfAPage = 50;
    private const int MostVersions = 50;

    /// <summary>A page of reports in force, the one filed last first.</summary>
    public async Task<RazorComponentResult<ReportsPage>> ListAsync(HttpContext context)
    {
        var query = new OverviewQuery(context.Request.Query, time.GetLocalNow());
        // To look for a rule in all years would go through all that is on file.
        var year = query.Year(query.Rule.Length > 0 ? query.DueYear : 0);
        var wanted = new FiledReportFilter { Year = year, Superior = query.Superior };
        if (query.Verdict is { } verdict)
        {
            wanted.Verdicts.Add(verdict);
        }

        var filter = desk.FilterOf(wanted) with { Rule = query.Rule };
        // One more than is shown tells whether there are more.
        var found = await reader.ListAsync(filter, query.Before, ReportsOfAPage + 1, context.RequestAborted);
        var years = await standings.YearsAsync(context.RequestAborted);
        return new RazorComponentResult<ReportsPage>(new Dictionary<string, object?>
        {
            [nameof(ReportsPage.Choice)] = new OverviewChoice(
                query, [.. years.Append(year).Where(one => one > 0).Distinct().OrderDescending()], bodies.Superiors()),
            [nameof(ReportsPage.Year)] = year,
            [nameof(ReportsPage.Reports)] = (IReadOnlyList<FiledReport>)[.. found.Take(ReportsOfAPage).Select(one => one.Report)],
            [nameof(ReportsPage.Before)] = found.Count > ReportsOfAPage ? found[ReportsOfAPage - 1].Number : 0L,
        });
    }

    /// <summary>One report: who filed it, its versions, what was found, its tables.</summary>
    /// <exception cref="ProblemException">There is no such report.</exception>
    public async Task<RazorComponentResult<ReportPage>> ShowAsync(HttpContext context)
    {
        var id = new OverviewQuery(context.Request.Query, time.GetLocalNow()).Report;
        var request = new GetFiledReportRequest { Id = id, IncludeReport = true, IncludeFindings = true };
        if (id.Length == 0 || !(await desk.GetAsync(request, context.RequestAborted)).IsAnswered(out var filed, out _))
        {
            throw new ProblemException(ProblemCode.NotFound, OverviewTexts.WhichReport);
        }

        var report = filed.Report;
        var names = records.Current.Bodies.Of(report.Organization);
        return new RazorComponentResult<ReportPage>(new Dictionary<string, object?>
        {
            [nameof(ReportPage.Report)] = report,
            [nameof(ReportPage.Versions)] =
                await standings.VersionsAsync(names, report.Year, MostVersions, context.RequestAborted),
            [nameof(ReportPage.Results)] = Results(filed),
        });
    }

    /// <summary>The findings and tables, by the renderer of the page of checks. It escapes what the report says.</summary>
    private MarkupString Results(GetFiledReportReply filed)
    {
        var report = filed.Report;
        var reply = new ValidateReply
        {
            Verdict = report.Verdict,
            Reason = report.Reason,
            Report = filed.Content,
            Findings = { filed.Findings },
            Accepted = report.Accepted,
            Provenance = new Provenance
            {
                RuleSetVersion = report.RuleSetVersion,
                EngineVersion = report.EngineVersion,
                DocumentFormat = report.DocumentFormat,
                DocumentSha256 = report.Sha256,
            },
        };
        var name = report.FileName.Length > 0 ? report.FileName : OverviewTexts.UnnamedFile;
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var page = new HtmlPage(output, drafts: 1, isPart: true);
        var filedAt = TimeZoneInfo.ConvertTime(report.FiledAt.ToDateTimeOffset(), time.LocalTimeZone);
        page.Add(CheckOutcome.Answered(new DraftName(name), reply), filedAt);
        page.End();
        return new MarkupString(output.ToString());
    }
}
