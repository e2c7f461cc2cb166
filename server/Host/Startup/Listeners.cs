using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Tls;

namespace Validation.Server.Startup;

/// <summary>The two ports: gRPC over HTTP/2, and the web over HTTP/1.1. With TLS, where a client can say what it speaks, the gRPC port
/// serves both.</summary>
internal sealed class Listeners
{
    private readonly ServerAddress _grpc;
    private readonly ServerAddress _web;
    private readonly ServerCertificate? _certificate;
    private readonly ClientCertificates _clients;
    private readonly TrustedProxies _proxies;

    private Listeners(
        ServerAddress grpc, ServerAddress web, ServerCertificate? certificate, ClientCertificates clients, TrustedProxies proxies)
    {
        _grpc = grpc;
        _web = web;
        _certificate = certificate;
        _clients = clients;
        _proxies = proxies;
    }

    /// <summary>Whether other machines can reach the server.</summary>
    public bool AreReachable => !_grpc.Loopback || !_web.Loopback;

    /// <summary>Reads the addresses. A draft is confidential: an address that others can reach is only used with TLS,
    /// or in plain by the proxies that are trusted to have taken it off.</summary>
    public static Listeners Read(ServerOptions options)
    {
        var grpc = ServerAddress.Parse($"{ServerOptions.Section}:{nameof(options.GrpcUrl)}", options.GrpcUrl);
        var web = ServerAddress.Parse($"{ServerOptions.Section}:{nameof(options.WebUrl)}", options.WebUrl);
        var certificate = ServerCertificate.Read(options.Certificate);
        var clients = ClientCertificates.Read(options.ClientCertificates);
        var proxies = new TrustedProxies(options.TrustedProxies);
        if (grpc.Port != 0 && grpc.Port == web.Port && grpc.Ip.Equals(web.Ip))
        {
            throw new StartRefusedException(StartupTexts.SameAddress(grpc.Url));
        }

        foreach (var address in new[] { grpc, web })
        {
            EnsureEncrypted(address, certificate, proxies);
        }

        if (!web.Https && !web.Loopback && !proxies.Any)
        {
            throw new StartRefusedException(StartupTexts.PlainWeb(web.Url));
        }

        return new Listeners(grpc, web, certificate, clients, proxies);
    }

    public void EnsureFree()
    {
        _grpc.EnsureFree();
        _web.EnsureFree();
    }

    /// <summary>What to say when an address was free a moment ago and is not any more.</summary>
    public StartRefusedException Taken(Exception fault)
    {
        try
        {
            EnsureFree();
        }
        catch (StartRefusedException refusal)
        {
            return refusal;
        }

        return new StartRefusedException(StartupTexts.AddressTaken(_grpc.Url, _web.Url), fault);
    }

    public void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // What is limited is a message and a document: a batch may be as long as it likes.
        kestrel.Limits.MaxRequestBodySize = null;
        // A client that is switched off says no goodbye.
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(10);
        var log = kestrel.ApplicationServices.GetRequiredService<ILogger<Listeners>>();
        Listen(kestrel, _grpc, HttpProtocols.Http2, _certificate is null ? null : Tls(_certificate, log), log);
        Listen(kestrel, _web, HttpProtocols.Http1, _web.Https ? Tls(_certificate!, log) : null, log);
    }

    private static void EnsureEncrypted(ServerAddress address, ServerCertificate? certificate, TrustedProxies proxies)
    {
        if (certificate is not null)
        {
            return;
        }

        if (!address.Loopback && !proxies.Any)
        {
            throw new StartRefusedException(StartupTexts.Unencrypted(address.Setting, address.Url));
        }

        if (address.Https)
        {
            throw new StartRefusedException(StartupTexts.CertificateMissing(address.Setting, address.Url));
        }
    }

    private void Listen(
        KestrelServerOptions kestrel, ServerAddress address, HttpProtocols protocols, TlsHandshakeCallbackOptions? tls, ILogger log)
    {
        var limit = kestrel.ApplicationServices.GetRequiredService<ConnectionLimit>();
        var parting = kestrel.ApplicationServices.GetRequiredService<Parting>();
        void Configure(ListenOptions listen)
        {
            listen.Use(next => connection => parting.RunAsync(connection, next));
            listen.Use(next => connection => limit.RunAsync(connection, next));
            listen.Protocols = tls is null ? protocols : HttpProtocols.Http1AndHttp2;
            if (tls is not null)
            {
                listen.UseHttps(tls);
            }
            else if (address.Loopback)
            {
                listen.Use(Mark);
            }
            else
            {
                listen.Use(next => _proxies.Guard(next, log));
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

    /// <summary>Whoever comes over such a connection may be working on this machine.</summary>
    private static ConnectionDelegate Mark(ConnectionDelegate next)
    {
        return connection =>
        {
            connection.Features.Set(LocalListener.Mark);
            return next(connection);
        };
    }

    /// <summary>What a handshake uses: looked up each time, since the certificate may change.</summary>
    private TlsHandshakeCallbackOptions Tls(ServerCertificate certificate, ILogger log)
    {
        return new TlsHandshakeCallbackOptions
        {
            OnConnection = _ =>
            {
                var tls = new SslServerAuthenticationOptions
                {
                    ServerCertificateContext = certificate.Current(log),
                    EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                };
                _clients.Apply(tls);
                return ValueTask.FromResult(tls);
            },
        };
    }
}
