using System.Globalization;
using System.Text.Json.Nodes;
using Grpc.Core;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Commands;

/// <summary>`validate check` with folders, and with more drafts than one wants to read about.</summary>
public sealed class CheckFolderTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestTerminal _terminal = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _server.Validator.Answer = (request, _) => Task.FromResult(Reply(request));
    }

    [Fact]
    public async Task Folder_Alone_IsCheckedWithoutSubfolders()
    {
        Write(3);
        _folder.Write("下级/错.txt", "拒");

        (await CheckAsync(_terminal, _folder.Path)).ShouldBe(0);

        _terminal.Output.ShouldContain("共 3 份：通过 3 份，须修改 0 份。");
    }

    [Fact]
    public async Task Folder_Recursive_IsCheckedWithSubfoldersAndFilesBeside()
    {
        Write(3);
        var file = _folder.Write("下级/错.txt", "拒");

        (await CheckAsync(_terminal, file, _folder.Path, "--recursive")).ShouldBe(1);

        _terminal.Output.ShouldStartWith(file);
        _terminal.Output.ShouldContain("共 5 份：通过 3 份，须修改 2 份。");
    }

    [Theory]
    [InlineData("--recursive", "和它的子文件夹里都没有草稿")]
    [InlineData("-f=text", "请加 --recursive")]
    public async Task Folder_WithoutDrafts_IsOneSentence(string option, string words)
    {
        _folder.Write("清单.xlsx", "不是草稿");

        (await CheckAsync(_terminal, _folder.Path, option)).ShouldBe(3);

        _terminal.Output.ShouldBeEmpty();
        _terminal.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain(words);
    }

    [Fact]
    public async Task Drafts_Many_AreNamedOnlyWhenSomethingIsWrong()
    {
        Write(40);
        _folder.Write("017.txt", "拒");
        _folder.Write("029.txt", "不");

        (await CheckAsync(_terminal, _folder.Path)).ShouldBe(1);

        _terminal.Output.Split('\n').Count(line => line.StartsWith(_folder.Path, StringComparison.Ordinal)).ShouldBe(2);
        _terminal.Output.ShouldContain("通过                 38");
        _terminal.Output.ShouldContain("有错误，须修改        1");
        _terminal.Output.ShouldContain("未能判定              1");
        _terminal.Output.ShouldContain("合计                 40");
        _terminal.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Drafts_ManyInJson_StandInTheirOrder()
    {
        Write(200);

        (await CheckAsync(_terminal, _folder.Path, "--format", "json")).ShouldBe(0);

        var names = JsonNode.Parse(_terminal.Output)!.AsArray().Select(entry => entry!["file_name"]!.GetValue<string>());
        names.ShouldBe(Enumerable.Range(0, 200).Select(i => i.ToString("000", CultureInfo.InvariantCulture) + ".txt"));
    }

    [Theory]
    [InlineData("text", true)]
    [InlineData("sarif", true)]
    [InlineData("json", false)]
    [InlineData("html", false)]
    public async Task Report_NotPrinted_IsNotAskedFor(string format, bool omitted)
    {
        Write(3);

        await CheckAsync(_terminal, _folder.Path, "--format", format);

#pragma warning disable CS0612 // What clients of version 0.2.0 say.
        _server.Validator.Chunks.ShouldAllBe(chunk => chunk.OmitReport == omitted);
#pragma warning restore CS0612
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("html")]
    public async Task Run_Interrupted_PrintsWhatIsThere(string format)
    {
        Write(100);
        using var stop = new CancellationTokenSource();
        _server.Validator.Answer = async (request, cancellationToken) =>
        {
            if (string.Equals(request.FileName, "050.txt", StringComparison.Ordinal))
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return Reply(request);
        };

        (await _terminal.RunAsync([.. Arguments(_folder.Path, "--format", format)], stop.Token)).ShouldBe(130);

        _terminal.Error.ShouldContain("已中断：检查了 ");
        if (string.Equals(format, "text", StringComparison.Ordinal))
        {
            _terminal.Output.ShouldContain("没有检查（已中断）");
            _terminal.Output.TrimEnd().ShouldEndWith(" 100");
        }
        else if (string.Equals(format, "html", StringComparison.Ordinal))
        {
            var page = ParsedPage.Parse(_terminal.Output);
            page.Words("nav .interrupted").ShouldStartWith("已中断，还有 ");
            page.QuerySelectorAll("article").Length.ShouldBe(page.QuerySelectorAll("nav tbody tr").Length);
        }
        else
        {
            JsonNode.Parse(_terminal.Output).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Server_LostForGood_IsOneReasonForTheRest()
    {
        Write(60);
        _server.Validator.Answer = (_, _) => throw new RpcException(new Status(StatusCode.Unavailable, string.Empty));
        _server.Validator.Stream = async (requests, replies, cancellationToken) =>
        {
            for (var i = 0; i < 20; i++)
            {
                await requests.MoveNext(cancellationToken);
                await replies.WriteAsync(Reply(requests.Current), cancellationToken);
            }

            throw new RpcException(new Status(StatusCode.Unavailable, string.Empty));
        };

        (await CheckAsync(_terminal, _folder.Path)).ShouldBe(2);

        _terminal.Output.ShouldContain("40 份未能检查（第一份是 ");
        _terminal.Output.ShouldContain("没有应答");
        _terminal.Output.ShouldContain("通过                 20");
    }

    [Fact]
    public async Task Progress_WhenSomebodyLooks_IsTakenAwayAtTheEnd()
    {
        Write(30);
        using var terminal = new TestTerminal { Progress = true };

        (await CheckAsync(terminal, _folder.Path)).ShouldBe(0);

        terminal.Error.ShouldContain("完成 ");
        terminal.Error.ShouldContain("剩余 ");
        terminal.Error.ShouldEndWith("\r");
        terminal.Output.ShouldNotContain("\r");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private static ValidateReply Reply(ValidateRequest request)
    {
        var reply = request.Content.ToStringUtf8() switch
        {
            "通" => Outcomes.Reply(Verdict.Accept),
            "拒" => Outcomes.Reply(Verdict.Reject, Outcomes.Balance()),
            _ => Outcomes.NotAReport(),
        };
        (reply.Id, reply.FileName) = (request.Id, request.FileName);
        return reply;
    }

    private Task<int> CheckAsync(TestTerminal terminal, params string[] args) => terminal.RunAsync(Arguments(args));

    private string[] Arguments(params string[] args) => ["check", "--server", _server.Address.ToString(), .. args];

    private void Write(int drafts)
    {
        for (var i = 0; i < drafts; i++)
        {
            _folder.Write(i.ToString("000", CultureInfo.InvariantCulture) + ".txt", "通");
        }
    }
}
