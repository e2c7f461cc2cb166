using System.Text.Json.Nodes;
using Grpc.Core;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Rules;

/// <summary>The commands that look at rules and change nothing.</summary>
public sealed class RuleCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestTerminal _terminal = new();
    private FakeServer _server = null!;

    private FakeRuleAdmin Rules => _server.Rules;

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _folder.Write("本市/总数.yaml", RuleFixtures.LocalRule);
        _folder.Write("b.yml", "rules: []\n");
    }

    [Theory]
    [InlineData("show", "rules-show.txt")]
    [InlineData("show t3-balance", "rules-show-one.txt")]
    [InlineData("show city-other", "rules-show-local.txt")]
    [InlineData("explain t3-balance", "rules-explain.txt")]
    [InlineData("history", "rules-history.txt")]
    [InlineData("status", "rules-status.txt")]
    [InlineData("lint DIR", "rules-lint-clean.txt")]
    [InlineData("test DIR", "rules-test-clean.txt")]
    [InlineData("diff DIR", "rules-diff.txt")]
    public async Task Command_InText_IsAsTheFixture(string line, string fixture)
    {
        (await RunAsync(line)).ShouldBe(0);

        Golden.ShouldMatch(Output(), fixture);
        _terminal.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("show", "national_version", "2026.1")]
    [InlineData("explain t3-balance", "wrong_message", "“自然人”一列：收 29，办 34，两者应相等。")]
    [InlineData("status", "version", "2026.1+3")]
    public async Task Command_InJson_HasTheNamesOfTheContract(string line, string name, string value)
    {
        (await RunAsync($"{line} --format json")).ShouldBe(0);

        JsonNode.Parse(_terminal.Output)![name]!.GetValue<string>().ShouldBe(value);
    }

    [Theory]
    [InlineData("lint DIR", "problems")]
    [InlineData("test DIR", "failures")]
    [InlineData("diff DIR", "changes")]
    [InlineData("history", "entries")]
    public async Task Command_InJson_HasItsLists(string line, string name)
    {
        (await RunAsync($"{line} --format json")).ShouldBe(0);

        JsonNode.Parse(_terminal.Output)![name].ShouldBeOfType<JsonArray>();
    }

    [Fact]
    public async Task History_Filtered_AsksForDaysOfTheUsersZone()
    {
        (await RunAsync("history --by 张三 --kind refused --since 2026-01-01 --until 2026-01-31")).ShouldBe(0);

        var request = Rules.Last<HistoryRequest>();
        (request.Person, request.Action).ShouldBe(("张三", Publication.Types.Action.Refused));
        request.Since.ToDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)));
        request.Until.ToDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.FromHours(8)));
    }

    [Theory]
    [InlineData("history --kind published-by", "没有“published-by”这一种")]
    [InlineData("history --since 1.1.2026", "“1.1.2026”不是日期")]
    public async Task History_FilteredWrongly_SaysWhatIsPossible(string line, string problem)
    {
        (await RunAsync(line)).ShouldBe(3);

        _terminal.Error.ShouldContain(problem);
    }

    [Fact]
    public async Task Explain_ChangedParameter_ShowsBothValues()
    {
        Rules.Explained.Parameters.Add(new RuleParameter { Name = "percent", Own = "30", InForce = "40" });
        Rules.Explained.OverriddenAt = "local.yaml:3";

        (await RunAsync("explain t3-balance")).ShouldBe(0);

        Output().ShouldContain("参数：with.percent = 40（全国规则是 30）");
        Output().ShouldContain("修改处：local.yaml:3");
    }

    [Fact]
    public async Task Diff_OfTwoVersions_AsksForBoth()
    {
        (await RunAsync("diff --from 2026.1+1 --to 2026.1+2")).ShouldBe(0);

        (Rules.Last<DiffRequest>().FromVersion, Rules.Last<DiffRequest>().ToVersion).ShouldBe(("2026.1+1", "2026.1+2"));
    }

    [Fact]
    public async Task Files_OfAFolder_AreSentSortedWithTheirPaths()
    {
        await RunAsync("lint DIR");

        var files = Rules.Last<LintRequest>().Candidate.Files;
        files.Select(file => file.Path).ShouldBe(["b.yml", "本市/总数.yaml"]);
        files[1].Text.ShouldBe(RuleFixtures.LocalRule);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Problems_Linted_AreRefused(string format)
    {
        Rules.Linted = new LintReply { Rules = 117, Problems = { Problems() } };

        (await RunAsync($"lint DIR --format {format}")).ShouldBe(1);

        if (string.Equals(format, "json", StringComparison.Ordinal))
        {
            JsonNode.Parse(_terminal.Output)!["problems"]!.AsArray().Count.ShouldBe(4);
        }
        else
        {
            Golden.ShouldMatch(Output(), "rules-lint.txt");
        }
    }

    [Fact]
    public async Task Warnings_Linted_AreNotRefused()
    {
        Rules.Linted = new LintReply { Problems = { RuleFixtures.Problem("b.yml", 1, 1, "没有理由。", Level.Warning) } };

        (await RunAsync("lint DIR")).ShouldBe(0);

        _terminal.Output.ShouldContain("警告 1 处，没有错误。");
    }

    [Fact]
    public async Task Tests_ThatFailed_AreListed()
    {
        Rules.Tested = new TestReply
        {
            Passed = 228, Failures = { RuleFixtures.Failure("本市/总数.yaml", 4), RuleFixtures.Failure("表三.yaml", 9) },
        };

        (await RunAsync("test DIR --all")).ShouldBe(1);

        Rules.Last<TestRequest>().IncludeNational.ShouldBeTrue();
        Golden.ShouldMatch(Output(), "rules-test.txt");
    }

    [Fact]
    public async Task Problems_Tested_RanNoTest()
    {
        Rules.Tested = new TestReply { Problems = { RuleFixtures.Problem("b.yml", 1, 1, "不认识“rule”。") } };

        (await RunAsync("test DIR")).ShouldBe(1);

        _terminal.Output.ShouldContain("错误 1 处。没有运行测试。");
    }

    [Theory]
    [InlineData("diff --from 2026.1+1 --to 2026.1+2", "2026.1+1", "2026.1+2")]
    [InlineData("diff --to 2026.1+2", "", "2026.1+2")]
    [InlineData("diff DIR --from 2026.1+1", "2026.1+1", "")]
    public async Task Versions_Compared_AreThoseWritten(string line, string from, string to)
    {
        (await RunAsync(line)).ShouldBe(0);

        var request = Rules.Last<DiffRequest>();
        (request.FromVersion, request.ToVersion).ShouldBe((from, to));
        (request.Candidate is not null).ShouldBe(to.Length == 0);
    }

    [Fact]
    public async Task Sets_ThatAreEqual_HaveNoChanges()
    {
        Rules.Compared = new DiffReply();

        (await RunAsync("diff DIR")).ShouldBe(0);

        _terminal.Output.TrimEnd().ShouldBe("规则没有变化。");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("规则库连不上", true)]
    public async Task Status_WithTrouble_TellsTheCaller(string problem, bool isTold)
    {
        Rules.Current = new RuleStatus { Version = "2026.1+3", Problem = problem };
        Rules.Current.Alarms.Add(new RuleAlarm { RuleId = "city-total", Message = "除数是零", Failed = 4, Checks = 90, Principals = 1 });

        (await RunAsync("status")).ShouldBe(1);

        _terminal.Output.ShouldContain(isTold ? problem : "状态：正常");
        _terminal.Output.ShouldContain("city-total：最近 90 次校验中 4 次出错，来自 1 个来源；除数是零");
    }

    [Fact]
    public async Task History_Limited_AsksForSoMany()
    {
        (await RunAsync("history --limit 7 --before 2026.1+3")).ShouldBe(0);

        Rules.Last<HistoryRequest>().ShouldBe(new HistoryRequest { Limit = 7, BeforeVersion = "2026.1+3" });
    }

    [Fact]
    public async Task Rule_InAnUnusualLayout_IsAskedForByItsId()
    {
        Rules.Content.National[0].Text = "rules: [{id: t3-balance}]";
        Rules.Content.Overlay.Files.Clear();

        (await RunAsync("show t3-balance")).ShouldBe(0);

        _terminal.Output.ShouldBe($"# 表三.yaml 第 12 行{Environment.NewLine}- id: t3-balance{Environment.NewLine}");
    }

    [Fact]
    public async Task Rule_Unknown_IsSaid()
    {
        Rules.Explained = new ExplainReply();
        (await RunAsync("show no-such")).ShouldBe(1);

        _terminal.Error.TrimEnd().ShouldBe("2026.1+3 的规则文件里没有“no-such”这条规则。");
    }

    [Fact]
    public async Task Rule_InJson_IsTheOnlyOne()
    {
        (await RunAsync("show t3-balance --version 2026.1+3 --format json")).ShouldBe(0);

        var content = JsonNode.Parse(_terminal.Output)!;
        content["rules"]!["rules"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe("t3-balance");
        content["overlay"]!["files"]!.AsArray().ShouldHaveSingleItem()!["path"]!.GetValue<string>().ShouldBe("调整.yaml");
        Rules.Last<GetRuleSetRequest>().Version.ShouldBe("2026.1+3");
    }

    [Theory]
    [InlineData(StatusCode.NotFound, "没有这个版本", 1, "校验服务没有接受：没有这个版本")]
    [InlineData(StatusCode.InvalidArgument, "编号太长", 1, "校验服务没有接受：编号太长")]
    [InlineData(StatusCode.Unavailable, "规则库连不上", 3, "校验服务暂时不能处理：规则库连不上")]
    [InlineData(StatusCode.Unavailable, "closing", 3, "校验服务没有应答：")]
    [InlineData(StatusCode.ResourceExhausted, "too big", 3, "校验服务没有接受：内容太多，或者服务正忙。")]
    [InlineData(StatusCode.Internal, "oops", 3, "校验服务内部出错，没有完成；请联系管理员查看服务日志。")]
    [InlineData(StatusCode.Unauthenticated, "bad", 1, "服务不认这个密钥，请核对。密钥用 --key-file、validate keys store 或环境变量 VALIDATION_KEY 给出。")]
    public async Task Server_ThatRefuses_IsOneSentence(StatusCode status, string detail, int code, string sentence)
    {
        Rules.Fails = new Status(status, detail);

        (await RunAsync("lint DIR")).ShouldBe(code);

        _terminal.Output.ShouldBeEmpty();
        _terminal.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldStartWith(sentence);
    }

    [Fact]
    public async Task Server_TooOld_IsSaid()
    {
        await using var old = await FakeServer.StartAsync(withRules: false);

        (await _terminal.RunAsync("rules", "status", "--server", old.Address.ToString())).ShouldBe(3);

        _terminal.Error.ShouldContain("版本较旧，还不能管理规则");
    }

    [Fact]
    public async Task Server_NotThere_IsSaidWithAdvice()
    {
        (await _terminal.RunAsync("rules", "status", "--server", FakeServer.NobodysAddress().ToString())).ShouldBe(3);

        _terminal.Error.ShouldContain("没有应答");
        _terminal.Error.ShouldContain("VALIDATION_SERVER");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private static RuleProblem[] Problems() =>
    [
        RuleFixtures.Problem("本市/总数.yaml", 4, 15, "没有“recieved”这个字段，是不是“received”？"),
        RuleFixtures.Problem("b.yml", 2, 0, "缺少 tests。"),
        RuleFixtures.Problem("b.yml", 0, 0, "文件是空的。"),
        RuleFixtures.Problem("b.yml", 3, 1, "没有写 why。", Level.Warning),
    ];

    private Task<int> RunAsync(string line) => _terminal.RunAsync(
        ["rules", .. line.Split(' ').Select(word => word is "DIR" ? _folder.Path : word), "--server", _server.Address.ToString()]);

    private string Output() => _terminal.Output.Replace(_folder.Path, "规则", StringComparison.Ordinal);
}
