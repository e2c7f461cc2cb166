using System.Net;
using System.Net.Sockets;

namespace Validation.Server.Access;

/// <summary>Tells who a request comes from: the key or the certificate that the client showed, else its address.</summary>
internal static class PrincipalReader
{
    // Whoever has one address of version 6 has all that share these bits (RFC 6177).
    private const int NetworkBytes = 8;

    /// <summary>The principal of a request. The same for the whole request.</summary>
    public static Principal Principal(this HttpContext context)
    {
        return context.Caller()?.Principal ?? Of(context.Connection.RemoteIpAddress);
    }

    /// <summary>Who makes a request and what they may do. Null: the request needs no right, so nobody asked.</summary>
    public static Caller? Caller(this HttpContext context)
    {
        return context.Features.Get<Caller>();
    }

    /// <summary>The principal that stands for an address. Null: the connection has none, as in a test.</summary>
    public static Principal Of(IPAddress? address)
    {
        var one = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        if (one is not { AddressFamily: AddressFamily.InterNetworkV6 } || IPAddress.IsLoopback(one))
        {
            return new Principal(PrincipalKind.Address, one?.ToString() ?? "");
        }

        var bytes = one.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new Principal(PrincipalKind.Address, $"{new IPAddress(bytes)}/64");
    }
}
