using System.Text.Json;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Records;

/// <summary>What an administrator does with bodies and accepted findings, with the programs that are deployed.</summary>
[Trait("Size", "Long")]
public sealed class RecordCommandTests : IAsyncLifetime
{
    private readonly ServerProcess _server = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-records-");

    private static string Draft => Repository.PathOf("tests", "samples", "qinhuangdao-2024.txt");

    public Task InitializeAsync() => _server.InitializeAsync();

    [Fact]
    public async Task Errors_Accepted_NoLongerReject()
    {
        (await RunAsync("check", Draft)).ExitCode.ShouldBe(1);

        var accepted = await RunAsync("accept", Draft, "t3-balance", "--until", "2020-01-01", "--author", "张三", "--reason", "台账如此");
        accepted.ExitCode.ShouldBe(1, accepted.Output);
        accepted.Errors.ShouldNotBeEmpty();
        var day = TimeProvider.System.GetUtcNow().AddDays(60).ToString("yyyy-MM-dd", null);
        accepted = await RunAsync("accept", Draft, "t3-balance", "--until", day, "--author", "张三", "--reason", "台账如此");
        accepted.ExitCode.ShouldBe(0, accepted.Errors);

        var check = await RunAsync("check", Draft);
        check.ExitCode.ShouldBe(0, check.Errors);
        check.Output.ShouldContain("已核对 2 处");
        check.Output.ShouldContain($"已由 张三 核对，有效到 {day}，不影响结论：台账如此");
        (await RunAsync("check", "--format", "html", Draft)).Output.ShouldContain("finding error accepted");
        (await RunAsync("check", "--format", "sarif", Draft)).Output.ShouldContain("\"suppressions\"");
        (await RunAsync("accept", Draft, "t3-balance", "--until", day, "--reason", "又来")).ExitCode.ShouldBe(3);

        var list = JsonDocument.Parse((await RunAsync("accepted", "list", "--format", "json")).Output).RootElement;
        list.GetProperty("acceptances").GetArrayLength().ShouldBe(2);
        (await RunAsync("accepted", "list", "--year", "2023")).Output.ShouldContain("没有认可的问题");
        (await RunAsync("accepted", "list")).Output.ShouldContain("张三 认可：台账如此；有效到");
        var id = list.GetProperty("acceptances")[0].GetProperty("id").GetString()!;
        (await RunAsync("accepted", "revoke", id, "--reason", "台账改了")).ExitCode.ShouldBe(0);
        (await RunAsync("check", Draft)).ExitCode.ShouldBe(1);
        (await RunAsync("accepted", "list", "--all")).Output.ShouldContain("收回：台账改了");
    }

    [Fact]
    public async Task Bodies_Imported_AreKnown()
    {
        var file = Path.Combine(_folder.FullName, "名单.csv");
        await File.WriteAllTextAsync(file, "名称,别名,类别,级别,上级\n某某县民政局,县民政局,部门,县级,某某县人民政府\n");

        var imported = await RunAsync("bodies", "import", file);

        imported.Output.ShouldContain("名单现有机关 1 个：新增 1 个", customMessage: imported.Errors);
        (await RunAsync("bodies", "list", "民政")).Output.ShouldContain("某某县民政局  部门，县级  别名：县民政局  上级：某某县人民政府");
        (await RunAsync("bodies", "show", "县民政局")).Output.ShouldContain("部门，县级");
        var unknown = await RunAsync("bodies", "show", "某某县某某镇人民政府");
        (unknown.ExitCode, unknown.Output.Contains("乡镇，乡级", StringComparison.Ordinal)).ShouldBe((1, true));
        (await RunAsync("rules", "eval", "report.kind", "--report", Draft)).ExitCode.ShouldBe(0);
        (await RunAsync("bodies", "remove", "某某县民政局")).ExitCode.ShouldBe(0);
        (await RunAsync("bodies", "list")).Output.ShouldContain("名单是空的");
        await File.WriteAllTextAsync(file, "名称,类别\n某某局,科室\n");
        (await RunAsync("bodies", "import", file)).Errors.ShouldContain("第 2 行：没有“科室”这种类别");
    }

    [Fact]
    public async Task Rules_ThatFired_AreShown()
    {
        await RunAsync("check", Draft);

        var status = await RunAsync("rules", "status");

        status.Output.ShouldContain("检查年报 1 份");
        status.Output.ShouldContain("t3-balance");
        status.Output.ShouldContain("没有发现过问题的规则");
        var usage = JsonDocument.Parse((await RunAsync("rules", "usage", "--days", "7", "--format", "json")).Output).RootElement;
        usage.GetProperty("rules").EnumerateArray()
            .Single(rule => rule.GetProperty("rule_id").GetString() == "t3-balance").GetProperty("findings").GetString().ShouldBe("2");
        (await RunAsync("rules", "usage", "--days", "0")).ExitCode.ShouldBe(3);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Task<Finished> RunAsync(params string[] arguments) =>
        Cli.RunAsync([.. arguments, "--server", $"http://{_server.GrpcEndpoint}"]);
}
