using System.Net.Security;
using Grpc.Net.Client;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Startup;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Tls;

public sealed class TlsTests
{
    [Theory]
    [InlineData("pem")]
    [InlineData("pem and key")]
    [InlineData("encrypted key")]
    [InlineData("pfx")]
    public async Task Grpc_WithCertificate_SpeaksTls(string kind)
    {
        using var certificate = new TestCertificate();
        await using var server = await RunningServer.StartAsync(new FakeCheck(), certificate.Options(kind));
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.Thumbprint,
            },
        };
        using var channel = GrpcChannel.ForAddress(server.GrpcAddress, new GrpcChannelOptions { HttpHandler = handler });

        var reply = await new Validator.ValidatorClient(channel).ValidateAsync(Drafts.Request("a", "草稿")).ResponseAsync.InTime();

        server.GrpcAddress.ShouldStartWith("https://");
        server.WebAddress.ShouldStartWith("http://");
        reply.Verdict.ShouldBe(Verdict.Accept);
    }

    [Fact]
    public void Address_OthersCanReach_IsTakenWithACertificate()
    {
        using var certificate = new TestCertificate();
        var path = certificate.Options("pem").Single().Split('=')[1];
        var options = new ServerOptions { GrpcUrl = "http://*:0", Certificate = new CertificateOptions { Path = path } };

        Should.NotThrow(() => Listeners.Read(options));
        options.WebUrl = "http://*:0";
        Should.Throw<StartRefusedException>(() => Listeners.Read(options)).Message.ShouldBe(StartupTexts.PlainWeb("http://*:0"));
    }
}
