using System.Text.Json.Nodes;
using Grpc.Core;
using Validation.Client.Connection;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Rules;

/// <summary>`validate rules publish` and `rollback`.</summary>
[Collection(EnvironmentTests.Name)]
public sealed class ChangeCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestTerminal _script = new();
    private FakeServer _server = null!;

    private FakeRuleAdmin Rules => _server.Rules;

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _folder.Write("总数.yaml", RuleFixtures.LocalRule);
    }

    [Fact]
    public async Task Publication_Confirmed_ShowsTheChangesFirst()
    {
        using var terminal = new TestTerminal { Interactive = true, Input = "y\n" };

        (await RunAsync(terminal, "publish DIR --author 张三 --reason 试试")).ShouldBe(0);

        Golden.ShouldMatch(terminal.Output, "rules-publish.txt");
        terminal.Error.ShouldContain("现行版本是 2026.1+3。");
        Rules.Last<DiffRequest>().FromVersion.ShouldBe("2026.1+3");
        var request = Rules.Last<PublishRequest>();
        (request.ExpectedVersion, request.Author, request.Reason).ShouldBe(("2026.1+3", "张三", "试试"));
        request.Candidate.Files.ShouldHaveSingleItem().Path.ShouldBe("总数.yaml");
    }

    [Theory]
    [InlineData("n\n")]
    [InlineData("\n")]
    [InlineData("")]
    public async Task Publication_Declined_ChangesNothing(string answer)
    {
        using var terminal = new TestTerminal { Interactive = true, Input = answer };

        (await RunAsync(terminal, "publish DIR --author 张三 --reason 试试")).ShouldBe(1);

        Rules.Requests.OfType<PublishRequest>().ShouldBeEmpty();
        terminal.Error.ShouldContain("没有改动");
    }

    [Theory]
    [InlineData("publish DIR --author 张三 --reason 试试", 3, 0)]
    [InlineData("publish DIR --author 张三 --reason 试试 --yes", 0, 1)]
    [InlineData("publish DIR --author 张三 --reason 试试 --expect 2026.1+3", 0, 0)]
    [InlineData("rollback 2026.1+2 --author 张三 --reason 误报", 3, 0)]
    [InlineData("rollback 2026.1+2 --author 张三 --reason 误报 -y", 0, 1)]
    public async Task Script_WithoutAsking_MustSaySo(string line, int code, int compared)
    {
        (await RunAsync(_script, line)).ShouldBe(code);

        Rules.Requests.OfType<DiffRequest>().Count().ShouldBe(compared);
        Rules.Requests.Count(request => request is PublishRequest or RollbackRequest).ShouldBe(code == 0 ? 1 : 0);
        (code == 0 ? _script.Output : _script.Error).ShouldContain(code == 0 ? "已生效：2026.1+4（原为 2026.1+3）。" : "--expect");
    }

    [Fact]
    public async Task Version_ThatWasExpected_IsSentAsWritten()
    {
        await RunAsync(_script, "publish DIR --author 张三 --reason 试试 --expect 2026.1+1");

        Rules.Last<PublishRequest>().ExpectedVersion.ShouldBe("2026.1+1");
    }

    [Fact]
    public async Task Rollback_Sent_NamesBothVersions()
    {
        Rules.Published.Publication.RestoredVersion = "2026.1+2";

        (await RunAsync(_script, "rollback 2026.1+2 --author 张三 --reason 误报 --yes")).ShouldBe(0);

        var request = Rules.Last<RollbackRequest>();
        (request.Version, request.ExpectedVersion, request.Reason).ShouldBe(("2026.1+2", "2026.1+3", "误报"));
        Rules.Last<DiffRequest>().ToVersion.ShouldBe("2026.1+2");
        _script.Output.ShouldContain("（原为 2026.1+3，内容同 2026.1+2）");
    }

    [Fact]
    public async Task Conflict_WithAnother_SaysHowToGoOn()
    {
        Rules.RefusesChanges = new Status(StatusCode.FailedPrecondition, "现行版本是 2026.1+4，不是 2026.1+3。");
        Rules.Current.Version = "2026.1+4";

        (await RunAsync(_script, "publish DIR --author 张三 --reason 试试 --expect 2026.1+3")).ShouldBe(1);

        _script.Output.ShouldBeEmpty();
        _script.Error.ShouldContain("现行版本是 2026.1+4，不是 2026.1+3。");
        _script.Error.ShouldContain("validate rules diff");
    }

    [Fact]
    public async Task Candidate_ThatFailedOnTrial_IsSentWithForceOnly()
    {
        Rules.RefusesChanges = new Status(StatusCode.FailedPrecondition, "规则 a 运行出错：请写明 --force。");

        (await RunAsync(_script, "publish DIR --author 张三 --reason 试试 --expect 2026.1+3")).ShouldBe(1);
        Rules.Last<PublishRequest>().Force.ShouldBeFalse();
        await RunAsync(_script, "publish DIR --author 张三 --reason 试试 --expect 2026.1+3 --force");

        Rules.Last<PublishRequest>().Force.ShouldBeTrue();
        _script.Error.ShouldNotContain("validate rules diff");
    }

    [Fact]
    public async Task Candidate_LikeTheRulesInForce_PublishesNothingAndSaysSo()
    {
        Rules.Published = new PublishReply { Unchanged = true };

        (await RunAsync(_script, "publish DIR --author 张三 --reason 试试 --expect 2026.1+3")).ShouldBe(0);

        _script.Output.ShouldBeEmpty();
        _script.Error.TrimEnd().ShouldBe("内容与现行规则相同，没有发布，版本不变。");
    }

    [Fact]
    public async Task Publication_InJson_IsOneReply()
    {
        (await RunAsync(_script, "publish DIR --author 张三 --reason 试试 --yes --format json")).ShouldBe(0);

        JsonNode.Parse(_script.Output)!["publication"]!["version"]!.GetValue<string>().ShouldBe("2026.1+4");
    }

    [Fact]
    public async Task Candidate_Refused_SaysWhereAndWhy()
    {
        Rules.Published = new PublishReply
        {
            Problems = { RuleFixtures.Problem("总数.yaml", 2, 5, "不认识“idd”。") }, Failures = { RuleFixtures.Failure("总数.yaml", 3) },
        };

        (await RunAsync(_script, "publish DIR --author 张三 --reason 试试 --expect 2026.1+3")).ShouldBe(1);

        var lines = _script.Output.Replace(_folder.Path, "规则", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldBe([
            "规则/总数.yaml:2:5: 错误: 不认识“idd”。〔city-total〕",
            "规则/总数.yaml:3: 错误: 测试“总数不符”没有通过：应指出 1 处，没有指出。〔city-total〕",
        ]);
        _script.Error.TrimEnd().ShouldBe("没有改动，现行规则不变。");
    }

    [Fact]
    public async Task Candidate_ThatDoesNotCompile_IsNotSent()
    {
        Rules.Compared = new DiffReply { Problems = { RuleFixtures.Problem("总数.yaml", 2, 5, "不认识“idd”。") } };

        (await RunAsync(_script, "publish DIR --author 张三 --reason 试试 --yes")).ShouldBe(1);

        Rules.Requests.OfType<PublishRequest>().ShouldBeEmpty();
        _script.Output.ShouldContain("总数.yaml:2:5: 错误: ");
    }

    [Fact]
    public async Task Overlay_Emptied_MustBeAskedFor()
    {
        (await RunAsync(_script, "publish --author 张三 --reason 试试 --yes")).ShouldBe(3);
        _script.Error.ShouldContain("--empty");
        (await RunAsync(_script, "publish DIR --empty --author 张三 --reason 试试 --yes")).ShouldBe(3);
        Rules.Requests.ShouldBeEmpty();

        (await RunAsync(_script, "publish --empty --author 张三 --reason 试试 --yes")).ShouldBe(0);

        Rules.Last<PublishRequest>().Candidate.Files.ShouldBeEmpty();
        Rules.Last<PublishRequest>().Empty.ShouldBeTrue();
    }

    [Fact]
    public async Task Author_NotWritten_IsTheUserAndIsSaid()
    {
        (await RunAsync(_script, "publish DIR --reason 试试 --yes")).ShouldBe(0);

        Rules.Last<PublishRequest>().Author.ShouldBe(Environment.UserName);
        _script.Error.ShouldContain($"姓名记为“{Environment.UserName}”");
    }

    [Theory]
    [InlineData("--reason", 0, "1000")]
    [InlineData("--reason", 1001, "1000")]
    [InlineData("--author", 101, "100")]
    public async Task Words_TooFewOrTooMany_AreNotSent(string option, int length, string limit)
    {
        var words = length == 0 ? " " : new string('字', length);
        string[] other = option is "--reason" ? [] : ["--reason", "试试"];

        (await _script.RunAsync(["rules", "publish", _folder.Path, option, words, .. other])).ShouldBe(3);

        _script.Error.ShouldStartWith($"选项 {option} 后面应有 1 到 {limit} 个字。");
    }

    [Fact]
    public async Task Key_Given_IsSent()
    {
        await RunAsync(_script, "publish DIR --reason 试试 --yes --key 钥匙");
        Rules.Requests.OfType<PublishRequest>().ShouldBeEmpty();
        _script.Error.ShouldContain("密钥只能由英文字母、数字和英文符号组成");

        await RunAsync(_script, "publish DIR --reason 试试 --yes --key secret-1");
        Rules.Keys.Last().ShouldBe("Bearer secret-1");
    }

    [Fact]
    public async Task Key_InTheEnvironment_IsSent()
    {
        Environment.SetEnvironmentVariable(ServerKey.EarlierVariable, "secret-2");
        try
        {
            await RunAsync(_script, "publish DIR --reason 试试 --yes");
        }
        finally
        {
            Environment.SetEnvironmentVariable(ServerKey.EarlierVariable, null);
        }

        Rules.Keys.Last().ShouldBe("Bearer secret-2");
    }

    [Fact]
    public async Task Key_Missing_SaysHowToGiveIt()
    {
        Rules.RefusesChanges = new Status(StatusCode.PermissionDenied, string.Empty);

        (await RunAsync(_script, "publish DIR --reason 试试 --author 张三 --yes")).ShouldBe(1);

        _script.Error.TrimEnd().ShouldBe("没有这项权限。密钥用 --key-file、validate keys store 或环境变量 VALIDATION_KEY 给出。");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _script.Dispose();
    }

    private Task<int> RunAsync(TestTerminal terminal, string line) => terminal.RunAsync(
        ["rules", .. line.Split(' ').Select(word => word is "DIR" ? _folder.Path : word), "--server", _server.Address.ToString()]);
}
