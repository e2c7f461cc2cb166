using System.Text.Json;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests;

/// <summary>Last year's report beside a draft: named with --prior, or found in the same folder.</summary>
public sealed class YearOnYearTests : IClassFixture<ServerProcess>, IDisposable
{
    private readonly ServerProcess _server;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-years-");
    private readonly string _draft;
    private readonly string _prior;

    public YearOnYearTests(ServerProcess server)
    {
        _server = server;
        var text = File.ReadAllText(Repository.PathOf("tests", "samples", "xushui-2024.txt"));
        _draft = Write("2024年年报.txt", text);
        _prior = Write("2023年年报.txt", text.Replace("2024", "2023", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Check_WithPrior_FindsTheCopiedProseAndShowsIt()
    {
        var run = await Cli.CheckAsync(_server, _draft, "--prior", _prior);

        run.Output.ShouldContain("与上年报告“2023年年报.txt”比较", customMessage: run.Errors);
        run.Output.ShouldContain("与上年文字雷同");
        run.Output.ShouldContain("“2023年年报.txt”第 ");
        run.Output.ShouldNotContain("缺上年报告");
    }

    [Fact]
    public async Task Check_WithoutPrior_SaysWhatIsLacking()
    {
        var run = await Cli.CheckAsync(_server, _draft);

        run.Output.ShouldContain("缺上年报告", customMessage: run.Errors);
        run.Output.ShouldNotContain("与上年文字雷同");
    }

    [Fact]
    public async Task Check_Folder_TakesTheNeighbourOfTheYearBefore()
    {
        var run = await Cli.CheckAsync(_server, _folder.FullName, "--format", "json");

        var replies = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToList();
        replies.Select(reply => reply.GetProperty("provenance").TryGetProperty("prior", out var prior)
                ? prior.GetProperty("file_name").GetString()
                : null)
            .ShouldBe([null, "2023年年报.txt"]);
    }

    [Fact]
    public async Task Check_PriorLargerThanAMessage_GoesAsADraftOfItsOwn()
    {
        var large = Write("大.txt", File.ReadAllText(_prior) + new string('\n', 4 * 1024 * 1024));

        var run = await Cli.CheckAsync(_server, _draft, "--prior", large);

        // It reached the server, whose answer is about its content.
        run.Output.ShouldContain("所附的上年报告没有读出来", customMessage: run.Errors);
    }

    [Fact]
    public async Task Check_PriorOfAnotherYear_SaysWhyItIsNotCompared()
    {
        var older = Write("旧.txt", File.ReadAllText(_prior).Replace("2023", "2021", StringComparison.Ordinal));

        var run = await Cli.CheckAsync(_server, _draft, "--prior", older);

        run.Output.ShouldContain("所附的上年报告是2021年的", customMessage: run.Errors);
    }

    [Fact]
    public async Task Check_PriorIsMissing_IsNotCheckedAndSaysSo()
    {
        var run = await Cli.CheckAsync(_server, _draft, "--prior", Path.Combine(_folder.FullName, "没有.txt"));

        run.Output.ShouldContain("上年报告：找不到这个文件", customMessage: run.Errors);
        run.ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task Check_PriorForAFolder_IsWrongUsage()
    {
        var run = await Cli.CheckAsync(_server, _folder.FullName, "--prior", _prior);

        run.Errors.ShouldContain("--prior 只能用于一份稿件");
        run.ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task Watch_DraftBesideLastYearsReport_SaysInItsPageThatItWasCompared()
    {
        var drafts = Directory.CreateDirectory(Path.Combine(_folder.FullName, "年报"));
        File.Copy(_prior, Path.Combine(drafts.FullName, "某某区2023.txt"));
        var state = Path.Combine(_folder.FullName, "state");
        await using var watch = await WatchProcess.StartAsync(_server.GrpcEndpoint, drafts.FullName, state);

        File.Copy(_draft, Path.Combine(drafts.FullName, "某某区2024.txt"));
        await watch.UntilAsync(() => watch.Checked.Any(draft => draft.Name == "某某区2024.txt"));

        var told = watch.Events.Last(one => one.GetProperty("event").GetString() == "checked"
            && one.GetProperty("file").GetString()!.EndsWith("某某区2024.txt", StringComparison.Ordinal));
        var page = await File.ReadAllTextAsync(told.GetProperty("report").GetString()!);
        page.ShouldContain("与上年报告“某某区2023.txt”比较");
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
