using System.Text.Json.Nodes;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Archive;

public sealed class ArchiveCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TestTerminal _terminal = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeServer.StartAsync();

    [Fact]
    public async Task Report_Shown_HasAllThatIsKnown()
    {
        _server.Archive.OnFile!.SupersededBy = "r3333333";
        _server.Archive.OnFile.SupersededAuthor = "王五";
        _server.Archive.OnFile.SupersededAt = _server.Archive.OnFile.FiledAt;

        (await RunAsync("show", "某某县民政局", "2024")).ShouldBe(0);

        _terminal.Output.ShouldStartWith("r2222222  某某县民政局 2024 年  有错误，须修改（错误 2 处，提示 1 处）\n");
        _terminal.Output.ShouldContain("2026-03-01 09:02:03 由 张三 归档：定稿");
        _terminal.Output.ShouldContain("被 r3333333 取代（王五 归档）");
        _terminal.Output.ShouldContain("原件：年报.docx，docx，12345 字节，SHA-256 aaaa");
        _server.Archive.Requests.OfType<GetFiledReportRequest>().Single().ShouldBe(
            new GetFiledReportRequest { Organization = "某某县民政局", Year = 2024, IncludeFindings = true });
    }

    [Theory]
    [InlineData("r2222222", 1)]
    [InlineData("某某县民政局", 3)]
    public async Task Report_NotOnFile_IsSaid(string name, int code)
    {
        _server.Archive.OnFile = null;

        (await RunAsync("show", name)).ShouldBe(code);

        _terminal.Error.ShouldNotBeEmpty();
        _server.Archive.Requests.Count.ShouldBe(code == 1 ? 1 : 0);
    }

    [Fact]
    public async Task List_Longer_SaysHowToReadOn()
    {
        (await RunAsync("list", "--limit", "1", "--page", "r99")).ShouldBe(0);

        _terminal.Output.ShouldContain("r2222222  某某县民政局 2024 年");
        _terminal.Output.ShouldContain("--page r17");
        var request = _server.Archive.Requests.OfType<ListFiledReportsRequest>().Single();
        (request.Limit, request.PageToken).ShouldBe((1, "r99"));
    }

    [Theory]
    [InlineData("y\n", true, 0, "已删除 r2222222")]
    [InlineData("\n", true, 1, "没有删除")]
    [InlineData("", false, 3, "--yes")]
    public async Task Removal_OnATerminal_AsksFirst(string answer, bool interactive, int code, string said)
    {
        using var terminal = new TestTerminal { Input = answer, Interactive = interactive };

        (await terminal.RunAsync(Arguments("remove", "r2222222", "--reason", "归错了机关", "--author", "李四"))).ShouldBe(code);

        (terminal.Output + terminal.Error).ShouldContain(said);
        var removals = _server.Archive.Requests.OfType<RemoveFiledReportRequest>().ToList();
        removals.Count.ShouldBe(code == 0 ? 1 : 0);
        terminal.Error.Contains("要删除 r2222222（某某县民政局 2024 年，张三 归档）", StringComparison.Ordinal).ShouldBe(interactive);
    }

    [Fact]
    public async Task Removal_WithYes_AsksNothing()
    {
        (await RunAsync("remove", "r2222222", "--reason", "归错了机关", "--author", "李四", "--yes")).ShouldBe(0);

        _server.Archive.Requests.ShouldHaveSingleItem().ShouldBe(
            new RemoveFiledReportRequest { Id = "r2222222", Author = "李四", Reason = "归错了机关" });
    }

    [Fact]
    public async Task Overview_InText_NamesWhoIsMissing()
    {
        _server.Archive.Overall = Overview();

        (await RunAsync("overview", "--year", "2024")).ShouldBe(0);

        _terminal.Output.ShouldBe(
            """
            2024 年度：机关名单中 2 个机关，没有归档 1 个；已归档 2 个机关。
            结论：通过 1 份，有错误，须修改 1 份
            没有归档的机关：
              某某县财政局
            已归档、不在机关名单中的：
              某某馆
            发现问题最多的规则：
              t3-balance【收办平衡】1 份，2 处

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Overview_InCsv_HasALineForEachBody()
    {
        _server.Archive.Overall = Overview();

        (await RunAsync("overview", "--year", "2024", "--format", "csv")).ShouldBe(0);

        _terminal.Output.TrimStart('\uFEFF').Split("\r\n").ShouldBe(
        [
            "机关,在名单中,已归档,编号,结论,错误,警告,提示,归档时间",
            "某某县民政局,是,是,r2222222,有错误，须修改,2,0,1,2026-03-01 09:02:03",
            "某某县财政局,是,否,,,,,,",
            "\"'=某某馆\",否,是,r3333333,通过,0,0,0,2026-03-01 09:02:03",
            "",
        ]);
        _server.Archive.Requests.OfType<OverviewRequest>().Single().IncludeBodies.ShouldBeTrue();
    }

    [Fact]
    public async Task Overview_InJson_IsTheReply()
    {
        _server.Archive.Overall = Overview();

        (await RunAsync("overview", "--year", "2024", "--format", "json")).ShouldBe(0);

        JsonNode.Parse(_terminal.Output)!["standings"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Status_OfTheServers_TellsOfTheArchive()
    {
        _server.Archive.State = new ArchiveStatus { Reports = 120, Current = 100, EngineVersion = "0.4.0", Read = 90, Waiting = 30 };

        (await _terminal.RunAsync("admin", "status", "--server", _server.Address.ToString())).ShouldBe(0);

        _terminal.Output.ShouldContain("归档的年报：120 份，其中现行的 100 份。");
        _terminal.Output.ShouldContain("引擎 0.4.0 已重新读 90 份，等待 30 份。");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _terminal.Dispose();

    private static OverviewReply Overview()
    {
        var filed = FakeArchive.Report("r2222222", "某某县民政局", 2024);
        return new OverviewReply
        {
            Year = 2024,
            Bodies = 2,
            Filed = 2,
            Missing = 1,
            Unlisted = 1,
            MissingBodies = { "某某县财政局" },
            UnlistedBodies = { "某某馆" },
            Verdicts =
            {
                new VerdictCount { Verdict = Verdict.Accept, Reports = 1 }, new VerdictCount { Verdict = Verdict.Reject, Reports = 1 },
            },
            Rules =
            {
                new RuleFrequency { RuleId = "t3-balance", Title = "收办平衡", Severity = Level.Error, Reports = 1, Findings = 2 },
            },
            Standings =
            {
                new BodyStanding
                {
                    Organization = "某某县民政局", Listed = true, Id = "r2222222", Verdict = Verdict.Reject, Errors = 2, Infos = 1,
                    FiledAt = filed.FiledAt,
                },
                new BodyStanding { Organization = "某某县财政局", Listed = true },
                new BodyStanding { Organization = "=某某馆", Id = "r3333333", Verdict = Verdict.Accept, FiledAt = filed.FiledAt },
            },
        };
    }

    private Task<int> RunAsync(params string[] arguments) => _terminal.RunAsync(Arguments(arguments));

    private string[] Arguments(params string[] arguments) => ["archive", .. arguments, "--server", _server.Address.ToString()];
}
