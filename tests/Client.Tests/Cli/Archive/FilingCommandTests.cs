using System.Text.Json.Nodes;
using Grpc.Core;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Archive;

public sealed class FilingCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestTerminal _terminal = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _server.Archive.Filed = Answer;
        _folder.Write("年报/1新.txt", "新");
        _folder.Write("年报/2旧.txt", "旧");
        _folder.Write("年报/3换.txt", "换");
    }

    [Fact]
    public async Task Reports_Filed_SayEachWhatBecameOfIt()
    {
        (await RunAsync(_folder.File("年报"), "--body", "某某县民政局", "--year", "2024")).ShouldBe(0);

        var lines = _terminal.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldEndWith("1新.txt：已归档 r3333333（某某县民政局 2024 年，有错误，须修改（错误 2 处，提示 1 处））");
        lines[1].ShouldEndWith("2旧.txt：早已在档 r2222222（某某县民政局 2024 年），后来被 r3333333 取代，没有改动");
        lines[2].ShouldEndWith("，取代 r2222222（2026-03-01 09:02:03 由 张三 归档）");
        lines[3].ShouldBe("共 3 份：新归档 2 份，早已在档 1 份。");
        var filing = _server.Archive.Requests.OfType<Filing>().First();
        filing.ShouldBe(new Filing
        {
            Organization = "某某县民政局", Year = 2024, FileName = "1新.txt", Author = "李四", Reason = "定稿",
        });
    }

    [Fact]
    public async Task Report_LargerThanAMessage_ArrivesWhole()
    {
        var content = new string('年', 800_000);
        byte[] received = [];
        _server.Archive.Filed = (filing, bytes) =>
        {
            received = bytes;
            return Answer(filing, bytes);
        };

        (await RunAsync(_folder.Write("大.txt", content))).ShouldBe(0);

        received.ShouldBe(System.Text.Encoding.UTF8.GetBytes(content));
    }

    [Fact]
    public async Task Report_ThatTheServerRefuses_DoesNotStopTheOthers()
    {
        _folder.Write("年报/0通知.txt", "通知");

        (await RunAsync(_folder.File("年报"), _folder.File("没有.txt"))).ShouldBe(1);

        _terminal.Output.ShouldContain("0通知.txt：没有归档：校验服务没有接受：不是年报。");
        _terminal.Output.ShouldContain("没有.txt：没有归档：找不到");
        _terminal.Output.ShouldContain("共 5 份：新归档 2 份，早已在档 1 份，没有归档 2 份。");
    }

    [Fact]
    public async Task File_ThatCannotBeRead_EndsWithTwo() => (await RunAsync(_folder.File("年报"), _folder.File("没有.txt"))).ShouldBe(2);

    [Fact]
    public async Task Outcomes_InJson_AreOneEntryEach()
    {
        (await RunAsync(_folder.File("年报"), _folder.File("没有.txt"), "--format", "json")).ShouldBe(2);

        var entries = JsonNode.Parse(_terminal.Output)!.AsArray();
        entries.Count.ShouldBe(4);
        entries[1]!["reply"]!["already_filed"]!.GetValue<bool>().ShouldBeTrue();
        entries[3]!["reply"].ShouldBeNull();
        entries[3]!["file"]!.GetValue<string>().ShouldBe(_folder.File("没有.txt"));
        entries[3]!["problem"]!.GetValue<string>().ShouldStartWith("找不到");
    }

    [Fact]
    public async Task Server_ThatGoesAway_EndsTheRun()
    {
        _server.Archive.Filed = (filing, content) => filing.FileName is "2旧.txt"
            ? throw new RpcException(new Status(StatusCode.PermissionDenied, "没有归档的权限。"))
            : Answer(filing, content);

        (await RunAsync(_folder.File("年报"))).ShouldBe(1);

        _terminal.Output.ShouldContain("共 3 份：新归档 1 份，早已在档 0 份，还有 2 份没有处理。");
        _terminal.Error.ShouldContain("没有这项权限：没有归档的权限。");
    }

    [Fact]
    public async Task Run_Interrupted_SaysWhatIsLeft()
    {
        using var stop = new CancellationTokenSource();
        _server.Archive.Filed = (filing, content) =>
        {
            if (filing.FileName is "2旧.txt")
            {
                stop.Cancel();
            }

            return Answer(filing, content);
        };

        (await _terminal.RunAsync(Arguments(_folder.File("年报")), stop.Token)).ShouldBe(130);

        _terminal.Output.ShouldContain("还有");
    }

    [Fact]
    public async Task Reports_Many_ShowProgressOnATerminal()
    {
        for (var i = 0; i < 20; i++)
        {
            _folder.Write($"多/{i:00}.txt", "新");
        }

        using var terminal = new TestTerminal { Progress = true };
        (await terminal.RunAsync(Arguments(_folder.File("多")))).ShouldBe(0);

        terminal.Error.ShouldContain("完成 ");
        terminal.Error.ShouldEndWith("\r");
    }

    [Theory]
    [InlineData("archive file 年报.txt")]
    [InlineData("archive file 年报.txt --reason 定稿 --year 24")]
    [InlineData("archive file --reason 定稿")]
    public async Task Usage_Wrong_EndsWithThree(string line) => (await _terminal.RunAsync(line.Split(' '))).ShouldBe(3);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private static FileReportReply Answer(Filing filing, byte[] content)
    {
        var known = FakeArchive.Report("r2222222", "某某县民政局", 2024);
        known.SupersededBy = "r3333333";
        return System.Text.Encoding.UTF8.GetString(content) switch
        {
            "通知" => throw new RpcException(new Status(StatusCode.InvalidArgument, "不是年报。")),
            "旧" => new FileReportReply { Report = known, AlreadyFiled = true },
            "换" => new FileReportReply { Report = FakeArchive.Report("r3333333", "某某县民政局", 2024), Superseded = known },
            _ => new FileReportReply { Report = FakeArchive.Report("r3333333", "某某县民政局", 2024) },
        };
    }

    private Task<int> RunAsync(params string[] arguments) => _terminal.RunAsync(Arguments(arguments));

    private string[] Arguments(params string[] arguments) =>
        ["archive", "file", .. arguments, "--author", "李四", "--reason", "定稿", "--server", _server.Address.ToString()];
}
