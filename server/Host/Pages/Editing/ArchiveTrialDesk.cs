using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Validation.Server.Access;
using Validation.Server.Archive;
using Validation.Server.Checks;
using Validation.Server.Health;
using Validation.Server.Outcomes;
using Validation.Server.Pages.Overview;
using Validation.Server.Web.Uploads;
using Validation.V1;

namespace Validation.Server.Pages.Editing;

/// <summary>Tries what somebody has written on the reports on file. A browser with script is told how far it is; without, the page comes
/// when all is done.</summary>
internal sealed class ArchiveTrialDesk(
    EditPages pages, ArchiveTrial trial, Drain drain, ServerState state, IServiceProvider services, ILoggerFactory logs)
{
    /// <summary>The type of an answer that comes line by line, each an object of JSON: first "done" and "total", at last "html".</summary>
    public const string LinesType = "application/x-ndjson";

    private const int Examples = 10;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Tries the text, and answers.</summary>
    public async Task TryAsync(HttpContext context)
    {
        state.ThrowIfClosed(drain);
        var (form, refusal) = await pages.ReadAsync(context);
        var year = 0;
        if (form.Year.Length > 0 && !(int.TryParse(form.Year, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year > 0))
        {
            refusal ??= new Refusal(RefusalKind.Invalid, EditingTexts.YearWrong);
        }

        var inLines = context.Request.Headers.Accept.Any(type => type?.Contains(LinesType, StringComparison.Ordinal) == true);
        if (inLines)
        {
            context.Response.ContentType = LinesType;
            // A proxy is to pass on each line as it comes.
            context.Response.Headers["X-Accel-Buffering"] = "no";
        }

        var result = refusal is null
            ? await TryAsync(context, form, year, inLines)
            : new EditResult { Refused = refusal.Reason, Status = ProblemCode.Of(refusal.Kind).Status };
        if (inLines)
        {
            await TellAsync(context, new LastLine(await HtmlAsync(form, result)));
        }
        else
        {
            await (await pages.PageAsync(context, form, result)).ExecuteAsync(context);
        }
    }

    private async Task<EditResult> TryAsync(HttpContext context, EditForm form, int year, bool inLines)
    {
        var text = pages.Split(form);
        var request = new TryRulesRequest
        {
            Candidate = new RuleOverlay { Files = { text.Files } }, Examples = Examples, Filter = new FiledReportFilter { Year = year },
        };
        TryRulesReply? last = null;
        var ended = context.Caller()?.Ended ?? CancellationToken.None;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Begun, ended);
        try
        {
            var refusal = await trial.RunAsync(request, context.Principal(), HearAsync, stop.Token);
            return new EditResult
            {
                Refused = refusal?.Reason ?? "",
                Status = refusal is null ? StatusCodes.Status200OK : ProblemCode.Of(refusal.Kind).Status,
                Problems = last is { Problems.Count: > 0 } ? [.. last.Problems.Select(one => PlacedProblem.Of(one, text))] : null,
                Summary = last?.Summary,
                LinksReports = AccessTable.Lets(context.Caller()?.Roles ?? Roles.None, OverviewLinks.Report),
            };
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return ended.IsCancellationRequested
                ? new EditResult { Refused = EditingTexts.KeyEnded, Status = StatusCodes.Status401Unauthorized }
                : new EditResult { Refused = EditingTexts.Interrupted, Status = StatusCodes.Status503ServiceUnavailable };
        }

        async Task HearAsync(TryRulesReply reply)
        {
            last = reply;
            if (inLines && reply is { Summary: null, Problems.Count: 0 })
            {
                await TellAsync(context, new ProgressLine(reply.Done, reply.Total));
            }
        }
    }

    private static async Task TellAsync<T>(HttpContext context, T line)
    {
        await JsonSerializer.SerializeAsync(context.Response.Body, line, Json, context.RequestAborted);
        await context.Response.Body.WriteAsync("\n"u8.ToArray(), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private async Task<string> HtmlAsync(EditForm form, EditResult result)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(EditOutcome.Result)] = result, [nameof(EditOutcome.Form)] = form,
        });
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<EditOutcome>(parameters)).ToHtmlString());
    }

    /// <summary>How far a trial is.</summary>
    private sealed record ProgressLine(long Done, long Total);

    /// <summary>What came of it, as the page shows it.</summary>
    private sealed record LastLine(string Html);
}
