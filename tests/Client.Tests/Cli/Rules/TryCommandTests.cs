using System.Globalization;
using System.Text.Json.Nodes;
using Grpc.Core;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Rules;

public sealed class TryCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestTerminal _terminal = new();
    private FakeServer _server = null!;

    private FakeRuleAdmin Rules => _server.Rules;

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _server.Rules.Tried = Reply;
        _folder.Write("规则/总数.yaml", RuleFixtures.LocalRule);
        _folder.Write("年报/1同.txt", "同");
        _folder.Write("年报/2变.txt", "变");
        _folder.Write("年报/3好.txt", "好");
    }

    [Fact]
    public async Task Changes_InText_AreAsTheFixture()
    {
        (await RunAsync("年报")).ShouldBe(0);

        Golden.ShouldMatch(Output(), "rules-try.txt");
        _terminal.Error.ShouldBeEmpty();
        Rules.Requests.OfType<TryRequest>().First().Candidate.Files.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Changes_InJson_AreOneReplyEach()
    {
        (await RunAsync("年报", "没有.txt", "--format", "json")).ShouldBe(2);

        var entries = JsonNode.Parse(_terminal.Output)!.AsArray();
        entries.Select(entry => entry!["file_name"]!.GetValue<string>()).ShouldBe(["1同.txt", "2变.txt", "3好.txt", "没有.txt"]);
        entries[1]!["verdict_after"]!.GetValue<string>().ShouldBe("VERDICT_REJECT");
        entries[3]!["reason_text"]!.GetValue<string>().ShouldStartWith("找不到");
    }

    [Fact]
    public async Task Rules_ThatFail_AreNamedWithTheCauseAndEndWithOne()
    {
        Rules.Tried = draft =>
        {
            var reply = Reply(draft);
            reply.RuleFailures.Add(new RuleFailure { RuleId = "city-total", Message = "除数是 0" });
            return reply;
        };

        (await RunAsync("年报")).ShouldBe(1);

        _terminal.Output.ShouldContain("规则 city-total 运行出错：3 份，例如 1同.txt。原因：除数是 0");
        _terminal.Output.ShouldContain("服务不接受这样的规则，除非写明 --force 和理由。");
    }

    [Theory]
    [InlineData("年报 没有.txt", 2)]
    [InlineData("年报", 0)]
    [InlineData("没有草稿", 3)]
    public async Task Drafts_ThatCannotBeRead_CountApart(string drafts, int code)
    {
        Directory.CreateDirectory(_folder.File("没有草稿"));

        (await RunAsync(drafts.Split(' '))).ShouldBe(code);

        (_terminal.Output.Contains("1 份未能检查", StringComparison.Ordinal)).ShouldBe(code == 2);
    }

    [Fact]
    public async Task Drafts_Many_ComeInOrderAndSmallNumbersAtOnce()
    {
        for (var i = 0; i < 300; i++)
        {
            _folder.Write(string.Create(CultureInfo.InvariantCulture, $"多/{i:000}.txt"), "变");
        }

        using var terminal = new TestTerminal { Progress = true };
        (await RunAsync(terminal, "多")).ShouldBe(0);

        var names = terminal.Output.Split('\n').Where(line => line.StartsWith(_folder.File("多"), StringComparison.Ordinal));
        names.Select(line => int.Parse(line.AsSpan(_folder.File("多/").Length, 3), CultureInfo.InvariantCulture))
            .ShouldBe(Enumerable.Range(0, 300));
        terminal.Output.ShouldContain("共 300 份：0 份结果不变，300 份有变化。");
        terminal.Error.ShouldContain("有变化 ");
        terminal.Error.ShouldEndWith("\r");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Candidate_WithProblems_TriesNothing(string format)
    {
        Rules.Problems = [RuleFixtures.Problem("总数.yaml", 2, 5, "不认识“idd”。")];

        (await RunAsync("年报", "--format", format)).ShouldBe(1);

        var json = string.Equals(format, "json", StringComparison.Ordinal);
        if (json)
        {
            JsonNode.Parse(_terminal.Output)!.AsArray().ShouldHaveSingleItem()!["problems"]!.AsArray().Count.ShouldBe(1);
        }
        else
        {
            Output().TrimEnd().ShouldBe("规则/总数.yaml:2:5: 错误: 不认识“idd”。〔city-total〕");
        }
    }

    [Fact]
    public async Task Server_LostOnTheWay_KeepsWhatIsThere()
    {
        Rules.Tried = draft => draft.Content.ToStringUtf8() is "好"
            ? throw new RpcException(new Status(StatusCode.Unavailable, string.Empty))
            : Reply(draft);

        (await RunAsync("年报")).ShouldBe(3);

        _terminal.Error.ShouldContain("没有应答");
        _terminal.Output.ShouldContain("份没有检查");
    }

    [Fact]
    public async Task Trial_Interrupted_PrintsWhatIsThere()
    {
        using var stop = new CancellationTokenSource();
        Rules.Tried = draft =>
        {
            if (draft.Content.ToStringUtf8() is "好")
            {
                stop.Cancel();
            }

            return Reply(draft);
        };

        (await _terminal.RunAsync(Arguments("年报"), stop.Token)).ShouldBe(130);

        _terminal.Error.ShouldContain("已中断：检查了 ");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private static TryReply Reply(ValidateRequest draft) => draft.Content.ToStringUtf8() switch
    {
        "变" => new TryReply
        {
            VerdictBefore = Verdict.Accept,
            VerdictAfter = Verdict.Reject,
            Unchanged = 3,
            Changes =
            {
                new FindingChange { After = Outcomes.Balance() },
                new FindingChange { Before = Outcomes.MissingPeriod() },
                new FindingChange { Before = Outcomes.Heading(), After = Heavier() },
            },
        },
        "好" => new TryReply
        {
            VerdictBefore = Verdict.Reject,
            VerdictAfter = Verdict.NotDecided,
            ReasonText = "规则 city-total 没能执行。",
            Changes = { new FindingChange { Before = Outcomes.Balance() } },
        },
        _ => RuleFixtures.Unchanged(draft),
    };

    private static Finding Heavier() => new(Outcomes.Heading()) { Severity = Level.Warning, Message = "第一部分的标题应为“总体情况”。" };

    private Task<int> RunAsync(params string[] drafts) => RunAsync(_terminal, drafts);

    private Task<int> RunAsync(TestTerminal terminal, params string[] drafts) => terminal.RunAsync(Arguments(drafts));

    private string[] Arguments(params string[] drafts)
    {
        var paths = drafts.Select(word => word.StartsWith('-') || word is "json" or "text" ? word : _folder.File(word));
        return ["rules", "try", _folder.File("规则"), .. paths, "--server", _server.Address.ToString()];
    }

    private string Output() => _terminal.Output.Replace(_folder.Path + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);
}
