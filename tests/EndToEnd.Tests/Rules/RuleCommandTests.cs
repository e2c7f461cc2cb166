using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Rules;

/// <summary>What an administrator does, with the program and a server that are deployed: nothing between them is replaced.</summary>
[Trait("Size", "Long")]
public sealed class RuleCommandTests : IAsyncLifetime
{
    private const string Rule = """
        - id: city-title
          title: 标题写明市名
          severity: error
          basis: 本市要求
          why: 便于检索。
          assert: report.title.contains('某市')
          message: "标题“{report.title}”没有写明市名。"
          tests:
            - {name: 写明, report: {title: 某市某区人民政府2024年政府信息公开工作年度报告}, findings: []}
            - {name: 没有写明, report: {title: 某区人民政府2024年政府信息公开工作年度报告}, findings: [{message: 某区人民政府}]}
        """;

    private readonly ServerProcess _server = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-rules-");

    private static string Draft => Repository.PathOf("tests", "samples", "xushui-2024.txt");

    public Task InitializeAsync() => _server.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Commands_WriteTryPublishUndo_EverybodyChecksWithEachVersion()
    {
        var before = await FindingsAsync();
        Write(Rule);

        (await RunAsync("lint", _folder.FullName)).ExitCode.ShouldBe(0);
        (await RunAsync("test", _folder.FullName)).ExitCode.ShouldBe(0);
        (await RunAsync("diff", _folder.FullName)).Output.ShouldContain("city-title");
        var tried = await RunAsync("try", _folder.FullName, Draft);
        tried.Output.ShouldContain("city-title");
        (await FindingsAsync()).ShouldBe(before, "a trial changes nothing");

        var published = await PublishAsync("加一条");
        published.ExitCode.ShouldBe(0, published.Errors);
        (await FindingsAsync()).ShouldContain("city-title");
        (await RunAsync("show")).Output.ShouldContain("city-title");
        (await RunAsync("explain", "city-title")).Output.ShouldContain("便于检索");

        var first = (await RunAsync("history")).Output;
        first.ShouldContain("加一条");
        var national = (await VersionAsync()).Split('+')[0];
        var undone = await RunAsync("rollback", national, "--author", "李四", "--reason", "误报", "--yes");
        undone.ExitCode.ShouldBe(0, undone.Errors);
        (await VersionAsync()).ShouldBe($"{national}+2");
        (await FindingsAsync()).ShouldBe(before, "the earlier findings, byte for byte");
        (await RunAsync("history")).Output.ShouldContain("误报");
    }

    [Theory]
    [InlineData("assert: report.titel.contains('某市')", "6:18")]
    [InlineData("assert: report.year", "6:11")]
    [InlineData("asert: report.title == ''", "6:3")]
    public async Task Publish_BadRule_RefusedWithPlaceAndOldRulesInForce(string line, string place)
    {
        Write(Rule.Replace("assert: report.title.contains('某市')", line, StringComparison.Ordinal));
        var version = await VersionAsync();

        var lint = await RunAsync("lint", _folder.FullName);
        lint.ExitCode.ShouldBe(1);
        (lint.Output + lint.Errors).ShouldContain($"rules.yaml:{place}:");
        var publish = await PublishAsync("坏的", "--expect", version);
        publish.ExitCode.ShouldBe(1);
        (publish.Output + publish.Errors).ShouldContain($"rules.yaml:{place}:");
        (await VersionAsync()).ShouldBe(version);
    }

    [Fact]
    public async Task Publish_OwnTestFails_RefusedWithTheTest()
    {
        var wrong = Rule.Replace("findings: []", "findings: [{}]", StringComparison.Ordinal);
        Write(wrong + "\n    - {name: 对, report: {title: 某市}, findings: []}");
        var publish = await PublishAsync("测试不过", "--expect", await VersionAsync());

        publish.ExitCode.ShouldBe(1);
        (publish.Output + publish.Errors).ShouldContain("写明");
    }

    [Fact]
    public async Task Publish_OthersWereFaster_RefusedAndTheirsStays()
    {
        var version = await VersionAsync();
        Write(Rule);
        (await PublishAsync("先", "--expect", version)).ExitCode.ShouldBe(0);
        Write("- {override: t3-balance, off: true}");

        var late = await PublishAsync("后", "--expect", version);
        late.ExitCode.ShouldBe(1);
        (late.Output + late.Errors).ShouldContain($"{version}+1");
        (await VersionAsync()).ShouldBe($"{version}+1");
    }

    [Fact]
    public async Task Eval_ManyLines_OneObjectEachInTheirOrder()
    {
        const int Lines = 2000;
        var input = Path.Combine(_folder.FullName, "expressions.txt");
        await File.WriteAllLinesAsync(input, Enumerable.Range(0, Lines).Select(i => (i % 4) switch
        {
            0 => $"{i} + 1",
            1 => $"'第{i}行'",
            2 => $"{i} / 0",
            _ => $"({i}",
        }));

        var finished = await EvaluateLinesAsync(input);
        finished.ExitCode.ShouldBe(0, finished.Errors);
        var values = finished.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        values.Count.ShouldBe(Lines);
        for (var i = 0; i < Lines; i++)
        {
            switch (i % 4)
            {
                case 0:
                    values[i].GetProperty("value").GetInt32().ShouldBe(i + 1);
                    values[i].GetProperty("type").GetString().ShouldBe("int");
                    break;
                case 1:
                    values[i].GetProperty("value").GetString().ShouldBe($"第{i}行");
                    break;
                default:
                    values[i].GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
                    break;
            }
        }
    }

    [Fact]
    public async Task Eval_FactOfAReport_ItsValue()
    {
        var finished = await RunAsync("eval", "applications.received.total", "--report", Draft);

        finished.ExitCode.ShouldBe(0, finished.Errors);
        int.Parse(finished.Output, CultureInfo.InvariantCulture).ShouldBe(22);
        var bad = await RunAsync("eval", "1 / 0");
        bad.ExitCode.ShouldBe(1);
        bad.Output.ShouldStartWith("error: ");
    }

    private void Write(string rules) => File.WriteAllText(Path.Combine(_folder.FullName, "rules.yaml"), rules);

    [Fact]
    public async Task Inspect_DraftWithARowThatIsUnclear_RowAndReason()
    {
        var draft = Path.Combine(_folder.FullName, "年报.txt");
        var lines = await File.ReadAllLinesAsync(Draft);
        var number = Array.FindIndex(lines, line => line.Contains("一、本年新收", StringComparison.Ordinal)) + 1;
        await File.WriteAllLinesAsync(draft, lines.Where((_, index) => index != number));

        var text = await Cli.RunAsync(["inspect", draft, "--step", "tables", .. Server]);
        var json = await Cli.RunAsync(["inspect", draft, "--format", "json", .. Server]);

        text.Output.ShouldContain("没有读准：");
        text.Output.ShouldContain("一、本年新收政府信息公开申请数量");
        text.Output.ShouldNotContain("各部分");
        var reply = JsonNode.Parse(json.Output)!;
        reply["tables"]![1]!["unclear"]!.AsArray().ShouldNotBeEmpty();
        reply["sections"]!.AsArray().Count.ShouldBe(6);
        reply["document"]!.AsArray().Count.ShouldBe(lines.Length - 1);
    }

    private Task<Finished> PublishAsync(string reason, params string[] more) =>
        RunAsync(["publish", _folder.FullName, "--author", "张三", "--reason", reason, "--yes", .. more]);

    private Task<Finished> RunAsync(params string[] arguments) => Cli.RunAsync(["rules", .. arguments, .. Server]);

    private string[] Server => ["--server", $"http://{_server.GrpcEndpoint}"];

    private Task<Finished> EvaluateLinesAsync(string input)
    {
        var program = BuiltProgram.PathOf("client/Cli", "validate.dll");
        return ChildProcess.RunAsync("/bin/sh", "-c", $"dotnet '{program}' rules eval - {string.Join(' ', Server)} < '{input}'");
    }

    private async Task<string> VersionAsync()
    {
        var status = await RunAsync("status", "--format", "json");
        return JsonNode.Parse(status.Output)!["version"]!.GetValue<string>();
    }

    /// <summary>The findings on the draft, as the program prints them to other programs.</summary>
    private async Task<string> FindingsAsync()
    {
        var check = await Cli.CheckAsync(_server, Draft, "--format", "json");
        return JsonNode.Parse(check.Output)![0]!["findings"]!.ToJsonString();
    }
}
