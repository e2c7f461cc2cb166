using System.Text.Json;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Records;

/// <summary>What those who collect final reports do, with the programs that are deployed.</summary>
[Trait("Size", "Long")]
public sealed class ArchiveCommandTests : IAsyncLifetime
{
    private readonly ServerProcess _server = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-archive-");

    private static string Qinhuangdao => Repository.PathOf("tests", "samples", "qinhuangdao-2024.txt");

    private static string Jiyuan => Repository.PathOf("tests", "samples", "jiyuan-2024.txt");

    public Task InitializeAsync() => _server.InitializeAsync();

    [Fact]
    public async Task Reports_Filed_AreThereUntilTheyAreRemoved()
    {
        var corrected = await WriteAsync("更正.txt", await File.ReadAllTextAsync(Qinhuangdao) + "\n更正。\n");
        var notice = await WriteAsync("通知.txt", "关于召开会议的通知");

        var filed = await FileAsync(Qinhuangdao, Jiyuan);
        filed.ExitCode.ShouldBe(0, filed.Errors);
        filed.Output.ShouldContain("共 2 份：新归档 2 份");
        (await FileAsync(Qinhuangdao)).Output.ShouldContain("早已在档");
        var mixed = await FileAsync(corrected, notice, Path.Combine(_folder.FullName, "没有.txt"));
        mixed.ExitCode.ShouldBe(1, mixed.Output);
        mixed.Output.ShouldContain("，取代 r");
        mixed.Output.ShouldContain("通知.txt：没有归档：");

        var current = (await ListAsync()).Single(report => report.GetProperty("organization").GetString()!.Contains("秦皇岛"));
        var id = current.GetProperty("id").GetString()!;
        (await ListAsync("--all")).Count.ShouldBe(3);
        (await RunAsync("list", "--year", "2023")).Output.ShouldContain("没有这样的归档");
        var body = current.GetProperty("organization").GetString()!;
        var shown = await RunAsync("show", body, "2024");
        shown.Output.ShouldStartWith($"{id}  {body} 2024 年");
        shown.Output.ShouldContain("〔t3-balance〕");
        Json(await RunAsync("show", id, "--format", "json")).GetProperty("content").GetProperty("year").GetInt32().ShouldBe(2024);

        (await RunAsync("remove", id, "--reason", "归错了")).ExitCode.ShouldBe(3, "Nobody can be asked.");
        var removed = await RunAsync("remove", id, "--reason", "归错了", "--author", "张三", "--yes");
        removed.Output.ShouldContain("现行的是 r", customMessage: removed.Errors);
        (await RunAsync("show", id)).ExitCode.ShouldBe(1);
        (await ListAsync("--all")).Count.ShouldBe(2);
        var status = await Cli.RunAsync("admin", "status", "--server", Address);
        status.Output.ShouldContain("归档的年报：2 份，其中现行的 2 份。");
    }

    [Fact]
    public async Task Exports_OfEveryFormat_HoldWhatWasFiled()
    {
        (await FileAsync(Qinhuangdao, Jiyuan)).ExitCode.ShouldBe(0);
        var reports = await ListAsync();
        var id = reports.Single(report => report.GetProperty("file_name").GetString() == "jiyuan-2024.txt").GetProperty("id").GetString()!;

        var original = Path.Combine(_folder.FullName, "原件.txt");
        (await RunAsync("export", id, "--format", "original", "-o", original)).ExitCode.ShouldBe(0);
        (await File.ReadAllBytesAsync(original)).ShouldBe(await File.ReadAllBytesAsync(Jiyuan));
        var again = await RunAsync("export", id, "--format", "original", "-o", original);
        (again.ExitCode, again.Errors.Contains("已经存在", StringComparison.Ordinal)).ShouldBe((3, true));

        var table = Path.Combine(_folder.FullName, "表.csv");
        (await RunAsync("export", "--year", "2024", "-o", table)).ExitCode.ShouldBe(0);
        var bytes = await File.ReadAllBytesAsync(table);
        bytes.AsSpan(0, 3).ToArray().ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = (await File.ReadAllTextAsync(table)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(4);
        lines[0].ShouldStartWith("归档编号,机关,年度,结论");
        lines[1].ShouldEndWith("disputes.litigation_after_review.total");
        // The output of a process comes to the test with line ends of its own.
        Lines((await RunAsync("export", "--year", "2024")).Output).ShouldBe(lines);

        var printed = (await RunAsync("export", "--format", "json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        printed.Length.ShouldBe(2);
        var content = JsonDocument.Parse(printed[0]).RootElement.GetProperty("content");
        content.GetProperty("applications").ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task Year_Overlooked_ShowsWhoIsMissing()
    {
        var filed = Json(await RunAsync("file", Jiyuan, "--reason", "定稿", "--author", "张三", "--format", "json"));
        var body = filed[0].GetProperty("reply").GetProperty("report").GetProperty("organization").GetString()!;
        var list = await WriteAsync("名单.csv", $"名称,上级\n{body},某某省人民政府\n某某市人民政府,某某省人民政府\n某某县人民政府,某某市人民政府\n");
        (await Cli.RunAsync("bodies", "import", list, "--server", Address)).ExitCode.ShouldBe(0);

        var overview = await RunAsync("overview", "--year", "2024", "--superior", "某某省人民政府");
        overview.Output.ShouldContain("2024 年度：机关名单中 2 个机关，没有归档 1 个；已归档 1 个机关。", customMessage: overview.Errors);
        overview.Output.ShouldContain("没有归档的机关：\n  某某市人民政府");
        var table = await RunAsync("overview", "--year", "2024", "--format", "csv");
        Lines(table.Output).Length.ShouldBe(4, table.Errors);
        table.Output.ShouldContain("某某县人民政府,是,否,,,,,,");
        (await RunAsync("list", "--superior", "某某省人民政府")).Output.ShouldContain(body);
    }

    [Fact]
    public async Task Rules_TriedOnTheArchive_ShowWhatChanges()
    {
        (await FileAsync(Qinhuangdao, Jiyuan)).ExitCode.ShouldBe(0);
        var rules = Directory.CreateDirectory(Path.Combine(_folder.FullName, "规则")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(rules, "调整.yaml"), "rules:\n- override: t3-balance\n  severity: warning\n  reason: 常有误报\n");

        var tried = await RunAsync("try", rules, "--year", "2024");

        tried.ExitCode.ShouldBe(0, tried.Errors);
        tried.Output.ShouldContain("归档的 2 份年报中 1 份有变化");
        tried.Output.ShouldContain("t3-balance");
        tried.Output.ShouldContain("～ ");
        (await RunAsync("try", rules, "--year", "2023")).Output.ShouldContain("归档的 0 份年报中 0 份有变化");
        await File.WriteAllTextAsync(Path.Combine(rules, "坏.yaml"), "rules:\n- override: no-such-rule\n  severity: warning\n");
        (await RunAsync("try", rules)).ExitCode.ShouldBe(1);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string[] Lines(string text)
    {
        return text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static JsonElement Json(Finished run)
    {
        run.ExitCode.ShouldBe(0, run.Errors);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private string Address => $"http://{_server.GrpcEndpoint}";

    private async Task<string> WriteAsync(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(path, content);
        return path;
    }

    private async Task<List<JsonElement>> ListAsync(params string[] options)
    {
        var list = Json(await RunAsync(["list", "--format", "json", .. options]));
        return [.. list.GetProperty("reports").EnumerateArray()];
    }

    private Task<Finished> FileAsync(params string[] files) => RunAsync(["file", .. files, "--reason", "定稿", "--author", "张三"]);

    private Task<Finished> RunAsync(params string[] arguments) => Cli.RunAsync(["archive", .. arguments, "--server", Address]);
}
