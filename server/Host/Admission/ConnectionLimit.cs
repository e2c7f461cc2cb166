using System.Net;
using Microsoft.AspNetCore.Connections;
using Validation.Server.Access;
using Validation.Server.Options;

namespace Validation.Server.Admission;

/// <summary>The connections to the server, by address: one that opens more than its share has the further ones closed at once, before
/// anything is read or any certificate is shown. Thread-safe.</summary>
internal sealed class ConnectionLimit(ServerOptions options, ILogger<ConnectionLimit> log)
{
    private const long Floor = 8;

    private readonly FairShare _connections = new(options.Connections, Floor);

    /// <summary>Lets a connection in, or closes it.</summary>
    public async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var address = PrincipalReader.Of((connection.RemoteEndPoint as IPEndPoint)?.Address);
        if (_connections.Take(address, 1) != ShareAnswer.Granted)
        {
            AdmissionLog.ConnectionClosed(log, address, _connections.Taken);
            connection.Abort();
            return;
        }

        using var share = new TakenShare(_connections, address);
        await next(connection);
    }
}
