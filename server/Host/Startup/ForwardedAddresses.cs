using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Validation.Server.Startup;

/// <summary>Takes the address that a request comes from from the proxies that the configuration names, and from nobody else.</summary>
internal static class ForwardedAddresses
{
    public static void UseForwarded(this WebApplication app, ServerOptions options)
    {
        if (options.Proxies.Count == 0)
        {
            return;
        }

        // The header may name several; only the last one was written by the proxy itself.
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = 1 };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in options.Proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        app.UseForwardedHeaders(forwarded);
    }
}
