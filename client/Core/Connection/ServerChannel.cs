using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;

namespace Validation.Client.Connection;

/// <summary>The channel to a server, set up the same way for every service.</summary>
internal static class ServerChannel
{
    private const int LargestReply = 64 << 20;

    // A call that may be repeated is kept until its reply comes. One that is larger than this is made once.
    private const long LargestRepeated = 8 << 20;
    private const long AllRepeated = 64 << 20;

    // The wait for a connection is short, so that a clerk who was told that the server is back is not told that it is away.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    // Any name does: the addresses behind it are those of the option.
    private static readonly Uri Several = new("static:///validation");

    /// <summary>The channel; it connects at the first call and again whenever the connection is lost. Of several servers each takes its
    /// turn, and one that is away is passed over.</summary>
    public static GrpcChannel To(ServerAddress address, ServerTrust trust)
    {
        var options = Options(address, trust);
        if (address.Uris.Count == 1)
        {
            return GrpcChannel.ForAddress(address.Uri, options);
        }

        options.ServiceProvider = new SeveralServers(address);
        options.ServiceConfig!.LoadBalancingConfigs.Add(new RoundRobinConfig());
        var isPlain = string.Equals(address.Uri.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal);
        options.Credentials = isPlain ? ChannelCredentials.Insecure : ChannelCredentials.SecureSsl;
        return GrpcChannel.ForAddress(Several, options);
    }

    private static GrpcChannelOptions Options(ServerAddress address, ServerTrust trust) =>
        new()
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
        };

    private static SocketsHttpHandler Transport(ServerAddress address, ServerTrust trust) => new()
    {
        SslOptions = trust.Options(),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        EnableMultipleHttp2Connections = true,
        // A proxy for the internet cannot reach this machine.
        UseProxy = !address.IsLocal && address.Uris.Count == 1,
    };
}
