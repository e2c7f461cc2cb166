using System.Globalization;
using System.Text.Json;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests;

/// <summary>`validate check`, with the server and without.</summary>
public sealed class CliTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    private static readonly string Clean = Repository.PathOf("tests", "samples", "xingtai-2024.txt");
    private static readonly string Unbalanced = Repository.PathOf("tests", "samples", "qinhuangdao-2024.txt");

    public static TheoryData<string> Names => new(Repository.Samples.Select(Path.GetFileName)!);

    [Fact]
    public async Task Check_CleanReport_ExitsWithZero()
    {
        var run = await Cli.CheckAsync(server, Clean);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("通过");
    }

    [Fact]
    public async Task Check_ReportWithAnError_ExitsWithOneAndShowsTheSum()
    {
        var run = await Cli.CheckAsync(server, Unbalanced, Clean);

        run.ExitCode.ShouldBe(1, run.Errors);
        run.Output.ShouldContain("收办平衡");
        run.Output.ShouldContain("29＋上年结转 2＝31");
    }

    [Fact]
    public async Task Check_WithAnnotate_WritesACopyThatHasTheSameFindings()
    {
        var folder = Directory.CreateTempSubdirectory("validation-copies-");
        try
        {
            var draft = Repository.PathOf("tests", "samples", "formats", "xushui-2024.docx");
            var copy = Path.Combine(folder.FullName, "副本.docx");
            var run = await Cli.CheckAsync(server, draft, "--annotate", copy, "--format", "json");
            run.ExitCode.ShouldBe(0, run.Errors);
            Findings(run.Output).ShouldNotBeEmpty();
            run.Errors.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"批注 {Findings(run.Output).Count()} 条"));

            var again = await Cli.CheckAsync(server, copy, "--format", "json");

            Findings(again.Output).ShouldBe(Findings(run.Output));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static IEnumerable<string> Findings(string json) => JsonDocument.Parse(json).RootElement.EnumerateArray()
            .SelectMany(reply => reply.GetProperty("findings").EnumerateArray()).Select(finding => finding.ToString());
    }

    [Fact]
    public async Task Check_NoReport_ExitsWithTwoAndSaysWhy()
    {
        using var draft = new TemporaryDraft("随笔.txt", "夜里下了一场雨，江上的船都没有开。\n");

        var run = await Cli.CheckAsync(server, draft.Path);

        run.ExitCode.ShouldBe(2, run.Errors);
        run.Output.ShouldContain("不是政府信息公开工作年度报告");
    }

    [Fact]
    public async Task Check_LargerThanAMessage_IsAnswered()
    {
        using var draft = new TemporaryDraft("长篇.txt", string.Concat(Enumerable.Repeat("夜里下了一场雨，江上的船都没有开。\n", 100_000)));

        var run = await Cli.CheckAsync(server, draft.Path);

        new FileInfo(draft.Path).Length.ShouldBeGreaterThan(4 * 1024 * 1024);
        run.ExitCode.ShouldBe(2, run.Errors);
    }

    [Fact]
    public async Task Check_NoServer_ExitsWithThreeAndOneSentence()
    {
        var port = FreePort.Next().ToString(CultureInfo.InvariantCulture);

        var run = await Cli.RunAsync("check", "--server", $"http://127.0.0.1:{port}", Clean);

        run.ExitCode.ShouldBe(3);
        run.Output.ShouldBeEmpty();
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain(port);
    }

    [Fact]
    public async Task Check_UnknownOption_ExitsWithThree()
    {
        var run = await Cli.CheckAsync(server, "--colour", Clean);

        run.ExitCode.ShouldBe(3);
        run.Errors.ShouldContain("--colour");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Check_Json_HasTheCellsOfTheTruth(string name)
    {
        var sample = Repository.PathOf("tests", "samples", name);

        var run = await Cli.CheckAsync(server, "--format", "json", sample);

        using var json = JsonDocument.Parse(run.Output);
        CellCheck.Differences(json.RootElement, CellCheck.Truth(sample)).ShouldBeEmpty();
    }

    [ForeignClientFact("python")]
    public async Task Check_JsonReadByPython_HasTheCellsOfTheTruth()
    {
        var script = Repository.PathOf("tests", "tools", "cell-check.py");
        foreach (var sample in Repository.Samples)
        {
            var run = await Cli.CheckAsync(server, "--format", "json", sample);
            using var reply = new TemporaryDraft("reply.json", run.Output);
            var truth = Path.ChangeExtension(sample, ".truth.json");

            var check = await ChildProcess.RunAsync(ForeignRuntime.Python.Program, script, reply.Path, truth);

            check.ExitCode.ShouldBe(0, check.Output + check.Errors);
            check.Output.ShouldContain("200 cells, 0 wrong");
        }
    }
}
