using System.Text.Json.Nodes;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Commands;

public sealed class CheckCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestTerminal _terminal = new() { Input = "拒" };
    private FakeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _server.Validator.Answer = (request, _) => Task.FromResult(Reply(request));
    }

    [Theory]
    [InlineData("通", 0)]
    [InlineData("拒", 1)]
    [InlineData("不", 2)]
    [InlineData("通 通", 0)]
    [InlineData("通 不 拒", 1)]
    [InlineData("通 不", 2)]
    [InlineData("通 缺", 2)]
    [InlineData("缺", 3)]
    [InlineData("缺 缺", 3)]
    public async Task Drafts_Checked_GiveTheExitCode(string drafts, int code) => (await CheckAsync(Files(drafts))).ShouldBe(code);

    [Fact]
    public async Task Drafts_InText_ComeInTheOrderGiven()
    {
        await CheckAsync(Files("拒 通 缺 不"));

        var names = _terminal.Output.Split('\n').Where(line => line.StartsWith(_folder.Path, StringComparison.Ordinal));
        names.Select(line => line[(_folder.Path.Length + 1)..][0]).ShouldBe(['0', '1', '2', '3']);
        _terminal.Output.ShouldContain("共 4 份：通过 1 份，须修改 1 份，未能判定 1 份，未能检查 1 份。");
        _terminal.Output.ShouldNotContain("\e");
        _terminal.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Drafts_InJson_AreTheOnlyOutput()
    {
        await CheckAsync([.. Files("拒 缺 通"), "--format", "json"]);

        var entries = JsonNode.Parse(_terminal.Output)!.AsArray();
        entries.Select(entry => entry!["verdict"]!.GetValue<string>())
            .ShouldBe(["VERDICT_REJECT", "VERDICT_NOT_DECIDED", "VERDICT_ACCEPT"]);
        _terminal.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Drafts_InSarif_AreTheOnlyOutput()
    {
        await CheckAsync([.. Files("拒"), "--format", "sarif"]);

        JsonNode.Parse(_terminal.Output)!["runs"]![0]!["results"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Drafts_InHtml_AreOnePageAndTheOnlyOutput()
    {
        await CheckAsync([.. Files("拒 缺 通"), "--format", "html"]);

        var page = ParsedPage.Parse(_terminal.Output);
        page.QuerySelectorAll("nav tbody td:nth-child(3)").Select(verdict => verdict.Words()).ShouldBe(["有错误，须修改", "未能检查", "通过"]);
        page.Words(".time").ShouldBe("校验时间：2026年11月21日 07:30:00");
        _terminal.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "t3-balance sec-heading-text period-missing")]
    [InlineData("--sort severity", "t3-balance sec-heading-text period-missing")]
    [InlineData("--sort document", "sec-heading-text t3-balance period-missing")]
    public async Task Findings_Sorted_ComeAsAsked(string sort, string order)
    {
        foreach (var format in new[] { "json", "sarif", "text", "html" })
        {
            using var terminal = new TestTerminal();
            string[] options = ["--format", format, .. sort.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
            await terminal.RunAsync(["check", "--server", _server.Address.ToString(), .. Files("乱"), .. options]);

            var places = order.Split(' ').Select(rule => terminal.Output.IndexOf(rule, StringComparison.Ordinal)).ToList();
            places.ShouldAllBe(place => place >= 0, format);
            places.ShouldBeInOrder(SortDirection.Ascending, format);
        }
    }

    [Fact]
    public async Task Input_InsteadOfAFile_IsChecked()
    {
        (await CheckAsync(["-"])).ShouldBe(1);

        _terminal.Output.ShouldStartWith("标准输入：有错误，须修改");
        _server.Validator.Unary.ShouldHaveSingleItem().FileName.ShouldBe("标准输入");
    }

    [Fact]
    public async Task File_WrittenTwice_IsCheckedTwice()
    {
        var file = Files("通")[0];

        (await CheckAsync([file, file])).ShouldBe(0);

        _terminal.Output.ShouldContain("共 2 份：通过 2 份");
    }

    [Theory]
    [InlineData("通")]
    [InlineData("通 通 缺")]
    public async Task Server_ThatIsNotThere_IsOneSentence(string drafts)
    {
        var address = FakeServer.NobodysAddress().ToString();

        (await _terminal.RunAsync(["check", .. Files(drafts), "--server", address])).ShouldBe(3);

        _terminal.Output.ShouldBeEmpty();
        _terminal.Error.TrimEnd().ShouldBe(
            $"校验服务没有应答：{address}。请核对服务地址：用 --server、设置文件或环境变量 VALIDATION_SERVER 写明；地址没有错的，请管理员看服务是否已启动。");
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsStillCompleteJson()
    {
        var nobody = FakeServer.NobodysAddress().ToString();

        (await _terminal.RunAsync(["check", .. Files("通 通"), "--format", "json", "--server", nobody])).ShouldBe(3);

        JsonNode.Parse(_terminal.Output)!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Server_ThatIsNotThere_HasItsPage()
    {
        var nobody = FakeServer.NobodysAddress().ToString();

        (await _terminal.RunAsync(["check", .. Files("通"), "--format", "html", "--server", nobody])).ShouldBe(3);

        var page = ParsedPage.Parse(_terminal.Output);
        page.Words(".verdict .words").ShouldEndWith("未能检查");
        page.Words(".reason").ShouldBe($"校验服务没有应答：{nobody}。");
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
            "乱" => Outcomes.Reply(Verdict.Reject, At(Outcomes.Balance(), 50), At(Outcomes.Heading(), 4), Outcomes.MissingPeriod()),
            _ => Outcomes.NotAReport(),
        };
        reply.Id = request.Id;
        return reply;
    }

    private static Finding At(Finding finding, int ordinal)
    {
        finding.Location.Ordinal = ordinal;
        return finding;
    }

    private Task<int> CheckAsync(string[] args) => _terminal.RunAsync(["check", "--server", _server.Address.ToString(), .. args]);

    private string[] Files(string drafts) =>
        [.. drafts.Split(' ').Select((text, i) => text is "缺" ? _folder.File($"{i}.txt") : _folder.Write($"{i}.txt", text))];
}
