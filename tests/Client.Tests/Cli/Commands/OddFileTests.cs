using System.Diagnostics;
using System.Text;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Cli.Commands;

/// <summary>What may lie in a folder of drafts and is none, and names that a terminal must not see as they are.</summary>
public sealed class OddFileTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestTerminal _terminal = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeServer.StartAsync();

    [Fact]
    public async Task Pipe_NamedLikeADraft_IsNotWaitedFor()
    {
        var pipe = Path.Combine(_folder.Path, "fifo.docx");
        await MakePipeAsync(pipe);

        (await CheckAsync(pipe)).ShouldBe(3);

        _terminal.Output.ShouldContain("这不是普通文件");
        _server.Validator.Unary.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pipe_AmongDrafts_IsNoDraft()
    {
        await MakePipeAsync(Path.Combine(_folder.Path, "fifo.docx"));
        _folder.Write("年报.txt", "内容");

        (await CheckAsync(_folder.Path)).ShouldBe(0);

        _terminal.Output.ShouldNotContain("fifo");
    }

    [Theory]
    [InlineData("报\u202Excod.txt")]
    [InlineData("\e]0;x\a报\e[2J.txt")]
    [InlineData("报\n通过.txt")]
    [InlineData("-rf.txt")]
    public async Task Name_ThatSteersATerminal_IsShownWithoutThat(string name)
    {
        var file = _folder.Write(name, "内容");

        (await CheckAsync(file)).ShouldBe(0);
        (await CheckAsync(file + ".missing.txt")).ShouldNotBe(0);

        var shown = _terminal.Output + _terminal.Error;
        shown.ShouldContain(".txt");
        shown.IndexOfAny(['\e', '\a', '\u202E']).ShouldBe(-1);
        shown.Split('\n').ShouldNotContain(line => line.StartsWith("通过.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Name_ThatIsNoUtf8_SaysSo()
    {
        byte[] name = [.. Encoding.UTF8.GetBytes(_folder.Path + "/"), 0xC4, 0xEA, .. "bao.txt"u8];
        await RunAsync("bash", "-c", $"echo x > $'{string.Concat(name.Select(one => $"\\x{one:x2}"))}'");

        var code = await CheckAsync(_folder.Path);
        // Nothing in .NET can delete it.
        await RunAsync("bash", "-c", $"rm '{_folder.Path}'/*");

        code.ShouldBe(3);
        _terminal.Output.ShouldContain("不是 UTF-8 编码");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _terminal.Dispose();
        _folder.Dispose();
    }

    private static Task MakePipeAsync(string path) => RunAsync("mkfifo", path);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync().InTime();
        process.ExitCode.ShouldBe(0);
    }

    private Task<int> CheckAsync(string path) => _terminal.RunAsync("check", "--server", _server.Address.ToString(), "--", path);
}
