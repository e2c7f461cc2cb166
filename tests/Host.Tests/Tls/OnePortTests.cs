using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Grpc.Net.Client;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Tls;

public sealed class OnePortTests
{
    [Fact]
    public async Task OnePort_WithCertificate_ServesGrpcAndJson()
    {
        using var authority = new TestAuthority();
        authority.IssueServer();
        await using var server = await StartAsync(authority);
        // The channel makes its handler its own: what else calls the port needs another.
        using var channel = GrpcChannel.ForAddress(
            server.GrpcAddress, new GrpcChannelOptions { HttpHandler = TlsClient.Handler(authority), DisposeHttpClient = true });
        using var http = new HttpClient(TlsClient.Handler(authority)) { BaseAddress = new Uri(server.GrpcAddress) };

        var reply = await new Validator.ValidatorClient(channel).ValidateAsync(Drafts.Request("a", "草稿")).ResponseAsync.InTime();
        foreach (var version in new[] { HttpVersion.Version11, HttpVersion.Version20 })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Uploads.Path);
            request.Version = version;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            request.Content = Uploads.Form("草稿");
            using var response = await http.SendAsync(request).InTime();
            response.Version.ShouldBe(version);
            var json = await response.Content.ReadFromJsonAsync<JsonElement>().InTime();
            json.GetProperty("verdict").GetString().ShouldBe("VERDICT_ACCEPT");
        }

        reply.Verdict.ShouldBe(Verdict.Accept);
    }

    [Fact]
    public async Task Client_CallsAnotherName_RefusesTheServer()
    {
        using var authority = new TestAuthority();
        authority.IssueServer();
        await using var server = await StartAsync(authority);
        using var http = new HttpClient(TlsClient.Handler(authority));
        var named = new UriBuilder(server.GrpcAddress) { Host = "localhost", Path = "/healthz" };

        var fault = await Should.ThrowAsync<HttpRequestException>(http.GetAsync(named.Uri).InTime());

        fault.InnerException.ShouldBeOfType<AuthenticationException>()
            .Message.ShouldContain(nameof(SslPolicyErrors.RemoteCertificateNameMismatch));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Client_OfAnOldTlsVersion_IsRefused(byte minor)
    {
        using var authority = new TestAuthority();
        authority.IssueServer();
        await using var server = await StartAsync(authority);
        var address = new Uri(server.GrpcAddress);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port).InTime();

        await client.GetStream().WriteAsync(Hello(minor)).AsTask().InTime();
        var alert = new byte[7];
        await client.GetStream().ReadExactlyAsync(alert).AsTask().InTime();

        // Record of kind alert; fatal; protocol version.
        alert[0].ShouldBe((byte)21);
        alert[5..].ShouldBe([2, 70]);
    }

    internal static Task<RunningServer> StartAsync(TestAuthority authority, params string[] options)
    {
        return RunningServer.StartAsync(new FakeCheck(), [$"Certificate:Path={authority.ServerPath}", .. options]);
    }

    /// <summary>The first message of a client that speaks no newer version: written out, since libraries refuse to send it.</summary>
    private static byte[] Hello(byte minor)
    {
        byte[] suites = [0xC0, 0x09, 0xC0, 0x0A, 0xC0, 0x13, 0xC0, 0x14, 0x00, 0x2F, 0x00, 0x35];
        byte[] body = [3, minor, .. new byte[32], 0, 0, (byte)suites.Length, .. suites, 1, 0];
        byte[] handshake = [1, 0, 0, (byte)body.Length, .. body];
        return [22, 3, 1, 0, (byte)handshake.Length, .. handshake];
    }
}
