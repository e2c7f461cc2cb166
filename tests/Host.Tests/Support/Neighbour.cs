using System.Net;
using System.Net.Sockets;
using Grpc.Net.Client;
using Validation.V1;

namespace Validation.Server.Tests.Support;

/// <summary>A client that comes from another address of this machine: another principal. Linux has all of 127.0.0.0/8.</summary>
internal sealed class Neighbour : IDisposable
{
    private readonly GrpcChannel _channel;

    public Neighbour(RunningServer server, int number)
    {
        Address = new IPAddress([127, 0, 1, (byte)number]);
        Http = new HttpClient(Handler()) { BaseAddress = new Uri(server.WebAddress) };
        _channel = GrpcChannel.ForAddress(server.GrpcAddress, new GrpcChannelOptions { HttpHandler = Handler(), DisposeHttpClient = true });
        Client = new Validator.ValidatorClient(_channel);
        Admin = new RuleAdmin.RuleAdminClient(_channel);
    }

    public IPAddress Address { get; }

    public HttpClient Http { get; }

    public Validator.ValidatorClient Client { get; }

    public RuleAdmin.RuleAdminClient Admin { get; }

    /// <summary>Connects a socket from this address.</summary>
    public async Task<Socket> ConnectAsync(EndPoint server, CancellationToken cancellationToken = default)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(Address, 0));
            await socket.ConnectAsync(server, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _channel.Dispose();
        Http.Dispose();
    }

    private SocketsHttpHandler Handler()
    {
        return new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) => new NetworkStream(
                await ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellationToken), ownsSocket: true),
        };
    }
}
