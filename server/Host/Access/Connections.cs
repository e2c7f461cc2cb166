using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Validation.Server.Access;

/// <summary>Marks a connection of a listener that only this machine can reach and that is not encrypted.</summary>
internal sealed class LocalListener
{
    /// <summary>The one instance that marks a connection.</summary>
    public static LocalListener Mark { get; } = new();
}

/// <summary>Who a connection comes from, as opposed to a request: the last proxy, where there is one.</summary>
/// <param name="Address">The other end. Null: it has no address.</param>
internal sealed record Peer(IPAddress? Address)
{
    /// <summary>Keeps the address of the connection before forwarded headers replace it by another one.</summary>
    public static Task NoteAsync(HttpContext context, RequestDelegate next)
    {
        context.Features.Set(new Peer(context.Connection.RemoteIpAddress));
        return next(context);
    }
}

/// <summary>The addresses that may connect in plain and whose forwarded headers count. Immutable and thread-safe.</summary>
internal sealed class TrustedProxies(IEnumerable<string> configured)
{
    /// <summary>The addresses, as networks.</summary>
    public IReadOnlyList<IPNetwork> Networks { get; } = [.. configured.Select(text => Read(text)!.Value)];

    /// <summary>True: at least one address is trusted.</summary>
    public bool Any => Networks.Count > 0;

    /// <summary>True: an address is among those that are trusted.</summary>
    public bool Contain(IPAddress? address)
    {
        var one = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return one is not null && Networks.Any(network => network.Contains(one));
    }

    /// <summary>Reads an address or a network, such as "10.0.0.5" or "10.1.0.0/16".</summary>
    /// <returns>Null: it is neither.</returns>
    public static IPNetwork? Read(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, 8 * address.GetAddressBytes().Length);
        }

        return IPNetwork.TryParse(text, out var network) ? network : null;
    }

    /// <summary>Accepts connections from trusted addresses and from this machine, and closes all others.</summary>
    public ConnectionDelegate Guard(ConnectionDelegate next, ILogger log)
    {
        return connection =>
        {
            var address = (connection.RemoteEndPoint as IPEndPoint)?.Address;
            if (address is not null && (IPAddress.IsLoopback(address) || Contain(address)))
            {
                return next(connection);
            }

            var from = address?.ToString() ?? "";
            AccessLog.PlainRefused(log, from);
            connection.Abort();
            return Task.CompletedTask;
        };
    }
}
