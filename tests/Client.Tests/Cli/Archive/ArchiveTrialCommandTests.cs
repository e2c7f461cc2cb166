using System.Text.Json.Nodes;
using Grpc.Core;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Archive;

public sealed class ArchiveTrialCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestTerminal _terminal = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _folder.Write("规则/总数.yaml", RuleFixtures.LocalRule);
        _server.Archive.Tried = [.. Enumerable.Range(0, 100).Select(done => Progress(1_000 * done)), Last()];
    }

    [Fact]
    public async Task Changes_InText_AreByRuleWithExamples()
    {
        (await RunAsync(_terminal, "--year", "2024", "--examples", "5")).ShouldBe(0);

        _terminal.Output.ShouldBe(
            """
            和 2026.1+3 相比，归档的 100000 份年报中 30 份有变化。
            结论由“通过”变为“有错误，须修改”：20 份。
            t3-balance【收办平衡】新出现 30 处，不再出现 2 处
              ＋ 某某县民政局 2024 年（r2222222）：自然人：本年新收 1 加上年结转 0 等于 1，与（七）总计 2 加结转下年度继续办理 0 之和 2 不相等。

            """.ReplaceLineEndings("\n"));
        var request = _server.Archive.Requests.OfType<TryRulesRequest>().Single();
        (request.Candidate.Files.Count, request.Filter.Year, request.Examples).ShouldBe((1, 2024, 5));
    }

    [Fact]
    public async Task Progress_WithoutATerminal_IsALineForEachTenth()
    {
        (await RunAsync(_terminal)).ShouldBe(0);

        var lines = _terminal.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(10);
        lines[0].ShouldBe("已试 10000 份，共 100000 份");
        lines[9].ShouldBe("已试 100000 份，共 100000 份");
    }

    [Fact]
    public async Task Progress_OnATerminal_IsOneLineThatGoesAway()
    {
        using var terminal = new TestTerminal { Progress = true };

        (await RunAsync(terminal)).ShouldBe(0);

        terminal.Error.ShouldContain("[--------------------]   0% 完成 0，剩余 100000");
        terminal.Error.ShouldNotContain("\n");
        terminal.Error.ShouldEndWith("\r");
    }

    [Fact]
    public async Task Rules_ThatFail_EndWithOne()
    {
        var last = Last();
        last.Summary.Failures.Add(new RuleFailureCount
        {
            Failure = new RuleFailure { RuleId = "city-total", Message = "除数是 0" }, Reports = 7,
        });
        _server.Archive.Tried = [last];

        (await RunAsync(_terminal)).ShouldBe(1);

        _terminal.Output.ShouldContain("规则 city-total 运行出错：7 份。原因：除数是 0");
    }

    [Fact]
    public async Task Candidate_WithProblems_TriesNothing()
    {
        _server.Archive.Tried =
            [new TryRulesReply { Problems = { RuleFixtures.Problem("总数.yaml", 2, 5, "不认识“idd”。") } }];

        (await RunAsync(_terminal)).ShouldBe(1);

        _terminal.Output.ShouldContain("总数.yaml:2:5: 错误: 不认识“idd”。");
    }

    [Fact]
    public async Task Summary_InJson_IsTheLastReply()
    {
        (await RunAsync(_terminal, "--format", "json")).ShouldBe(0);

        JsonNode.Parse(_terminal.Output)!["summary"]!["changed_reports"]!.GetValue<string>().ShouldBe("30");
    }

    [Fact]
    public async Task Trial_BrokenOff_IsSaid()
    {
        _server.Archive.Tried = [Progress(10)];
        (await RunAsync(_terminal)).ShouldBe(3);
        _terminal.Error.ShouldContain("没有给出试规则的结果");

        _server.Archive.End = new Status(StatusCode.Unavailable, "服务正在停止。");
        (await RunAsync(_terminal)).ShouldBe(3);
        _terminal.Error.ShouldContain("服务正在停止");
        _terminal.Output.ShouldBeEmpty();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private static TryRulesReply Progress(long done) => new() { Done = done, Total = 100_000 };

    private static TryRulesReply Last() => new()
    {
        Done = 100_000,
        Total = 100_000,
        Summary = new TryRulesSummary
        {
            RuleSetVersion = "2026.1+3",
            Reports = 100_000,
            ChangedReports = 30,
            Verdicts = { new VerdictShift { Before = Verdict.Accept, After = Verdict.Reject, Reports = 20 } },
            Rules =
            {
                new RuleShift
                {
                    RuleId = "t3-balance",
                    Title = "收办平衡",
                    Appeared = 30,
                    Vanished = 2,
                    Examples =
                    {
                        new TriedFinding
                        {
                            Id = "r2222222",
                            Organization = "某某县民政局",
                            Year = 2024,
                            Change = new FindingChange { After = Outcomes.Balance() },
                        },
                    },
                },
            },
        },
    };

    private Task<int> RunAsync(TestTerminal terminal, params string[] arguments) => terminal.RunAsync(
        ["archive", "try", _folder.File("规则"), .. arguments, "--server", _server.Address.ToString()]);
}
