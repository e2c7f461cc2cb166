using Grpc.Core;
using Grpc.Net.Client;
using Validation.Server.Access;
using Validation.Server.Tests.Support;
using Validation.Server.Tests.Tls;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Access;

/// <summary>Without keys whoever works on the server's machine may do everything, and nobody who only seems to.</summary>
public sealed class LocalCallTests
{
    [Theory]
    [InlineData("x-forwarded-for", "127.0.0.1")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("x-forwarded-host", "localhost")]
    [InlineData("forwarded", "for=127.0.0.1;host=localhost")]
    [InlineData("via", "1.1 proxy")]
    [InlineData("x-real-ip", "127.0.0.1")]
    public async Task Publish_ThroughAProxyOnThisMachine_IsDenied(string header, string value)
    {
        await using var server = await RunningServer.StartSmallAsync();
        var request = Administration.Request(TestRules.Overlay(TestRules.Finding("local-a")), (await server.StatusAsync()).Version);

        var status = await Administration.RefusedAsync(server.Admin.PublishAsync(request, new Metadata { { header, value } }));

        (status.StatusCode, status.Detail).ShouldBe((StatusCode.PermissionDenied, AccessTexts.OnlyFromThisMachine));
    }

    [Theory]
    [InlineData("rules.example", false)]
    [InlineData("rules.example:5081", false)]
    [InlineData("localhost.example", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("localhost", true)]
    [InlineData("LocalHost:99", true)]
    [InlineData("127.0.0.1:1", true)]
    [InlineData("[::1]:5081", true)]
    public async Task Publish_UnderAName_IsLocalForLoopbackNamesAlone(string authority, bool allowed)
    {
        await using var server = await RunningServer.StartSmallAsync();
        var request = Administration.Request(TestRules.Overlay(TestRules.Finding("local-a")), (await server.StatusAsync()).Version);
        using var handler = new OtherAuthority(authority);
        using var channel = GrpcChannel.ForAddress(server.GrpcAddress, new GrpcChannelOptions { HttpHandler = handler });
        var call = new RuleAdmin.RuleAdminClient(channel).PublishAsync(request);

        if (allowed)
        {
            (await call.ResponseAsync.InTime()).Publication.Principal.ShouldBe(AccessTexts.LocalPrincipal);
        }
        else
        {
            (await Administration.RefusedAsync(call)).Detail.ShouldBe(AccessTexts.OnlyFromThisMachine);
        }
    }

    [Fact]
    public async Task Publish_OverTls_NeedsAKey()
    {
        using var authority = new TestAuthority();
        authority.IssueServer();
        await using var server = await OnePortTests.StartAsync(authority);
        using var channel = GrpcChannel.ForAddress(
            server.GrpcAddress, new GrpcChannelOptions { HttpHandler = TlsClient.Handler(authority) });
        var client = new RuleAdmin.RuleAdminClient(channel);
        var version = (await client.GetStatusAsync(new GetStatusRequest()).ResponseAsync.InTime()).Version;

        var status = await Administration.RefusedAsync(client.PublishAsync(Administration.Request(new RuleOverlay(), version)));

        status.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private sealed class OtherAuthority(string authority) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Host = authority;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
