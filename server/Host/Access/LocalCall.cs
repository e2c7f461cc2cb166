using System.Net;

namespace Validation.Server.Access;

/// <summary>Tells whether a request was made by somebody who works on this machine, and not by somebody who merely comes through it: a
/// proxy, or a page in a browser that calls this machine under a foreign name.</summary>
internal sealed class LocalCall(TrustedProxies proxies)
{
    private static readonly string[] ProxyHeaders = ["forwarded", "via", "x-real-ip", "x-original-for"];

    /// <summary>Whether it was: from a loopback address, to a plain loopback listener, under a loopback name, with no trace of a
    /// proxy. An address that is named as a proxy's is one.</summary>
    public bool Is(HttpContext context)
    {
        return context.Features.Get<LocalListener>() is not null
            && context.Features.Get<Peer>()?.Address is { } peer && IPAddress.IsLoopback(peer) && !proxies.Contain(peer)
            && IsLoopbackName(context.Request.Host.Host)
            && !context.Request.Headers.Any(header => IsOfProxy(header.Key));
    }

    private static bool IsLoopbackName(string host)
    {
        return string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }

    private static bool IsOfProxy(string header)
    {
        return header.StartsWith("x-forwarded-", StringComparison.OrdinalIgnoreCase)
            || ProxyHeaders.Contains(header, StringComparer.OrdinalIgnoreCase);
    }
}
