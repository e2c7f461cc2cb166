using System.Net;
using Validation.Server.Outcomes;
using Validation.Server.Web.Problems;

namespace Validation.Server.Web;

/// <summary>Keeps pages of other sites away from a server that only this machine is meant to reach, and tells browsers to do nothing with
/// an answer but show it. A page whose own name leads to this machine (DNS rebinding) comes with that name, and without the headers of a
/// proxy, which no page can set.</summary>
internal sealed class BrowserGuard(RequestDelegate next, ServerOptions options)
{
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] OfThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-For"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsMeant(context))
        {
            throw new ProblemException(new Refusal(RefusalKind.Misdirected, Texts.HostUnknown(context.Request.Host.Host)));
        }

        context.Response.OnStarting(Mark, context.Response);
        return next(context);
    }

    private static Task Mark(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }

    private bool IsMeant(HttpContext context)
    {
        var host = context.Request.Host.Host;
        return context.Connection.LocalIpAddress is not { } local || !IPAddress.IsLoopback(local)
            || OfThisMachine.Contains(host, StringComparer.OrdinalIgnoreCase)
            || options.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase)
            || ProxyHeaders.Any(context.Request.Headers.ContainsKey);
    }
}
