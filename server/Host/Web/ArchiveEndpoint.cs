using Validation.Server.Access;
using Validation.Server.Access.Audit;
using Validation.Server.Archive;
using Validation.Server.Checks;
using Validation.Server.Outcomes;
using Validation.Server.Web.Problems;
using Validation.Server.Web.Uploads;
using Validation.V1;

namespace Validation.Server.Web;

/// <summary>Answers what is below /v1/archive: the same as the Archive service over gRPC, with the same roles and limits.</summary>
internal sealed class ArchiveEndpoint(
    ArchiveDesk desk, ArchiveExport export, OverviewReader overview, ArchiveTrial trial, UploadReader uploads, Drain drain,
    ILogger<ArchiveEndpoint> log)
{
    /// <summary>Files the report of the request's body.</summary>
    public async Task<IResult> FileAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request, "organization", "year", "author", "reason", "expected_id");
        var filing = new Filing
        {
            Organization = query.Text("organization"),
            Year = query.Number("year"),
            Author = query.Text("author"),
            Reason = query.Text("reason"),
        };
        if (query.Has("expected_id"))
        {
            filing.ExpectedId = query.Text("expected_id");
        }

        // What cannot be filed at all is refused before its document is received.
        _ = Answer(FilingSlip.Read(filing));
        using var report = await ReceiveAsync(context);
        filing.FileName = report.FileName;
        var slip = Answer(FilingSlip.Read(filing));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Over);
        var filed = await desk.FileAsync(slip, report.Content, context.Principal(), CallOrigin.Of(context), stop.Token);
        return ProtoJson.Result(Answer(filed), context.Request, query);
    }

    /// <summary>One report by its id.</summary>
    public async Task<IResult> GetAsync(HttpContext context, string id)
    {
        var query = new QueryReader(context.Request, "include_report", "include_findings");
        var request = new GetFiledReportRequest
        {
            Id = id, IncludeReport = query.Flag("include_report"), IncludeFindings = query.Flag("include_findings"),
        };
        return ProtoJson.Result(Answer(await desk.GetAsync(request, context.RequestAborted)), context.Request, query);
    }

    /// <summary>The current report of a body and year.</summary>
    public async Task<IResult> CurrentAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request, "organization", "year", "include_report", "include_findings");
        var request = new GetFiledReportRequest
        {
            Organization = query.Text("organization"),
            Year = query.Number("year"),
            IncludeReport = query.Flag("include_report"),
            IncludeFindings = query.Flag("include_findings"),
        };
        return ProtoJson.Result(Answer(await desk.GetAsync(request, context.RequestAborted)), context.Request, query);
    }

    /// <summary>A page of the reports on file.</summary>
    public async Task<IResult> ListAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request, [.. ArchiveQuery.Names, "limit", "page_token"]);
        var request = new ListFiledReportsRequest
        {
            Filter = ArchiveQuery.FilterOf(query), Limit = query.Number("limit"), PageToken = query.Text("page_token"),
        };
        return ProtoJson.Result(Answer(await desk.ListAsync(request, context.RequestAborted)), context.Request, query);
    }

    /// <summary>Removes the report with that id.</summary>
    public async Task<IResult> RemoveAsync(HttpContext context, string id)
    {
        var query = new QueryReader(context.Request, "author", "reason");
        var request = new RemoveFiledReportRequest { Id = id, Author = query.Text("author"), Reason = query.Text("reason") };
        var removed = await desk.RemoveAsync(request, CallOrigin.Of(context), context.RequestAborted);
        return ProtoJson.Result(Answer(removed), context.Request, query);
    }

    /// <summary>Where the reports of a year stand.</summary>
    public async Task<IResult> OverviewAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request, "year", "superior", "include_bodies");
        var request = new OverviewRequest
        {
            Year = query.Number("year"), Superior = query.Text("superior"), IncludeBodies = query.Flag("include_bodies"),
        };
        return ProtoJson.Result(Answer(await overview.ReadAsync(request, context.RequestAborted)), context.Request, query);
    }

    /// <summary>How much is on file.</summary>
    public async Task<IResult> StatusAsync(HttpContext context)
    {
        return ProtoJson.Result(await desk.StatusAsync(context.RequestAborted), context.Request);
    }

    /// <summary>Tries a candidate on the reports on file: a line for each reply.</summary>
    public async Task TryAsync(HttpContext context)
    {
        _ = new QueryReader(context.Request);
        // Whoever only waits is told at once that the server stops.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Begun);
        var request = await uploads.ReadMessageAsync<TryRulesRequest>(context.Request, stop.Token);
        var refusal = await trial.RunAsync(request, context.Principal(), TellAsync, stop.Token);
        if (refusal is not null && !context.Response.HasStarted)
        {
            throw new ProblemException(refusal);
        }

        if (refusal is not null)
        {
            // Without its last line nobody takes the answer for a whole one.
            var code = ProblemCode.Of(refusal.Kind).Code;
            CallLog.CallRefused(log, code);
            context.Abort();
        }

        async Task TellAsync(TryRulesReply reply)
        {
            if (!context.Response.HasStarted)
            {
                context.Response.ContentType = TableExport.JsonType;
            }

            await context.Response.WriteAsync(ProtoJson.Format(reply), stop.Token);
            await context.Response.Body.FlushAsync(stop.Token);
        }
    }

    /// <summary>A table of reports, as a file to save.</summary>
    public Task ExportAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request, [.. ArchiveQuery.Names, "format", "id"]);
        return SendAsync(context, new ExportRequest
        {
            Format = ArchiveQuery.FormatOf(query), Id = query.Text("id"), Filter = ArchiveQuery.FilterOf(query),
        });
    }

    /// <summary>The original of a report, as a file to save.</summary>
    public Task OriginalAsync(HttpContext context, string id)
    {
        _ = new QueryReader(context.Request);
        return SendAsync(context, new ExportRequest { Format = ExportFormat.Original, Id = id });
    }

    private static T Answer<T>(Outcome<T> outcome)
    {
        return outcome.IsAnswered(out var answer, out var refusal) ? answer : throw new ProblemException(refusal);
    }

    private async Task<SubmittedDraft> ReceiveAsync(HttpContext context)
    {
        // A server that stops takes nothing more.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Begun);
        var report = await uploads.ReadAsync(context.Request, "", ReportWish.Whole, stop.Token);
        var problem = report.Refusal is not null ? new ProblemException(ProblemCode.TooLarge, WebTexts.ReportTooLarge)
            : report.Prior is not null ? new ProblemException(ProblemCode.BadRequest, WebTexts.OneReportAtATime)
            : report.Content.IsEmpty ? new ProblemException(ProblemCode.BadRequest, ArchiveTexts.NothingToFile)
            : null;
        if (problem is not null)
        {
            report.Dispose();
            throw problem;
        }

        return report;
    }

    private async Task SendAsync(HttpContext context, ExportRequest request)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Over);
        var file = Answer(await export.OpenAsync(request, stop.Token));
        await FileAnswer.SendAsync(context.Response, file.Chunks, stop.Token);
    }
}
