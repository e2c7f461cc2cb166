using System.Text.Json.Nodes;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Cli.Rules;

/// <summary>The commands that look at rules without a server: none runs in these tests.</summary>
public sealed class LocalCommandTests : IDisposable
{
    private const string Misspelt = "- overide: t3-secret\n  off: true\n";

    private readonly TestFolder _folder = new();
    private readonly TestTerminal _terminal = new();

    [Fact]
    public async Task New_WithItsRule_LintsAndPassesItsTests()
    {
        var file = _folder.File("热线.yaml");

        (await _terminal.RunAsync("rules", "new", "local-hotline", "--output", file)).ShouldBe(0);
        (await _terminal.RunAsync("rules", "lint", file)).ShouldBe(0);
        (await _terminal.RunAsync("rules", "test", file, "--rule", "local-hotline")).ShouldBe(0);

        _terminal.Output.ShouldContain("没有发现问题");
        _terminal.Output.ShouldContain("测试全部通过，共 2 项。");
        _terminal.Error.ShouldBeEmpty();
        (await _terminal.RunAsync("rules", "new", "local-hotline", "--output", file)).ShouldBe(3);
        _terminal.Error.ShouldContain("已经存在，没有写");
    }

    [Fact]
    public async Task Lint_OfAFile_SaysWhereAndWhat()
    {
        var file = _folder.Write("规则/停用.yaml", Misspelt);

        (await _terminal.RunAsync("rules", "lint", file)).ShouldBe(1);

        _terminal.Output.ShouldStartWith($"{file}:1:3: 错误: 没有名为“overide”的键，是否想写“override”？");
    }

    [Fact]
    public async Task Lint_OfAFolder_InJson_HasTheProblems()
    {
        _folder.Write("规则/停用.yaml", Misspelt);

        (await _terminal.RunAsync("rules", "lint", _folder.File("规则"), "--format", "json")).ShouldBe(1);

        JsonNode.Parse(_terminal.Output)!["problems"]!.AsArray().ShouldHaveSingleItem()!["file"]!.GetValue<string>().ShouldBe("停用.yaml");
    }

    [Fact]
    public async Task Test_OfANationalRule_RunsItsTestsAlone()
    {
        _folder.Write("规则/停用.yaml", "- override: t3-secret\n  off: true\n");

        (await _terminal.RunAsync("rules", "test", _folder.File("规则"), "--rule", "t3-balance", "--format", "json")).ShouldBe(0);

        JsonNode.Parse(_terminal.Output)!["passed"]!.GetValue<int>().ShouldBeInRange(2, 50);
    }

    [Fact]
    public async Task Test_OfTheNationalSetItself_PassesAll()
    {
        (await _terminal.RunAsync("rules", "test", Path.Combine(AppContext.BaseDirectory, "rules"))).ShouldBe(0, _terminal.Output);

        _terminal.Output.ShouldContain("测试全部通过");
    }

    [Fact]
    public async Task Test_ThatProvesNothing_IsToldAndPasses()
    {
        (await _terminal.RunAsync("rules", "new", "local-hotline", "--output", _folder.File("热线.yaml"))).ShouldBe(0);
        var text = await File.ReadAllTextAsync(_folder.File("热线.yaml"));
        await File.WriteAllTextAsync(
            _folder.File("热线.yaml"), text.Replace("{sections: {6: \"咨询电话：12345。\"}}", "{without: [6]}", StringComparison.Ordinal));

        (await _terminal.RunAsync("rules", "test", _folder.File("热线.yaml"))).ShouldBe(0);

        _terminal.Output.ShouldContain("警告: 例子“写了热线”没有问题，只是因为无法判断：文档中没有这一部分");
    }

    [Theory]
    [InlineData("lint 没有.yaml", "“没有.yaml”")]
    [InlineData("lint 年报.txt", "扩展名是 .yaml 或 .yml")]
    [InlineData("lint 规则 --rule no-such", "里没有“no-such”这条规则")]
    [InlineData("test 规则 --rule t3-balance --server http://127.0.0.1:1", "请去掉 --server")]
    public async Task Look_AtWhatIsNotThere_SaysWhy(string line, string problem)
    {
        _folder.Write("规则/空.yaml", "[]");
        _folder.Write("年报.txt", "年报");
        var words = line.Split(' ').Select(word => word is "规则" or "年报.txt" ? _folder.File(word) : word);

        (await _terminal.RunAsync(["rules", .. words])).ShouldBe(3);

        _terminal.Error.ShouldContain(problem);
    }

    [Theory]
    [InlineData("report", "report.organization（string）")]
    [InlineData("percent", "percent(int, int)（double）")]
    [InlineData("applications.refused", "applications.refused.state_secret")]
    public async Task Facts_OfAPath_AreListed(string path, string expected)
    {
        (await _terminal.RunAsync("rules", "facts", path)).ShouldBe(0);

        _terminal.Output.ShouldContain(expected);
    }

    [Fact]
    public async Task Facts_All_InJson()
    {
        (await _terminal.RunAsync("rules", "facts", "--format", "json")).ShouldBe(0);

        var entries = JsonNode.Parse(_terminal.Output)!.AsArray();
        entries.Select(entry => entry!["path"]!.GetValue<string>()).ShouldContain("disclosure");
        entries.ShouldAllBe(entry => entry!["meaning"]!.GetValue<string>().Length > 0);
    }

    [Fact]
    public async Task Facts_OfNothing_IsRefused()
    {
        (await _terminal.RunAsync("rules", "facts", "reprot")).ShouldBe(1);

        _terminal.Error.ShouldContain("没有名为“reprot”的事实或函数");
    }

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }
}
