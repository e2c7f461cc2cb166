using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Demo;

public sealed class DemoRunTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    [Fact]
    public async Task Demo_WithAServer_ShowsAnAnswerForEachSave()
    {
        await using var server = await FakeServer.StartAsync();
        server.Validator.Answer = (request, _) => Task.FromResult(Reply(request));

        (await _terminal.RunAsync("demo", "--server", server.Address.ToString())).ShouldBe(0);

        _terminal.Output.ShouldStartWith($"使用正在运行的校验服务：{server.Address}");
        for (var save = 1; save <= 6; save++)
        {
            _terminal.Output.ShouldContain($"[{save}/6]");
        }

        _terminal.Output.ShouldContain("和上次检查相比：修好 1 处，没有剩下的。");
        _terminal.Output.ShouldContain("演示结束：保存 6 次，得到 6 次结果");
        _terminal.Output.ShouldNotContain("\e");
        _terminal.Error.ShouldBeEmpty();
        Directory.Exists(WatchedFolder()).ShouldBeFalse();
    }

    [Fact]
    public async Task Demo_WithoutAServerElsewhere_StartsNothing()
    {
        // An address of the block for documentation: nobody is there.
        (await _terminal.RunAsync("demo", "--server", "http://192.0.2.1:5081")).ShouldBe(3);

        _terminal.Error.ShouldContain("不在本机");
    }

    public void Dispose() => _terminal.Dispose();

    private static ValidateReply Reply(ValidateRequest request)
    {
        var spoilt = request.Content.ToStringUtf8().Contains("(七) 总计\t2", StringComparison.Ordinal);
        var reply = spoilt ? Outcomes.Reply(Verdict.Reject, Outcomes.Balance()) : Outcomes.Reply(Verdict.Accept);
        reply.Id = request.Id;
        return reply;
    }

    private string WatchedFolder()
    {
        var line = _terminal.Output.Split('\n').Single(line => line.Contains("正在留意文件夹", StringComparison.Ordinal));
        return line.Split(' ', '，')[1];
    }
}
