using System.Net;
using System.Net.Sockets;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Startup;

namespace Validation.Server.Tests.Startup;

public sealed class ListenersTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5081")]
    [InlineData("http://localhost:5081")]
    [InlineData("http://[::1]:5081")]
    [InlineData("http://127.0.0.2:0")]
    public void Address_Loopback_NeedsNoCertificate(string url)
    {
        Should.NotThrow(() => Listeners.Read(new ServerOptions { GrpcUrl = url }));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5081")]
    [InlineData("http://[::]:5081")]
    [InlineData("http://*:5081")]
    [InlineData("http://192.168.1.10:5081")]
    [InlineData("https://192.168.1.10:5081")]
    public void Address_OthersCanReach_NeedsACertificate(string url)
    {
        Refusal(new ServerOptions { GrpcUrl = url }).ShouldBe(StartupTexts.Unencrypted("Validation:GrpcUrl", url));
        Refusal(new ServerOptions { WebUrl = url }).ShouldBe(StartupTexts.Unencrypted("Validation:WebUrl", url));
    }

    [Fact]
    public void Address_Https_NeedsACertificate()
    {
        const string Url = "https://127.0.0.1:5081";

        Refusal(new ServerOptions { GrpcUrl = Url }).ShouldBe(StartupTexts.CertificateMissing("Validation:GrpcUrl", Url));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5081")]
    [InlineData("ftp://127.0.0.1:5081")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:5081/path")]
    [InlineData("http://server.example:5081")]
    [InlineData("http://unix:/run/validation.sock")]
    public void Address_Unusable_IsRefused(string url)
    {
        Refusal(new ServerOptions { GrpcUrl = url }).ShouldBe(StartupTexts.AddressInvalid("Validation:GrpcUrl", url));
    }

    [Fact]
    public void Addresses_TheSame_AreRefused()
    {
        const string Url = "http://127.0.0.1:5081";

        Refusal(new ServerOptions { GrpcUrl = Url, WebUrl = Url }).ShouldBe(StartupTexts.SameAddress(Url));
    }

    [Fact]
    public void Address_InUse_IsRefusedWithOneSentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://{other.LocalEndpoint}";
        string[] args = [$"--Validation:GrpcUrl={url}", "--Validation:WebUrl=http://127.0.0.1:0"];

        var refusal = Should.Throw<StartRefusedException>(() => ServerHost.Create(args));

        refusal.Message.ShouldBe(StartupTexts.AddressInUse("Validation:GrpcUrl", url));
        refusal.Message.ShouldNotContain('\n');
    }

    [Fact]
    public void Certificate_NotThere_IsRefused()
    {
        var options = new ServerOptions { Certificate = new CertificateOptions { Path = "not-there.pem" } };

        Refusal(options).ShouldContain("not-there.pem");
    }

    private static string Refusal(ServerOptions options)
    {
        return Should.Throw<StartRefusedException>(() => Listeners.Read(options)).Message;
    }
}
