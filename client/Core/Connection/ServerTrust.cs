using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Validation.Client;

/// <summary>Whose certificates a server may show. Immutable. Stricter than the system: a chain with any doubt about it is refused, also
/// where the system would take it.</summary>
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
        (trust, problem) = (null, Texts.BadAuthority(path));
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
            // The problem says so.
        }

        return trust is not null;
    }

    /// <summary>Takes the file of the option if there is one, else that of the environment variable, else <see cref="System"/>.</summary>
    /// <param name="option">What the user wrote; null or empty: nothing.</param>
    /// <param name="trust">The trust; null when the file holds none.</param>
    /// <param name="problem">What is wrong with the file, in Chinese; null when nothing is.</param>
    public static bool TryResolve(string? option, [NotNullWhen(true)] out ServerTrust? trust, [NotNullWhen(false)] out string? problem)
    {
        var path = string.IsNullOrWhiteSpace(option) ? Environment.GetEnvironmentVariable(EnvironmentVariable) : option;
        if (string.IsNullOrWhiteSpace(path))
        {
            (trust, problem) = (System, null);
            return true;
        }

        return TryPin(path, out trust, out problem);
    }

    /// <summary>Why a server at this address cannot show what is asked of it, in Chinese; null: it can. Over plain http nobody shows a
    /// certificate, though that was asked for.</summary>
    public string? ProblemWith(ServerAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var isPlain = string.Equals(address.Uri.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal);
        return _authorities is not null && isPlain && !address.IsLocal ? Texts.AuthorityOverPlaintext(address) : null;
    }

    /// <summary>The options of a connection.</summary>
    internal SslClientAuthenticationOptions Options()
    {
        var options = new SslClientAuthenticationOptions
        {
            // Some systems report no error for a chain that ends nowhere, but leave its doubt in the chain.
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
