using System.Globalization;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Validation.Engine.Rules.Trying;
using Validation.Server.Checks;
using Validation.Server.Health;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Rules;
using Validation.Server.Web.OpenApi;
using Validation.Server.Web.Problems;

namespace Validation.Server.Web;

/// <summary>Maps what the server answers over HTTP beside gRPC.</summary>
internal static class WebApi
{
    public static void MapWebApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags(WebTexts.PageTitle);
        api.MapPost(Operation.Validate.Path, (HttpContext context, ValidateEndpoint validate) => validate.HandleAsync(context));
        api.MapPost(Operation.Annotate.Path, (HttpContext context, AnnotateEndpoint annotate) => annotate.HandleAsync(context));
        api.MapGet(Operation.Rules.Path, (HttpRequest request, IDocumentCheck check) => ProtoJson.Result(check.Rules, request));
        api.MapGet(Operation.Rule.Path, Rule);
        api.MapGet(Operation.Status.Path, Status);
        api.MapGet(Operation.Healthz.Path, HealthyAsync);
        api.MapGet(Operation.Readyz.Path, ReadyAsync);
        api.MapArchive();
        routes.MapOpenApi(ApiDocument.Pattern);
        routes.MapGet("/", Start).ExcludeFromDescription();
        routes.MapGet("/docs", Page).ExcludeFromDescription();
    }

    private static IResult Status(HttpContext context, RuleStatusReader status, ServerOptions options)
    {
        // For clients that were given this port in place of the other one.
        var port = BindingAddress.Parse(options.GrpcUrl).Port;
        context.Response.Headers["x-validation-grpc-port"] = port.ToString(CultureInfo.InvariantCulture);
        return ProtoJson.Result(status.Read(), context.Request);
    }

    private static void MapArchive(this IEndpointRouteBuilder api)
    {
        api.MapPost(Operation.ArchiveFile.Path, (HttpContext context, ArchiveEndpoint archive) => archive.FileAsync(context));
        api.MapGet(Operation.ArchiveList.Path, (HttpContext context, ArchiveEndpoint archive) => archive.ListAsync(context));
        api.MapGet(Operation.ArchiveExport.Path, (HttpContext context, ArchiveEndpoint archive) => archive.ExportAsync(context));
        api.MapGet(Operation.ArchiveOverview.Path, (HttpContext context, ArchiveEndpoint archive) => archive.OverviewAsync(context));
        api.MapPost(Operation.ArchiveTry.Path, (HttpContext context, ArchiveEndpoint archive) => archive.TryAsync(context));
        api.MapGet(Operation.ArchiveStatus.Path, (HttpContext context, ArchiveEndpoint archive) => archive.StatusAsync(context));
        api.MapGet(Operation.ArchiveCurrent.Path, (HttpContext context, ArchiveEndpoint archive) => archive.CurrentAsync(context));
        api.MapGet(
            Operation.ArchiveReport.Path, (HttpContext context, string id, ArchiveEndpoint archive) => archive.GetAsync(context, id));
        api.MapDelete(
            Operation.ArchiveRemove.Path, (HttpContext context, string id, ArchiveEndpoint archive) => archive.RemoveAsync(context, id));
        api.MapGet(
            Operation.ArchiveOriginal.Path,
            (HttpContext context, string id, ArchiveEndpoint archive) => archive.OriginalAsync(context, id));
    }

    private static IResult Rule(string id, HttpRequest request, RuleBook book)
    {
        return RuleExplanation.Of(book.Current.Rules, id) is { } explanation
            ? ProtoJson.Result(explanation, request)
            : throw new ProblemException(ProblemCode.NotFound, CommonTexts.NoSuchRule(id));
    }

    /// <summary>Answers that the process runs, without asking any health check.</summary>
    private static async Task<ContentHttpResult> HealthyAsync(HealthCheckService checks, CancellationToken cancellationToken)
    {
        await checks.CheckHealthAsync(_ => false, cancellationToken);
        return TypedResults.Text("ok");
    }

    private static async Task<ContentHttpResult> ReadyAsync(HealthCheckService checks, Drain drain, CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(cancellationToken);
        var trouble = string.Join('\n', report.Entries.Values.Select(entry => entry.Description).OfType<string>());
        return report.Status switch
        {
            HealthStatus.Healthy => TypedResults.Text("ready"),
            HealthStatus.Degraded => TypedResults.Text($"ready\n{trouble}\n"),
            _ => throw new ProblemException(drain.Leaving.IsCancellationRequested ? ProblemCode.Stopping : ProblemCode.NotReady, trouble),
        };
    }

    /// <summary>Sends browsers to the pages for people, where there are any; whoever else asks gets the documents.</summary>
    private static IResult Start(
        HttpRequest request, ServerState state, IDocumentCheck check, RuleStatusReader status, ServerOptions options)
    {
        return request.HttpContext.RequestServices.GetService<IProblemPage>()?.IsBrowser(request) == true
            ? TypedResults.Redirect("/start")
            : Page(request, state, check, status, options);
    }

    private static ContentHttpResult Page(
        HttpRequest request, ServerState state, IDocumentCheck check, RuleStatusReader status, ServerOptions options)
    {
        var page = DocsPage.Render(state, check, status.Read(), options.GrpcUrl, $"{request.Scheme}://{request.Host}");
        return TypedResults.Text(page, MediaTypeNames.Text.Html, Encoding.UTF8);
    }
}
