using System.Net;
using System.Net.Sockets;
using System.Text;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests;

/// <summary>What a clerk is told who was given the wrong address: of the web port, or with http for https.</summary>
public sealed class WrongAddressTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    private static readonly byte[] Answer =
        Encoding.ASCII.GetBytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    private static readonly string Draft = Repository.PathOf("tests", "samples", "xingtai-2024.txt");

    [Theory]
    [InlineData("check")]
    [InlineData("rules status")]
    public async Task WebPort_InPlaceOfTheOther_IsToldWithTheRightAddress(string command)
    {
        var run = await RunAsync(command, $"http://{server.WebEndpoint}");

        run.ExitCode.ShouldBe(3);
        var told = Told(run);
        told.ShouldContain($"http://{server.WebEndpoint} 是校验服务的网页端口");
        told.ShouldContain($"请把服务地址改为 http://{server.GrpcEndpoint}。");
        told.ShouldNotContain("内部出错");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("rules status")]
    public async Task Https_ForAPlainServer_IsToldWithTheRightAddress(string command)
    {
        var run = await RunAsync(command, $"https://{server.GrpcEndpoint}");

        run.ExitCode.ShouldBe(3);
        Told(run).ShouldContain($"没有用加密连接，地址却写成了 https。请把服务地址改为 http://{server.GrpcEndpoint}");
    }

    [Fact]
    public async Task Https_ForTheWebPort_IsToldWithTheRightAddress()
    {
        var run = await RunAsync("check", $"https://{server.WebEndpoint}");

        Told(run).ShouldContain($"请把服务地址改为 http://{server.GrpcEndpoint}。");
    }

    [Fact]
    public async Task SomeWebServer_IsToldToBeNoValidationServer()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        _ = AnswerAsync(other);

        var run = await RunAsync("check", $"http://{other.LocalEndpoint}");

        run.ExitCode.ShouldBe(3);
        Told(run).ShouldContain("只会 HTTP/1.1，不是校验服务");
        Told(run).ShouldNotContain("内部出错");
    }

    [Fact]
    public async Task Watch_OfTheWebPort_SaysSoAndLetsDraftsWait()
    {
        var folder = Directory.CreateTempSubdirectory("validation-wrong-");
        try
        {
            var drafts = folder.CreateSubdirectory("年报").FullName;
            await using var watch = await WatchProcess.StartAsync(
                server.WebEndpoint, drafts, Path.Combine(folder.FullName, "state"), more: "--no-desktop");

            await watch.StateAsync("OFFLINE");
            watch.Status!.Value.GetProperty("server_problem").GetString()!.ShouldContain("网页端口");
            File.Copy(Draft, Path.Combine(drafts, "年报.txt"));
            await watch.UntilAsync(() => watch.Status!.Value.GetProperty("waiting").GetInt32() == 1);
            watch.Checked.ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task AnswerAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                var stream = client.GetStream();
                _ = await stream.ReadAsync(new byte[1024]);
                await stream.WriteAsync(Answer);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private static string Told((int ExitCode, string Output, string Errors) run) => run.Output + run.Errors;

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string command, string address)
    {
        string[] draft = command == "check" ? [Draft] : [];
        var run = await Cli.RunAsync([.. command.Split(' '), .. draft, "--server", address]);
        return (run.ExitCode, run.Output, run.Errors);
    }
}
