using System.Net.Security;
using Validation.Server.Options;
using Validation.Server.Outcomes;

namespace Validation.Server.Tls;

/// <summary>The certificate in force. A changed file is noticed by the next connection; one that cannot be read leaves the old certificate
/// in force. Thread-safe.</summary>
internal sealed class ServerCertificate
{
    private readonly CertificateOptions _options;
    private readonly Lock _reading = new();
    private volatile State _state;

    private ServerCertificate(CertificateOptions options, State state)
    {
        _options = options;
        _state = state;
    }

    /// <summary>Reads the configured files.</summary>
    /// <returns>Null: no certificate is configured.</returns>
    /// <exception cref="StartRefusedException">They cannot be read.</exception>
    public static ServerCertificate? Read(CertificateOptions options)
    {
        return options.Path.Length == 0 ? null : new ServerCertificate(options, Load(options, FileVersions.Of(options)));
    }

    /// <summary>The certificate with its chain, from the files as they are now.</summary>
    public SslStreamCertificateContext Current(ILogger log)
    {
        var versions = FileVersions.Of(_options);
        if (versions != _state.Versions)
        {
            lock (_reading)
            {
                Reload(versions, log);
            }
        }

        return _state.Certificate;
    }

    private static State Load(CertificateOptions options, FileVersions versions)
    {
        var file = CertificateFile.Read(options);
        // Offline: the server asks no other machine about its own certificate.
        return new State(versions, SslStreamCertificateContext.Create(file.Certificate, file.Chain, offline: true));
    }

    private void Reload(FileVersions versions, ILogger log)
    {
        if (versions == _state.Versions)
        {
            return;
        }

        try
        {
            _state = Load(_options, versions);
            var ends = _state.Certificate.TargetCertificate.NotAfter;
            TlsLog.CertificateReloaded(log, _options.Path, ends);
        }
        catch (StartRefusedException fault)
        {
            _state = _state with { Versions = versions };
            TlsLog.CertificateKept(log, fault.Message);
        }
    }

    private sealed record State(FileVersions Versions, SslStreamCertificateContext Certificate);
}
