using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Validation.Server.Options;
using Validation.Server.Outcomes;

namespace Validation.Server.Tls;

/// <summary>The server's certificate with its key, and the intermediate certificates that came with it.</summary>
/// <param name="Certificate">The certificate that the server shows.</param>
/// <param name="Chain">What it shows besides.</param>
internal sealed record CertificateFile(X509Certificate2 Certificate, X509Certificate2Collection Chain)
{
    /// <summary>Reads the configured files.</summary>
    /// <exception cref="StartRefusedException">They cannot be read.</exception>
    public static CertificateFile Read(CertificateOptions options)
    {
        try
        {
            return IsPfx(options.Path) ? ReadPfx(options) : ReadPem(options);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StartRefusedException(TlsTexts.CertificateUnreadable(options.Path, fault.Message), fault);
        }
    }

    private static bool IsPfx(string path)
    {
        return path.EndsWith(".pfx", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".p12", StringComparison.OrdinalIgnoreCase);
    }

    private static CertificateFile ReadPfx(CertificateOptions options)
    {
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(options.Path, options.Password);
        var own = all.FirstOrDefault(certificate => certificate.HasPrivateKey)
            ?? throw new CryptographicException("no private key");
        all.Remove(own);
        return new CertificateFile(own, all);
    }

    private static CertificateFile ReadPem(CertificateOptions options)
    {
        var keyPath = options.KeyPath.Length == 0 ? options.Path : options.KeyPath;
        var own = options.Password.Length == 0
            ? X509Certificate2.CreateFromPemFile(options.Path, keyPath)
            : X509Certificate2.CreateFromEncryptedPemFile(options.Path, options.Password, keyPath);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(options.Path);
        chain.RemoveAt(0);
        return new CertificateFile(own, chain);
    }
}
