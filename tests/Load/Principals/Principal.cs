using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;

namespace Validation.Load.Principals;

/// <summary>A client with an address of its own, by which the server tells it from others: Linux has all of 127.0.0.0/8. A server elsewhere
/// sees one address; give each principal a key then.</summary>
internal sealed class Principal : IDisposable
{
    private readonly IPAddress? _address;
    private readonly Target _target;
    private readonly string? _key;

    /// <param name="number">Which one, from 1.</param>
    /// <param name="target">The servers.</param>
    /// <param name="key">Its key. Null: none.</param>
    public Principal(int number, Target target, string? key = null)
    {
        _target = target;
        _key = key;
        var own = new IPAddress([127, 0, (byte)(1 + (number / 250)), (byte)(1 + (number % 250))]);
        _address = target.GrpcFor(number).IsLoopback ? own : null;
        Channel = GrpcChannel.ForAddress(target.GrpcFor(number), new GrpcChannelOptions
        {
            HttpHandler = Handler(), DisposeHttpClient = true, MaxReceiveMessageSize = null, MaxSendMessageSize = null,
        });
    }

    public GrpcChannel Channel { get; }

    /// <summary>What goes with every call.</summary>
    public Metadata Headers => _key is null ? [] : new Metadata { { "authorization", $"Bearer {_key}" } };

    /// <summary>Connects to the JSON interface.</summary>
    public async Task<NetworkStream> ConnectWebAsync(CancellationToken cancellationToken)
    {
        var web = _target.Web!;
        return new NetworkStream(await ConnectAsync(web.Host, web.Port, cancellationToken), ownsSocket: true);
    }

    public void Dispose()
    {
        Channel.Dispose();
    }

    private SocketsHttpHandler Handler()
    {
        return new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            ConnectCallback = async (context, cancellationToken) => new NetworkStream(
                await ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken), ownsSocket: true),
        };
    }

    private async Task<Socket> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (_address is not null)
            {
                socket.Dispose();
                socket = new Socket(_address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(_address, 0));
            }

            await socket.ConnectAsync(host, port, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
