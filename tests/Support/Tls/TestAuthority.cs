using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Validation.Tests.Support;

/// <summary>An authority that nobody else trusts, and the certificates that it gives, as files.</summary>
internal sealed class TestAuthority : IDisposable
{
    /// <summary>What servers are called by the proxy in front of them.</summary>
    public const string ServerName = "validation-server";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-tests-");
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public TestAuthority()
    {
        var request = new CertificateRequest("CN=validation-tests authority", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        _certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        CaPath = Write("ca.pem", _certificate.ExportCertificatePem());
    }

    /// <summary>The file with the authority's own certificate.</summary>
    public string CaPath { get; }

    /// <summary>The file that the server is started with.</summary>
    public string ServerPath => Path.Combine(_folder.FullName, "server.pem");

    public X509Certificate2 Certificate => _certificate;

    /// <summary>Where the files are.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Writes a new certificate for 127.0.0.1 where the server looks.</summary>
    /// <returns>Its serial number.</returns>
    public string IssueServer()
    {
        using var certificate = Issue("CN=server", "1.3.6.1.5.5.7.3.1");
        Write("server.pem", $"{certificate.ExportCertificatePem()}\n{Key(certificate)}\n");
        return certificate.SerialNumber;
    }

    public X509Certificate2 IssueClient()
    {
        using var certificate = Issue("CN=client", "1.3.6.1.5.5.7.3.2");
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Key(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        return key.ExportPkcs8PrivateKeyPem();
    }

    private X509Certificate2 Issue(string name, string purpose)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName(ServerName);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.Create(_certificate, now.AddHours(-1), now.AddDays(1), RandomNumberGenerator.GetBytes(8));
        return certificate.CopyWithPrivateKey(key);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
