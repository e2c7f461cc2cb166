using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Validation.Client.Connection;

/// <summary>The authorities whose certificates a server may show. Immutable. Stricter than the system: a chain with any doubt about it is
/// refused.</summary>
public sealed class ServerTrust
{
    /// <summary>The environment variable that holds the file with the authorities for a whole machine or session.</summary>
    public const string EnvironmentVariable = "VALIDATION_CA";

    private readonly X509Certificate2Collection? _authorities;

    private ServerTrust(X509Certificate2Collection? authorities)
    {
        _authorities = authorities;
    }

    /// <summary>The authorities that the system trusts.</summary>
    public static ServerTrust System { get; } = new(null);

    /// <summary>Trusts the authorities in a file, and no others.</summary>
    /// <param name="path">PEM with one certificate or more, or one certificate in DER.</param>
    /// <param name="trust">The trust; null when there is none.</param>
    /// <param name="problem">What is wrong with the file, in Chinese; null when nothing is.</param>
    public static bool TryPin(string path, [NotNullWhen(true)] out ServerTrust? trust, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(path);
        (trust, problem) = (null, ConnectionTexts.BadAuthority(path));
        try
        {
            var authorities = Read(path);
            if (authorities.Count > 0)
            {
                (trust, problem) = (new ServerTrust(authorities), null);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            // The problem that is returned says so.
        }

        return trust is not null;
    }

    /// <summary>Why a server at this address cannot prove itself as was asked, in Chinese; null: it can. Over plain http no certificate
    /// is shown, although one was asked for.</summary>
    public string? ProblemWith(ServerAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var isPlain = string.Equals(address.Uri.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal);
        return _authorities is not null && isPlain && !address.IsLocal ? ConnectionTexts.AuthorityOverPlaintext(address) : null;
    }

    /// <summary>The options of a connection.</summary>
    internal SslClientAuthenticationOptions Options()
    {
        var options = new SslClientAuthenticationOptions
        {
            // Some systems report no error for a chain without a trusted end, but note the doubt in the chain.
            RemoteCertificateValidationCallback = (_, _, chain, errors) =>
                errors == SslPolicyErrors.None && chain is { ChainStatus.Length: 0 },
        };
        if (_authorities is not null)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.AddRange(_authorities);
            options.CertificateChainPolicy = policy;
        }

        return options;
    }

    private static X509Certificate2Collection Read(string path)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(path);
        if (authorities.Count == 0)
        {
            authorities.Add(X509CertificateLoader.LoadCertificateFromFile(path));
        }

        return authorities;
    }
}
