using Validation.Server.Archive;
using Validation.Server.Checks;
using Validation.Server.Outcomes;
using Validation.Server.Web;
using Validation.Server.Web.Problems;
using Validation.V1;
using static System.FormattableString;

namespace Validation.Server.Pages.Overview;

/// <summary>Sends what the pages show as files to save: tables for spreadsheets, and originals as they were filed.</summary>
internal sealed class OverviewFiles(StandingReader reader, ArchiveExport export, Drain drain, TimeProvider time)
{
    /// <summary>All bodies of the table that the address describes, with their verdicts.</summary>
    public Task StandingAsync(HttpContext context)
    {
        var query = new OverviewQuery(context.Request.Query, time.GetLocalNow());
        var scope = reader.Scope(query.Superior);
        var name = Invariant($"{OverviewTexts.StandingFile} {query.Span.First}-{query.Span.Last}");
        string[] head = [OverviewTexts.Body, OverviewTexts.Superior, .. query.Span.Years.Reverse().Select(OverviewTexts.YearOf)];
        return SendAsync(context, query, name, head, stop => LinesAsync(reader.AllAsync(scope, query.Span, query.Text, stop)));
    }

    /// <summary>All bodies that have no report on a year.</summary>
    public async Task MissingAsync(HttpContext context)
    {
        var query = new OverviewQuery(context.Request.Query, time.GetLocalNow());
        var year = query.Year(query.DueYear);
        var missing = await reader.MissingAsync(reader.Scope(query.Superior), year, context.RequestAborted);
        var lines = missing.Select((body, i) => new[] { Invariant($"{i + 1}"), body.Name, body.Superior });
        var name = Invariant($"{OverviewTexts.MissingFile} {year}");
        await SendAsync(context, query, name, OverviewTexts.MissingHeadings, _ => lines.ToAsyncEnumerable());
    }

    /// <summary>The original of the report that the address names.</summary>
    /// <exception cref="ProblemException">There is no such report.</exception>
    public async Task OriginalAsync(HttpContext context)
    {
        var query = new OverviewQuery(context.Request.Query, time.GetLocalNow());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Over);
        var request = new ExportRequest { Format = ExportFormat.Original, Id = query.Report };
        if (!(await export.OpenAsync(request, stop.Token)).IsAnswered(out var file, out _))
        {
            throw new ProblemException(ProblemCode.NotFound, OverviewTexts.WhichReport);
        }

        await FileAnswer.SendAsync(context.Response, file.Chunks, stop.Token);
    }

    private static async IAsyncEnumerable<string[]> LinesAsync(IAsyncEnumerable<StandingRow> rows)
    {
        await foreach (var row in rows)
        {
            yield return [row.Name, row.Superior, .. row.Cells.Reverse().Select(cell => StandingWords.Of(row, cell).Text)];
        }
    }

    private async Task SendAsync(
        HttpContext context, OverviewQuery query, string name, IReadOnlyList<string> head,
        Func<CancellationToken, IAsyncEnumerable<string[]>> lines)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Over);
        // Some megabytes at most: as many lines as a list of bodies may have.
        using var file = new MemoryStream();
        if (query.IsXlsx)
        {
            await TableFile.WriteXlsxAsync(file, name, head, lines(stop.Token), stop.Token);
        }
        else
        {
            await TableFile.WriteCsvAsync(file, head, lines(stop.Token), stop.Token);
        }

        FileAnswer.Begin(
            context.Response, query.IsXlsx ? TableFile.XlsxType : TableFile.CsvType, name + (query.IsXlsx ? ".xlsx" : ".csv"));
        await context.Response.Body.WriteAsync(file.GetBuffer().AsMemory(0, (int)file.Length), stop.Token);
    }
}
