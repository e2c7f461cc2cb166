using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Validation.Server.Startup;

/// <summary>The two ports: gRPC over HTTP/2, and the web page over HTTP/1.1.</summary>
internal sealed class Listeners
{
    private readonly ServerAddress _grpc;
    private readonly ServerAddress _web;
    private readonly CertificateFile? _certificate;

    private Listeners(ServerAddress grpc, ServerAddress web, CertificateFile? certificate)
    {
        _grpc = grpc;
        _web = web;
        _certificate = certificate;
    }

    /// <summary>Reads the addresses. A draft is confidential: an address that others can reach is only used with TLS.</summary>
    public static Listeners Read(ServerOptions options)
    {
        var grpc = ServerAddress.Parse($"{ServerOptions.Section}:{nameof(options.GrpcUrl)}", options.GrpcUrl);
        var web = ServerAddress.Parse($"{ServerOptions.Section}:{nameof(options.WebUrl)}", options.WebUrl);
        var certificate = CertificateFile.Read(options.Certificate);
        if (grpc.Port != 0 && grpc.Port == web.Port && grpc.Ip.Equals(web.Ip))
        {
            throw new StartRefusedException(Texts.SameAddress(grpc.Url));
        }

        foreach (var address in new[] { grpc, web })
        {
            EnsureEncrypted(address, certificate);
        }

        if (!web.Https && !web.Loopback)
        {
            throw new StartRefusedException(Texts.PlainWeb(web.Url));
        }

        return new Listeners(grpc, web, certificate);
    }

    public void EnsureFree()
    {
        _grpc.EnsureFree();
        _web.EnsureFree();
    }

    public void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // What is limited is a message and a document: a batch may be as long as it likes.
        kestrel.Limits.MaxRequestBodySize = null;
        // A client that is switched off says no goodbye.
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(10);
        Listen(kestrel, _grpc, HttpProtocols.Http2, encrypt: _certificate is not null);
        Listen(kestrel, _web, HttpProtocols.Http1, encrypt: _web.Https);
    }

    private static void EnsureEncrypted(ServerAddress address, CertificateFile? certificate)
    {
        if (certificate is not null)
        {
            return;
        }

        if (!address.Loopback)
        {
            throw new StartRefusedException(Texts.Unencrypted(address.Setting, address.Url));
        }

        if (address.Https)
        {
            throw new StartRefusedException(Texts.CertificateMissing(address.Setting, address.Url));
        }
    }

    private void Listen(KestrelServerOptions kestrel, ServerAddress address, HttpProtocols protocols, bool encrypt)
    {
        void Configure(ListenOptions listen)
        {
            listen.Protocols = protocols;
            if (encrypt)
            {
                listen.UseHttps(https =>
                {
                    https.ServerCertificate = _certificate!.Certificate;
                    https.ServerCertificateChain = _certificate.Chain;
                });
            }
        }

        if (address.Ip.Equals(IPAddress.IPv6Any))
        {
            kestrel.ListenAnyIP(address.Port, Configure);
        }
        else
        {
            kestrel.Listen(address.Ip, address.Port, Configure);
        }
    }
}
