using Grpc.Net.Client;

namespace Validation.Client.Internal;

/// <summary>The channel to a server, set up the same way for every service.</summary>
internal static class ServerChannel
{
    private const int LargestReply = 64 << 20;

    // A call that may be made again is kept until its reply comes; one that does not fit is made once.
    private const long LargestRepeated = 8 << 20;
    private const long AllRepeated = 64 << 20;

    // A clerk who has just been told that the server is back must not be told that it is away.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>The channel; it connects at the first call and again whenever the connection is lost.</summary>
    public static GrpcChannel To(ServerAddress address, ServerTrust trust) => GrpcChannel.ForAddress(
        address.Uri,
        new GrpcChannelOptions
        {
            HttpHandler = Transport(address, trust),
            DisposeHttpClient = true,
            MaxReceiveMessageSize = LargestReply,
            MaxRetryAttempts = CallPolicy.MostAttempts,
            MaxRetryBufferPerCallSize = LargestRepeated,
            MaxRetryBufferSize = AllRepeated,
            InitialReconnectBackoff = FirstPause,
            MaxReconnectBackoff = LongestPause,
            ServiceConfig = CallPolicy.ServiceConfig(),
        });

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
