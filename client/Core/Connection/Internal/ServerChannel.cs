using Grpc.Net.Client;

namespace Validation.Client.Internal;

/// <summary>The channel to a server, set up the same way for every service.</summary>
internal static class ServerChannel
{
    private const int LargestReply = 64 << 20;

    /// <summary>The channel; it connects at the first call and again whenever the connection is lost.</summary>
    public static GrpcChannel To(ServerAddress address, ServerTrust trust) => GrpcChannel.ForAddress(
        address.Uri,
        new GrpcChannelOptions { HttpHandler = Transport(address, trust), DisposeHttpClient = true, MaxReceiveMessageSize = LargestReply });

    private static SocketsHttpHandler Transport(ServerAddress address, ServerTrust trust) => new()
    {
        SslOptions = trust.Options(),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        EnableMultipleHttp2Connections = true,
        // A proxy for the internet never knows the way to this machine.
        UseProxy = !address.IsLocal,
    };
}
