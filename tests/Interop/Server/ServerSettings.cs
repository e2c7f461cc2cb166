using System.Security.Cryptography.X509Certificates;

namespace Validation.Interop.Server;

/// <param name="Port">0: the system chooses.</param>
/// <param name="Tls">Whether with TLS.</param>
/// <param name="Certificate">Where peers find the certificate to trust. Null: nowhere.</param>
internal sealed record ServerSettings(int Port, bool Tls, CertificateFile? Certificate);

internal sealed record CertificateFile(string Path)
{
    public void WriteAsPem(X509Certificate2 certificate)
    {
        File.WriteAllText(Path, certificate.ExportCertificatePem());
    }
}
