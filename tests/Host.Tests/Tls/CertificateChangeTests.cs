using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Tls;

public sealed class CertificateChangeTests
{
    [Fact]
    public async Task File_Changed_IsSeenByTheNextConnection()
    {
        using var authority = new TestAuthority();
        var first = authority.IssueServer();
        await using var server = await OnePortTests.StartAsync(authority);
        (await ShownAsync(server, authority)).ShouldBe(first);

        var second = authority.IssueServer();

        (await ShownAsync(server, authority)).ShouldBe(second);
        second.ShouldNotBe(first);
        server.Log.Lines.Count(line => line.EventName == "CertificateReloaded").ShouldBe(1);
    }

    [Theory]
    [InlineData("-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----")]
    [InlineData("")]
    [InlineData(null)]
    public async Task File_Broken_KeepsTheOldCertificateUntilAGoodOneComes(string? text)
    {
        using var authority = new TestAuthority();
        var first = authority.IssueServer();
        await using var server = await OnePortTests.StartAsync(authority);
        if (text is null)
        {
            File.Delete(authority.ServerPath);
        }
        else
        {
            await File.WriteAllTextAsync(authority.ServerPath, text);
        }

        (await ShownAsync(server, authority)).ShouldBe(first);
        (await ShownAsync(server, authority)).ShouldBe(first);
        server.Log.Lines.Count(line => line.EventName == "CertificateKept").ShouldBe(1);
        var second = authority.IssueServer();

        (await ShownAsync(server, authority)).ShouldBe(second);
    }

    /// <summary>The serial number of the certificate that a new connection is shown.</summary>
    private static async Task<string> ShownAsync(RunningServer server, TestAuthority authority)
    {
        var address = new Uri(server.GrpcAddress);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port).InTime();
        await using var tls = new SslStream(client.GetStream());
        var options = TlsClient.Options(authority);
        options.TargetHost = address.Host;
        await tls.AuthenticateAsClientAsync(options).InTime();
        return ((X509Certificate2)tls.RemoteCertificate!).SerialNumber;
    }
}
