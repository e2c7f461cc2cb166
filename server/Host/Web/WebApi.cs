using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
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
        api.MapGet(Operation.Rules.Path, (IDocumentCheck check) => ProtoJson.Result(check.Rules));
        api.MapGet(Operation.Rule.Path, Rule);
        api.MapGet(Operation.Status.Path, (RuleStatusReader status) => ProtoJson.Result(status.Read()));
        api.MapGet(Operation.Healthz.Path, () => TypedResults.Text("ok"));
        api.MapGet(Operation.Readyz.Path, Ready);
        routes.MapOpenApi(ApiDocument.Pattern);
        routes.MapGet("/", Page).ExcludeFromDescription();
        routes.MapGet("/docs", Page).ExcludeFromDescription();
    }

    private static IResult Rule(string id, RuleBook book)
    {
        return RuleExplanation.Of(book.Current.Whole, id) is { } explanation
            ? ProtoJson.Result(explanation)
            : throw new ProblemException(ProblemCode.NotFound, Texts.NoSuchRule(id));
    }

    private static ContentHttpResult Ready(ServerState state, RuleBook book, Drain drain)
    {
        return state.Lack is { } lack
            ? throw new ProblemException(drain.Begun.IsCancellationRequested ? ProblemCode.Stopping : ProblemCode.NotReady, lack)
            : TypedResults.Text(book.Problem.Length == 0 ? "ready" : $"ready\n{book.Problem}\n");
    }

    private static ContentHttpResult Page(
        HttpRequest request, ServerState state, IDocumentCheck check, RuleStatusReader status, ServerOptions options)
    {
        var page = DocsPage.Render(state, check, status.Read(), options.GrpcUrl, $"{request.Scheme}://{request.Host}");
        return TypedResults.Text(page, MediaTypeNames.Text.Html, Encoding.UTF8);
    }
}
