using System.Net;
using System.Net.Mime;
using System.Text;
using Validation.Server.Checks;

namespace Validation.Server.Web;

/// <summary>The pages that say whether the server is well: one for people at /, one for programs at /healthz.</summary>
internal static class HealthPage
{
    public static void MapHealthPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Text("ok"));
        routes.MapGet("/", (IDocumentCheck check, ServerOptions options) =>
            TypedResults.Text(Render(check, options), MediaTypeNames.Text.Html, Encoding.UTF8));
    }

    private static string Render(IDocumentCheck check, ServerOptions options)
    {
        return $$"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <title>{{Texts.PageTitle}}</title>
            <style>body { font-family: sans-serif; margin: 3rem auto; max-width: 40rem } dt { color: #666 } dd { margin: 0 0 1rem }</style>
            </head>
            <body>
            <h1>{{Texts.PageTitle}}</h1>
            <p>{{Texts.PageHealthy}}</p>
            <dl>
            <dt>{{Texts.PageRules}}</dt><dd>{{WebUtility.HtmlEncode(check.RuleSetVersion)}}</dd>
            <dt>{{Texts.PageEngine}}</dt><dd>{{WebUtility.HtmlEncode(check.EngineVersion)}}</dd>
            <dt>{{Texts.PageGrpc}}</dt><dd>{{WebUtility.HtmlEncode(options.GrpcUrl)}}</dd>
            </dl>
            </body>
            </html>
            """;
    }
}
