using System.Net;
using System.Net.Sockets;

namespace Validation.Tests.Support;

/// <summary>Ports for servers that are started later, or again. They lie below those that the system gives to outgoing connections, so that
/// no connection takes one in between, and no test of this process gets one twice.</summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Last = 30_000;

    private static readonly HashSet<int> Given = [];

    /// <summary>A port of the loopback address on which nobody listens now.</summary>
    public static int Next()
    {
        lock (Given)
        {
            while (true)
            {
                // Other processes of the same run look for ports too: each begins anywhere.
                var port = Random.Shared.Next(First, Last);
                if (IsFree(port) && Given.Add(port))
                {
                    return port;
                }
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
