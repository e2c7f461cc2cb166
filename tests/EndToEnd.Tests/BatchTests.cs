using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;
using Xunit.Abstractions;

namespace Validation.EndToEnd.Tests;

/// <summary>`validate check` with thousands of files. The bounds are far from the usual: they tell a leak, not a slow machine.</summary>
[Trait("Size", "Long")]
public sealed class BatchTests(ServerProcess server, ITestOutputHelper output) : IClassFixture<ServerProcess>
{
    private const int Many = 3_000;
    private const long MostClientMemory = 400L << 20;
    private const long MostServerMemory = 1_000L << 20;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(9);

    [Fact]
    public async Task Check_ThousandsOfFiles_AnswersEachOnceInBoundedMemory()
    {
        using var folder = new ReportFolder(Many);
        await using var client = Cli.StartCheck(server, folder.Path, "--recursive", "--format", "sarif");

        var (code, memory) = await WatchAsync(client);

        code.ShouldBe(1, client.Errors);
        client.Errors.ShouldBeEmpty();
        using var log = JsonDocument.Parse(client.Output);
        var run = log.RootElement.GetProperty("runs")[0];
        Files(run.GetProperty("artifacts"), artifact => artifact.GetProperty("location"), folder).ShouldBe(folder.Names);
        var undecided = run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications");
        Files(undecided, Place, folder).ShouldBe(folder.Names.Where(name => ReportFolder.Verdict(name) == "VERDICT_NOT_DECIDED"));
        var errors = run.GetProperty("results").EnumerateArray().Where(result => result.GetProperty("level").GetString() == "error");
        Files(errors, Place, folder).Distinct().ShouldBe(folder.Names.Where(name => ReportFolder.Verdict(name) == "VERDICT_REJECT"));
        var serverMemory = server.Process.PeakMemory();
        output.WriteLine($"peak working set: client {memory >> 20} MiB, server {serverMemory >> 20} MiB");
        memory.ShouldBeLessThan(MostClientMemory);
        serverMemory.ShouldBeLessThan(MostServerMemory);
    }

    [Fact]
    public async Task Check_FolderInJson_KeepsTheOrderOfTheFiles()
    {
        using var folder = new ReportFolder(200);

        var run = await Cli.CheckAsync(server, folder.Path, "--recursive", "--format", "json");

        run.ExitCode.ShouldBe(1, run.Errors);
        using var replies = JsonDocument.Parse(run.Output);
        var entries = replies.RootElement.EnumerateArray().ToList();
        entries.Select(entry => entry.GetProperty("file_name").GetString()).ShouldBe(folder.Names.Select(Path.GetFileName));
        entries.Select(entry => entry.GetProperty("verdict").GetString()).ShouldBe(folder.Names.Select(ReportFolder.Verdict));
    }

    [Fact]
    public async Task Check_Interrupted_PrintsWhatIsThereAndFreesTheServer()
    {
        using var folder = new ReportFolder(Many);
        await using var client = Cli.StartCheck(server, folder.Path, "--recursive");
        await FirstFindingAsync(client);

        await client.TerminateAsync();
        var code = await client.ExitAsync(Limit);

        code.ShouldBe(130, client.Errors);
        client.Errors.ShouldContain("已中断：检查了 ");
        var left = Row(client.Output, "没有检查（已中断）");
        left.ShouldBeInRange(1, Many - 1);
        Row(client.Output, "合计").ShouldBe(Many);
        output.WriteLine($"{Many - left} of {Many} were checked");
        await server.Client.ValidateAsync(FindingLines.Request(Repository.Samples[0])).ResponseAsync.InTime();
    }

    [Fact]
    public async Task Check_ServerKilledOnTheWay_KeepsWhatWasAnswered()
    {
        var mortal = new ServerProcess();
        await mortal.InitializeAsync();
        try
        {
            using var folder = new ReportFolder(Many);
            await using var client = Cli.StartCheck(mortal, folder.Path, "--recursive");
            await FirstFindingAsync(client);

            await mortal.Process.KillAsync();
            var code = await client.ExitAsync(Limit);

            code.ShouldBe(1, client.Errors);
            client.Output.ShouldContain("没有应答");
            var missed = Row(client.Output, "未能检查");
            missed.ShouldBeInRange(1, Many - 1);
            var answered = Row(client.Output, "通过") + Row(client.Output, "有错误，须修改") + Row(client.Output, "未能判定");
            (answered + missed).ShouldBe(Many);
            output.WriteLine($"{answered} of {Many} were answered");
        }
        finally
        {
            await mortal.DisposeAsync();
        }
    }

    private static async Task<(int Code, long Memory)> WatchAsync(ChildProcess client)
    {
        var end = client.ExitAsync(Limit);
        var memory = 0L;
        while (!end.IsCompleted)
        {
            memory = Math.Max(memory, client.PeakMemory());
            await Task.WhenAny(end, Task.Delay(TimeSpan.FromMilliseconds(100)));
        }

        return (await end, memory);
    }

    /// <summary>Waits until the run is on its way.</summary>
    private static async Task FirstFindingAsync(ChildProcess client)
    {
        using var late = new CancellationTokenSource(Limit);
        while (!client.Output.Contains("收办平衡", StringComparison.Ordinal))
        {
            client.HasExited.ShouldBeFalse(client.Output + client.Errors);
            await Task.Delay(TimeSpan.FromMilliseconds(10), late.Token);
        }
    }

    private static int Row(string text, string label)
    {
        var row = Regex.Match(text, $@"^  {label} +(?<count>\d+)\s*$", RegexOptions.Multiline, TimeSpan.FromSeconds(5));
        return row.Success ? int.Parse(row.Groups["count"].Value, CultureInfo.InvariantCulture) : 0;
    }

    private static JsonElement Place(JsonElement result)
    {
        return result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
    }

    private static IEnumerable<string> Files(JsonElement array, Func<JsonElement, JsonElement> place, ReportFolder folder)
    {
        return Files(array.EnumerateArray(), place, folder);
    }

    private static IEnumerable<string> Files(IEnumerable<JsonElement> items, Func<JsonElement, JsonElement> place, ReportFolder folder)
    {
        return items.Select(item => Path.GetRelativePath(folder.Path, new Uri(place(item).GetProperty("uri").GetString()!).LocalPath));
    }
}
