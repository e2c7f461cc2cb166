using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Validation.Interop.Protocol;
using Validation.Interop.Wire;

namespace Validation.Interop.Client;

/// <summary>A server, as the cases see it. For one case at a time.</summary>
internal sealed class Connection : IDisposable
{
    private readonly GrpcChannel _channel;
    private readonly GrpcChannel _observed;
    private readonly ObservingHandler _observer;

    public Connection(ClientSettings settings)
    {
        Settings = settings;
        _observer = new ObservingHandler(Handler(settings));
        _channel = GrpcChannel.ForAddress(
            settings.Server, new GrpcChannelOptions { HttpHandler = Handler(settings), DisposeHttpClient = true });
        _observed = GrpcChannel.ForAddress(
            settings.Server, new GrpcChannelOptions { HttpHandler = _observer, DisposeHttpClient = true });
        Service = new TestService.TestServiceClient(_channel);
        Unimplemented = new UnimplementedService.UnimplementedServiceClient(_channel);
        ObservedService = new TestService.TestServiceClient(_observed);
    }

    public ClientSettings Settings { get; }

    public TestService.TestServiceClient Service { get; }

    public UnimplementedService.UnimplementedServiceClient Unimplemented { get; }

    /// <summary>The service over a connection of its own, whose responses are looked at.</summary>
    public TestService.TestServiceClient ObservedService { get; }

    public static Metadata Gzip => new() { { GrpcNames.EncodingRequest, GrpcNames.Gzip } };

    /// <summary>Whether the next message of the newest observed response was compressed.</summary>
    public bool NextIsCompressed() => _observer.Flags.Next();

    public void Dispose()
    {
        _channel.Dispose();
        _observed.Dispose();
        _observer.Dispose();
    }

    private static SocketsHttpHandler Handler(ClientSettings settings)
    {
        var handler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true };
        if (settings.TrustedCertificate is not null)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(settings.TrustedCertificate));
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }

        return handler;
    }
}
