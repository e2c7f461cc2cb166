using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Abstractions;
using Validation.Server.Access;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Startup;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Access;

public sealed class TrustedProxyTests
{
    [Theory]
    [InlineData("10.0.0.5", true)]
    [InlineData("::ffff:10.0.0.5", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("fd00::9", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("10.0.0.6", false)]
    [InlineData("10.2.0.1", false)]
    [InlineData("fe80::1", false)]
    public async Task Connection_InPlain_IsLetInFromTheProxiesAlone(string address, bool letIn)
    {
        var proxies = new TrustedProxies(["10.0.0.5", "10.1.0.0/16", "fd00::/8"]);
        await using var connection = new DefaultConnectionContext { RemoteEndPoint = new IPEndPoint(IPAddress.Parse(address), 1) };
        var closed = new TaskCompletionSource();
        await using var registration = connection.ConnectionClosed.Register(closed.SetResult);
        var reached = false;

        await proxies.Guard(
            _ =>
            {
                reached = true;
                return Task.CompletedTask;
            },
            NullLogger.Instance)(connection);

        reached.ShouldBe(letIn);
        if (!letIn)
        {
            await closed.Task.InTime();
        }
    }

    [Fact]
    public void Listener_OthersCanReach_MayBePlainWithProxies()
    {
        var options = new ServerOptions { GrpcUrl = "http://0.0.0.0:5081", WebUrl = "http://0.0.0.0:5080", TrustedProxies = ["10.0.0.5"] };

        Listeners.Read(options).AreReachable.ShouldBeTrue();
    }

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.0/99")]
    [InlineData("")]
    public void Proxy_ThatIsNoAddress_RefusesTheStart(string proxy)
    {
        string[] args = [$"--Validation:TrustedProxies:0={proxy}"];

        Should.Throw<StartRefusedException>(() => ServerHost.Create(args)).Message.ShouldBe(StartupTexts.ProxyInvalid(proxy));
    }

    [Theory]
    [InlineData(null, "10.9.8.7", "127.0.0.1")]
    [InlineData("10.0.0.5", "10.9.8.7", "127.0.0.1")]
    [InlineData("127.0.0.1", "10.9.8.7", "10.9.8.7")]
    [InlineData("127.0.0.1", "6.6.6.6, 10.9.8.7", "10.9.8.7")]
    [InlineData("127.0.0.1", "10.9.8.7, 127.0.0.1", "10.9.8.7")]
    public async Task Address_Forwarded_CountsFromAProxyAlone(string? proxy, string forwarded, string address)
    {
        string[] options = ["Administrators:0:Name=甲", $"Administrators:0:KeySha256={Drafts.Hash("key")}"];
        await using var server = await RunningServer.StartSmallAsync(proxy is null ? options : [.. options, $"TrustedProxies:0={proxy}"]);
        var headers = new Metadata { { "x-forwarded-for", forwarded } };

        await Administration.RefusedAsync(server.Admin.PublishAsync(Administration.Request(new RuleOverlay(), "x"), headers));

        (await server.AuditAsync("key")).ShouldHaveSingleItem().Address.ShouldBe(address);
    }

    [Fact]
    public async Task Publish_FromAProxyThatForwardsNothing_IsDenied()
    {
        await using var server = await RunningServer.StartSmallAsync("TrustedProxies:0=127.0.0.1");

        var call = server.Admin.PublishAsync(Administration.Request(new RuleOverlay(), "x"));

        (await Administration.RefusedAsync(call)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }
}
