using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests;

/// <summary>`validate check --format html`, and what a browser makes of it.</summary>
[Trait("Size", "Long")]
public sealed class ReportPageTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    private static readonly string Unbalanced = Repository.PathOf("tests", "samples", "qinhuangdao-2024.txt");

    public static TheoryData<string> Names => new(Repository.Samples.Select(Path.GetFileName)!);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Check_Html_HasTheFindingsAndTheNumbersOfTheSample(string name)
    {
        var sample = Repository.PathOf("tests", "samples", name);

        var run = await Cli.CheckAsync(server, "--format", "html", sample);

        run.Errors.ShouldBeEmpty();
        var page = new HtmlParser().ParseDocument(run.Output);
        page.QuerySelectorAll("li.finding").Length.ShouldBe(File.ReadAllLines(Path.ChangeExtension(sample, ".expected")).Length);
        var truth = CellCheck.Truth(sample).GetProperty("cells").EnumerateObject().ToList();
        truth.Count.ShouldBe(200);
        foreach (var cell in truth)
        {
            var shown = page.GetElementById($"d1-{cell.Name}");
            shown.ShouldNotBeNull(cell.Name);
            Number(shown).ShouldBe(cell.Value.ValueKind == System.Text.Json.JsonValueKind.Null ? null : cell.Value.GetDouble(), cell.Name);
        }
    }

    [Fact]
    public async Task Check_HtmlOfSeveralDrafts_IsOnePageWithAList()
    {
        var run = await Cli.CheckAsync(server, ["--format", "html", .. Repository.Samples]);

        run.ExitCode.ShouldBe(1, run.Errors);
        var page = new HtmlParser().ParseDocument(run.Output);
        page.QuerySelectorAll("nav tbody tr").Length.ShouldBe(Repository.Samples.Count);
        page.QuerySelectorAll("article").Length.ShouldBe(Repository.Samples.Count);
        page.QuerySelectorAll("td[id]").Length.ShouldBe(200 * Repository.Samples.Count);
    }

    [BrowserFact]
    public async Task Page_InABrowser_LoadsWithoutAWordAndAsksForNothing()
    {
        var text = (await Cli.CheckAsync(server, "--format", "html", Unbalanced)).Output;

        var visit = await Browser.VisitAsync(text);

        visit.Messages.ShouldBeEmpty();
        visit.Requests.ShouldBeEmpty();
        var (shown, written) = (new HtmlParser().ParseDocument(visit.Content), new HtmlParser().ParseDocument(text));
        shown.All.Select(element => element.LocalName).ShouldBe(written.All.Select(element => element.LocalName));
        shown.QuerySelectorAll("td[id]").Length.ShouldBe(200);
    }

    [BrowserFact]
    public async Task Page_InABrowser_IsDrawnByItsStyleSheet()
    {
        var text = (await Cli.CheckAsync(server, "--format", "html", Unbalanced)).Output;

        var picture = await Browser.PictureAsync(text, width: 1100, height: 1600);
        var bare = await Browser.PictureAsync(text.Replace("sha256-", "sha256-x", StringComparison.Ordinal), width: 1100, height: 1600);

        picture.Length.ShouldBeGreaterThan(20_000);
        picture.ShouldNotBe(bare);
    }

    [BrowserFact]
    public async Task Policy_OfThePage_StopsWhatSomebodyPutsIn()
    {
        const string Foreign = "<script>document.body.id = 'changed'</script><img src=\"http://127.0.0.1:9/x.png\"></main>";
        var run = await Cli.CheckAsync(server, "--format", "html", Unbalanced);
        var text = run.Output.Replace("</main>", Foreign, StringComparison.Ordinal);

        var guarded = await Browser.VisitAsync(text);
        var open = await Browser.VisitAsync(text.Replace("Content-Security-Policy", "x", StringComparison.Ordinal));

        guarded.Messages.Count.ShouldBe(2);
        guarded.Requests.ShouldBeEmpty();
        guarded.Content.ShouldNotContain("id=\"changed\"");
        open.Requests.ShouldBe(["http://127.0.0.1:9/x.png"]);
        open.Content.ShouldContain("id=\"changed\"");
    }

    private static double? Number(IElement cell) => cell.ClassList.Contains("number")
        ? double.Parse(cell.QuerySelector(".value")!.TextContent, NumberStyles.Number, CultureInfo.InvariantCulture)
        : null;
}
