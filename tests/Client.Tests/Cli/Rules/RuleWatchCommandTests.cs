using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using Validation.Cli;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Rules;

public sealed class RuleWatchCommandTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Versions_AsTheyCome_AreALineEach(string format)
    {
        await using var server = await FakeServer.StartAsync();
        server.Rules.Watched = async (_, replies, cancellationToken) =>
        {
            await replies.WriteAsync(new WatchReply { Version = "2026.1" }, cancellationToken);
            await replies.WriteAsync(new WatchReply { Heartbeat = true, Version = "2026.1" }, cancellationToken);
            var publication = RuleFixtures.Published().Publication;
            await replies.WriteAsync(new WatchReply { Version = "2026.1+4", Publication = publication }, cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        };
        var output = new Pipe();
        await using var lines = new StreamWriter(output.Writer.AsStream(), new UTF8Encoding(false)) { AutoFlush = true };
        using var reader = new StreamReader(output.Reader.AsStream());
        var terminal = new Terminal { Output = lines, Error = TextWriter.Null, Input = () => Stream.Null };
        using var stop = new CancellationTokenSource();
        var running = CommandLine.RunAsync(
            ["rules", "watch", "--format", format, "--server", server.Address.ToString()], terminal, stop.Token);

        // The first may be skipped when the second is there already.
        var line = await reader.ReadLineAsync().InTime();
        line = line!.Contains("2026.1+4", StringComparison.Ordinal) ? line : await reader.ReadLineAsync().InTime();
        if (format is "text")
        {
            line.ShouldNotBeNull().ShouldEndWith("  2026.1+4  发布  张三（本机）：试试");
        }
        else
        {
            JsonNode.Parse(line!)!["publication"]!["author"]!.GetValue<string>().ShouldBe("张三");
        }

        await stop.CancelAsync();
        (await running.InTime()).ShouldBe(130);
    }

    [Fact]
    public async Task Server_TooOld_IsSaid()
    {
        await using var server = await FakeServer.StartAsync(withRules: false);
        using var terminal = new TestTerminal();
        using var stop = new CancellationTokenSource();
        var running = terminal.RunAsync(["rules", "watch", "--server", server.Address.ToString()], stop.Token);
        using var limit = new CancellationTokenSource(TestTime.Limit);

        while (!terminal.Error.Contains("版本较旧", StringComparison.Ordinal))
        {
            await Task.Delay(5, limit.Token);
        }

        await stop.CancelAsync();
        (await running).ShouldBe(130);
        terminal.Error.ShouldContain("稍后自动重连");
    }
}
