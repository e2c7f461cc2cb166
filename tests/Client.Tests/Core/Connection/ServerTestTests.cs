using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Validation.Client.Connection;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Connection;

public sealed class ServerTestTests
{
    [Fact]
    public async Task Server_ThatAnswers_IsToldWithItsRules()
    {
        await using var server = await FakeServer.StartAsync();
        server.Rules.Watched = Announce;

        var result = await RunAsync(server.Address);

        result.Answers.ShouldBeTrue(result.Text);
        result.Text.ShouldBe($"连接正常：{server.Address} 是校验服务，规则集 2026.11.1。");
        result.Right.ShouldBeNull();
    }

    [Fact]
    public async Task Http_ForAServerWithTls_OffersTheRightAddress()
    {
        using var authority = new TestAuthority();
        authority.IssueServer();
        using var certificate = X509Certificate2.CreateFromPemFile(authority.ServerPath);
        await using var server = await FakeServer.StartAsync(certificate: certificate);
        ServerAddress.TryParse(server.Address.ToString().Replace("https", "http", StringComparison.Ordinal), out var wrong).ShouldBeTrue();

        var result = await RunAsync(wrong);

        result.Answers.ShouldBeFalse();
        result.Text.ShouldContain("要用加密连接");
        result.Right.ShouldBe(server.Address);
    }

    [Fact]
    public async Task Servers_Several_AreToldOneByOne()
    {
        await using var server = await FakeServer.StartAsync();
        server.Rules.Watched = Announce;
        var nobody = FakeServer.NobodysAddress();
        ServerAddress.TryParse($"{server.Address},{nobody}", out var both).ShouldBeTrue();

        var result = await RunAsync(both);

        result.Answers.ShouldBeFalse();
        result.Text.Split('\n').ShouldBe(
            [$"连接正常：{server.Address} 是校验服务，规则集 2026.11.1。", $"校验服务没有应答：{nobody}。"]);
        result.Right.ShouldBeNull();
    }

    private static async Task Announce(WatchRequest request, IServerStreamWriter<WatchReply> stream, CancellationToken stop)
    {
        await stream.WriteAsync(new WatchReply { Version = "2026.11.1" }, stop);
        await Task.Delay(Timeout.InfiniteTimeSpan, stop);
    }

    private static async Task<ServerTestResult> RunAsync(ServerAddress address) =>
        await ServerTest.RunAsync(address, ServerTrust.System, key: null, CancellationToken.None).InTime();
}
