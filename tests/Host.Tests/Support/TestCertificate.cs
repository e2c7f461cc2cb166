using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Validation.Server.Tests.Support;

/// <summary>A certificate for 127.0.0.1 that nobody else trusts, as the files that an administrator would have.</summary>
internal sealed class TestCertificate : IDisposable
{
    private const string Password = "口令";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-tests-");
    private readonly X509Certificate2 _certificate;
    private readonly RSA _key = RSA.Create(2048);

    public TestCertificate()
    {
        var request = new CertificateRequest("CN=validation-tests", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        _certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    public string Thumbprint => _certificate.Thumbprint;

    /// <summary>The options that name the certificate, one set for each kind of file.</summary>
    public string[] Options(string kind)
    {
        return kind switch
        {
            "pem" => [Path(Write("all.pem", _certificate.ExportCertificatePem(), _key.ExportPkcs8PrivateKeyPem()))],
            "pem and key" => [Path(Write("own.pem", _certificate.ExportCertificatePem())), KeyPath(_key.ExportPkcs8PrivateKeyPem())],
            "encrypted key" => [Path(Write("own.pem", _certificate.ExportCertificatePem())), KeyPath(EncryptedKey()), Secret],
            "pfx" => [Path(WritePfx()), Secret],
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Secret => $"Certificate:Password={Password}";

    private static string Path(string file)
    {
        return $"Certificate:Path={file}";
    }

    private string KeyPath(string key)
    {
        return $"Certificate:KeyPath={Write("own.key", key)}";
    }

    private string EncryptedKey()
    {
        var encryption = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 1000);
        return _key.ExportEncryptedPkcs8PrivateKeyPem(Password, encryption);
    }

    private string Write(string name, params string[] parts)
    {
        var file = System.IO.Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, string.Join('\n', parts));
        return file;
    }

    private string WritePfx()
    {
        var file = System.IO.Path.Combine(_folder.FullName, "own.pfx");
        File.WriteAllBytes(file, _certificate.Export(X509ContentType.Pkcs12, Password));
        return file;
    }
}
