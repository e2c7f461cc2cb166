using System.Globalization;
using System.Net.Sockets;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests;

/// <summary>`validate demo`: the first thing that somebody new runs.</summary>
[Trait("Size", "Long")]
public sealed class DemoTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    [Fact]
    public async Task Demo_ServerRuns_ShowsSixAnswers()
    {
        var run = await Cli.RunAsync("demo", "--server", $"http://{server.GrpcEndpoint}");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("保存 6 次，得到 6 次结果");
        server.Process.HasExited.ShouldBeFalse();
    }

    [Fact]
    public async Task Demo_NoServer_StartsOneAndStopsIt()
    {
        var port = FreePort.Next();

        var run = await Cli.RunAsync("demo", "--server", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("保存 6 次，得到 6 次结果");
        run.Output.ShouldContain("演示期间也可以用浏览器打开 http://127.0.0.1:");
        run.Output.ShouldContain("要用浏览器检查自己的年报");
        using var late = new TcpClient();
        await Should.ThrowAsync<SocketException>(late.ConnectAsync("127.0.0.1", port).InTime());
    }
}
