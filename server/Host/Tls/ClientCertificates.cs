using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Validation.Server.Options;
using Validation.Server.Outcomes;

namespace Validation.Server.Tls;

/// <summary>Decides which client certificates are accepted. Immutable and thread-safe.</summary>
internal sealed class ClientCertificates
{
    private readonly ClientCertificateMode _mode;
    private readonly X509Certificate2Collection _authorities = [];

    private ClientCertificates(ClientCertificateMode mode)
    {
        _mode = mode;
    }

    /// <summary>Reads the authorities whose certificates clients may show.</summary>
    /// <exception cref="StartRefusedException">They cannot be read, or are missing.</exception>
    public static ClientCertificates Read(ClientCertificateOptions options)
    {
        var certificates = new ClientCertificates(options.Mode);
        if (options.Mode == ClientCertificateMode.None)
        {
            return certificates;
        }

        if (options.CaPath.Length == 0)
        {
            throw new StartRefusedException(TlsTexts.AuthorityMissing);
        }

        try
        {
            certificates._authorities.ImportFromPemFile(options.CaPath);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StartRefusedException(TlsTexts.AuthorityUnreadable(options.CaPath, fault.Message), fault);
        }

        return certificates._authorities.Count > 0
            ? certificates
            : throw new StartRefusedException(TlsTexts.AuthorityUnreadable(options.CaPath, "no certificate"));
    }

    public void Apply(SslServerAuthenticationOptions tls)
    {
        if (_mode == ClientCertificateMode.None)
        {
            return;
        }

        tls.ClientCertificateRequired = true;
        // A resumed session would let a client in whose certificate is no longer good.
        tls.AllowTlsResume = false;
        tls.CertificateChainPolicy = Policy();
        tls.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
            certificate is null ? _mode == ClientCertificateMode.Allow : errors == SslPolicyErrors.None;
    }

    private X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // Revocation lists are on machines that a closed network does not reach.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(_authorities);
        return policy;
    }
}
