using System.Net;
using Validation.Server.Access;
using Validation.Server.Options;
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

    // The pages load their own files and send their own forms, and nothing else.
    private const string PagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly string[] OfThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-For"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsMeant(context))
        {
            throw new ProblemException(new Refusal(RefusalKind.Misdirected, WebTexts.HostUnknown(context.Request.Host.Host)));
        }

        if (PageMark.IsOn(context) && IsFromElsewhere(context.Request))
        {
            throw new ProblemException(new Refusal(RefusalKind.Forbidden, WebTexts.OriginForeign));
        }

        context.Response.OnStarting(Mark, context);
        return next(context);
    }

    private static Task Mark(object state)
    {
        var context = (HttpContext)state;
        var page = context.GetEndpoint()?.Metadata.GetMetadata<PageMark>() ?? context.Features.Get<PageMark>();
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = page?.IsAsset == true ? "public, max-age=86400" : "no-store";
        headers.ContentSecurityPolicy = page is null ? Policy : PagePolicy;
        headers["Referrer-Policy"] = page is null ? "no-referrer" : "same-origin";
        if (page is not null)
        {
            headers.XFrameOptions = "DENY";
        }

        return Task.CompletedTask;
    }

    /// <summary>Whether a page of another site sends this, as its browser says (Fetch Standard, Origin header). Following a link is no
    /// sending.</summary>
    private static bool IsFromElsewhere(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, Authority(request, from.Scheme), StringComparison.OrdinalIgnoreCase));
    }

    // As a Uri writes it: without the port that goes without saying.
    private static string Authority(HttpRequest request, string scheme)
    {
        return Uri.TryCreate($"{scheme}://{request.Host}", UriKind.Absolute, out var own) ? own.Authority : "";
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
