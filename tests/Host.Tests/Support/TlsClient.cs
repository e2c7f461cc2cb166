using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Support;

/// <summary>Clients that trust one authority and check names.</summary>
internal static class TlsClient
{
    public static SocketsHttpHandler Handler(TestAuthority authority, X509Certificate2? own = null)
    {
        return new SocketsHttpHandler { SslOptions = Options(authority, own) };
    }

    public static SslClientAuthenticationOptions Options(TestAuthority authority, X509Certificate2? own = null)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(authority.Certificate);
        return new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = policy,
            ClientCertificates = own is null ? null : [own],
        };
    }
}
