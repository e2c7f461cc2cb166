using System.Net;

namespace Validation.Server.Access;

/// <summary>Tells whether a request comes from somebody who works on this machine, and not from a proxy on it, or from a page in a
/// browser that calls this machine by a foreign name.</summary>
internal sealed class LocalCall(TrustedProxies proxies)
{
    private static readonly string[] ProxyHeaders = ["forwarded", "via", "x-real-ip", "x-original-for"];

    /// <summary>True for a request from a loopback address, to a listener on loopback without TLS, under a loopback name, without a trace
    /// of a proxy. An address that is named as a proxy counts as one.</summary>
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
