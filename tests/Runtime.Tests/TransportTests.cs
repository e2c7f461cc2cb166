using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

/// <summary>Connections, with and without TLS, and how they fail.</summary>
public sealed class TransportTests
{
    [Fact]
    public async Task Tls_TrustedCertificate_AllKindsOfCallsWork()
    {
        using var certificate = SelfSigned("localhost");
        await using var server = await ProbeServer.StartAsync(certificate: certificate);
        server.Address.Scheme.ShouldBe("https");
        var client = server.Client(new GrpcChannelOptions { HttpHandler = Trusting(certificate) });

        (await client.UnaryAsync(new Ping { Number = 7 }).ResponseAsync.Soon()).Number.ShouldBe(7);
        using var call = client.Chat();
        await call.RequestStream.WriteAsync(new Ping { Number = 8 }).Soon();
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeTrue();
        await call.RequestStream.CompleteAsync().Soon();
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeFalse();
    }

    [Fact]
    public async Task Tls_UntrustedCertificate_Unavailable()
    {
        using var certificate = SelfSigned("localhost");
        await using var server = await ProbeServer.StartAsync(certificate: certificate);

        var failure = await Should.ThrowAsync<RpcException>(() => server.Client().UnaryAsync(new Ping()).ResponseAsync.Soon());

        failure.StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    public async Task Tls_CallCredentials_AreSent()
    {
        using var certificate = SelfSigned("localhost");
        await using var server = await ProbeServer.StartAsync(certificate: certificate);
        server.Methods.Unary = (_, context) =>
            Task.FromResult(new Pong { Text = string.Join(',', context.RequestHeaders.GetAll("key").Select(entry => entry.Value)) });
        var ofChannel = CallCredentials.FromInterceptor((context, metadata) =>
        {
            metadata.Add("key", context.MethodName);
            return Task.CompletedTask;
        });
        var ofCall = CallCredentials.FromInterceptor((context, metadata) =>
        {
            metadata.Add("key", context.ServiceUrl);
            return Task.CompletedTask;
        });
        var client = server.Client(new GrpcChannelOptions
        {
            HttpHandler = Trusting(certificate),
            Credentials = ChannelCredentials.Create(ChannelCredentials.SecureSsl, ofChannel),
        });

        var pong = await client.UnaryAsync(new Ping(), new CallOptions(credentials: ofCall)).ResponseAsync.Soon();

        pong.Text.ShouldBe($"Unary, {server.Address}runtime.testing.v1.Probe");
    }

    [Fact]
    public async Task Plain_CallCredentials_AreNotSentUnlessTheOptionSaysSo()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = (_, context) => Task.FromResult(new Pong { Text = context.RequestHeaders.GetValue("key") ?? "none" });
        var credentials = CallCredentials.FromInterceptor((_, metadata) =>
        {
            metadata.Add("key", "secret");
            return Task.CompletedTask;
        });
        var options = new CallOptions(credentials: credentials);

        (await server.Client().UnaryAsync(new Ping(), options).ResponseAsync.Soon()).Text.ShouldBe("none");
        (await server.Client(new GrpcChannelOptions { UnsafeUseInsecureChannelCallCredentials = true })
            .UnaryAsync(new Ping(), options).ResponseAsync.Soon()).Text.ShouldBe("secret");
    }

    [Fact]
    public async Task Connection_Refused_UnavailableWithTheReason()
    {
        var server = await ProbeServer.StartAsync();
        var address = server.Address;
        await server.DisposeAsync();
        using var channel = GrpcChannel.ForAddress(address);

        var failure = await Should.ThrowAsync<RpcException>(
            () => new Probe.ProbeClient(channel).UnaryAsync(new Ping()).ResponseAsync.Soon());

        failure.StatusCode.ShouldBe(StatusCode.Unavailable);
        failure.Status.Detail.ShouldContain("refused");
    }

    [Fact]
    public async Task Server_OfHttp11Only_FailsWithAStatus()
    {
        await using var server = await ProbeServer.StartAsync(protocols: HttpProtocols.Http1);

        var failure = await Should.ThrowAsync<RpcException>(() => server.Client().UnaryAsync(new Ping()).ResponseAsync.Soon());

        failure.StatusCode.ShouldBe(StatusCode.Internal);
    }

    [Fact]
    public async Task Server_Stops_StreamEndsUnavailable()
    {
        var server = await ProbeServer.StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var call = new Probe.ProbeClient(channel).Chat();
        await call.RequestStream.WriteAsync(new Ping()).Soon();
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeTrue();
        using var now = new CancellationTokenSource();
        await now.CancelAsync();

        await server.StopAsync(now.Token).Soon();

        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None).Soon()))
            .StatusCode.ShouldBe(StatusCode.Unavailable);
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Network_GoesSilent_StreamEndsUnavailableAfterThePing()
    {
        await using var server = await ProbeServer.StartAsync();
        await using var proxy = new SilenceableProxy(server.Address);
        using var handler = new SocketsHttpHandler
        {
            KeepAlivePingDelay = TimeSpan.FromSeconds(1),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(1),
        };
        using var channel = GrpcChannel.ForAddress(proxy.Address, new GrpcChannelOptions { HttpHandler = handler });
        using var call = new Probe.ProbeClient(channel).Chat();
        await call.RequestStream.WriteAsync(new Ping()).Soon();
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeTrue();

        proxy.FallSilent();

        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None).Soon()))
            .StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    public async Task HttpClient_GivenByTheCaller_IsUsedAndLeftAlone()
    {
        await using var server = await ProbeServer.StartAsync();
        using var http = new HttpClient();
        for (var i = 0; i < 2; i++)
        {
            using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { HttpClient = http });
            (await new Probe.ProbeClient(channel).UnaryAsync(new Ping { Number = i }).ResponseAsync.Soon()).Number.ShouldBe(i);
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("ftp://localhost")]
    [InlineData("http://")]
    public void Address_WithoutSchemeOrHost_Throws(string address)
    {
        var failure = Record.Exception(() => GrpcChannel.ForAddress(address));

        (failure is ArgumentException or UriFormatException).ShouldBeTrue();
    }

    [Fact]
    public void Options_ThatContradictEachOther_Throw()
    {
        using var http = new HttpClient();
        using var handler = new SocketsHttpHandler();

        Should.Throw<ArgumentException>(() => GrpcChannel.ForAddress(
            "http://localhost", new GrpcChannelOptions { HttpClient = http, HttpHandler = handler }));
        Should.Throw<InvalidOperationException>(() => GrpcChannel.ForAddress(
            "http://localhost", new GrpcChannelOptions { Credentials = ChannelCredentials.SecureSsl }));
        Should.Throw<InvalidOperationException>(() => GrpcChannel.ForAddress(
            "https://localhost", new GrpcChannelOptions { Credentials = ChannelCredentials.Insecure }));
    }

    private static SocketsHttpHandler Trusting(X509Certificate2 trusted) => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                certificate is X509Certificate2 shown && shown.Thumbprint == trusted.Thumbprint,
        },
    };

    private static X509Certificate2 SelfSigned(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        alternatives.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(alternatives.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddHours(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
