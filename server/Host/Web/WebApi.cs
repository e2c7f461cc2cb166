using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Validation.Engine.Rules.Sets;
using Validation.Server.Checks;
using Validation.Server.Health;
using Validation.Server.Rules;
using Validation.Server.Web.OpenApi;
using Validation.Server.Web.Problems;

namespace Validation.Server.Web;

/// <summary>What the server answers over HTTP beside gRPC.</summary>
internal static class WebApi
{
    public static void MapWebApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags(Texts.PageTitle);
        api.MapPost(Operation.Validate.Path, (HttpContext context, ValidateEndpoint validate) => validate.HandleAsync(context));
        api.MapGet(Operation.Rules.Path, (HttpRequest request, IDocumentCheck check) => ProtoJson.Result(check.Rules, request));
        api.MapGet(Operation.Rule.Path, Rule);
        api.MapGet(Operation.Status.Path, (HttpRequest request, RuleStatusReader status) => ProtoJson.Result(status.Read(), request));
        api.MapGet(Operation.Healthz.Path, HealthyAsync);
        api.MapGet(Operation.Readyz.Path, ReadyAsync);
        routes.MapOpenApi(ApiDocument.Pattern);
        routes.MapGet("/", Page).ExcludeFromDescription();
        routes.MapGet("/docs", Page).ExcludeFromDescription();
    }

    private static IResult Rule(string id, HttpRequest request, RuleBook book)
    {
        return RuleExplanation.Of(book.Current.Rules, id) is { } explanation
            ? ProtoJson.Result(explanation, request)
            : throw new ProblemException(ProblemCode.NotFound, Texts.NoSuchRule(id));
    }

    /// <summary>That the process answers is enough: no check is asked.</summary>
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

    private static ContentHttpResult Page(
        HttpRequest request, ServerState state, IDocumentCheck check, RuleStatusReader status, ServerOptions options)
    {
        var page = DocsPage.Render(state, check, status.Read(), options.GrpcUrl, $"{request.Scheme}://{request.Host}");
        return TypedResults.Text(page, MediaTypeNames.Text.Html, Encoding.UTF8);
    }
}
