using System.Net;
using System.Net.Sockets;
using Validation.Server.Outcomes;

namespace Validation.Server.Startup;

/// <summary>An address to listen on, as configured.</summary>
/// <param name="Setting">The configuration key that it comes from.</param>
/// <param name="Url">The address as configured.</param>
/// <param name="Ip">The IP address; <see cref="IPAddress.IPv6Any"/> for every address of the machine.</param>
/// <param name="Port">The port. 0: any free one.</param>
/// <param name="Https">Whether the address begins with https.</param>
internal sealed record ServerAddress(string Setting, string Url, IPAddress Ip, int Port, bool Https)
{
    public bool Loopback => IPAddress.IsLoopback(Ip);

    public static ServerAddress Parse(string setting, string url)
    {
        try
        {
            var parsed = BindingAddress.Parse(url);
            var https = string.Equals(parsed.Scheme, Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
            var http = string.Equals(parsed.Scheme, Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase);
            if ((http || https) && parsed.PathBase.Length == 0 && parsed.Port is >= 0 and <= 65535 && ParseHost(parsed.Host) is { } ip)
            {
                return new ServerAddress(setting, url, ip, parsed.Port, https);
            }
        }
        catch (FormatException)
        {
            // Refused below, like every other address that cannot be used.
        }

        throw new StartRefusedException(StartupTexts.AddressInvalid(setting, url));
    }

    /// <summary>Throws if the address cannot be listened on. Kestrel would notice too, but would log a stack trace.</summary>
    public void EnsureFree()
    {
        if (Port == 0)
        {
            return;
        }

        try
        {
            using var socket = new Socket(Ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (Ip.Equals(IPAddress.IPv6Any))
            {
                socket.DualMode = true;
            }

            socket.Bind(new IPEndPoint(Ip, Port));
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressFamilyNotSupported && Ip.Equals(IPAddress.IPv6Any))
        {
            // No IPv6 on this machine: Kestrel then listens on IPv4 alone.
        }
        catch (SocketException fault)
        {
            throw Unusable(fault);
        }
    }

    public StartRefusedException Unusable(SocketException fault)
    {
        var reason = fault.SocketErrorCode == SocketError.AddressAlreadyInUse
            ? StartupTexts.AddressInUse(Setting, Url)
            : StartupTexts.AddressUnavailable(Setting, Url, fault.SocketErrorCode.ToString());
        return new StartRefusedException(reason, fault);
    }

    private static IPAddress? ParseHost(string host)
    {
        return host switch
        {
            "*" or "+" => IPAddress.IPv6Any,
            _ when string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) => IPAddress.Loopback,
            _ => IPAddress.TryParse(host, out var ip) ? ip : null,
        };
    }
}
