using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Microsoft.Playwright;
using Validation.Pages.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Pages.Tests;

/// <summary>The way of somebody who looks where a city stands: from the totals to a report, and to those who have to be reminded.</summary>
public sealed class OverviewTests(FiledServer server, Chromium chromium) : IClassFixture<FiledServer>, IClassFixture<Chromium>
{
    private const string Table = "/overview?to=2024&years=5";

    [BrowserFact]
    public async Task Totals_OfAYear_LeadToTheReportAndItsMarkedCells()
    {
        await using var visitor = await chromium.VisitAsync(server.Address, script: false);
        await visitor.GoAsync(Table);
        (await RowAsync(visitor, "table.totals", "2024")).ShouldBe(["2024", "123", "3", "2", "1", "0", "121", "1"]);
        (await visitor.Page.Locator("svg.chart").GetAttributeAsync("role").InTime()).ShouldBe("img");
        (await visitor.Page.Locator("svg.chart desc").TextContentAsync().InTime())!.ShouldContain(
            "2024 年：通过 2，有错误 1，未能判定 0，缺报告 121。");
        await visitor.PhotographAsync("overview");

        await visitor.Page.FillAsync("#q", FiledServer.First[..2]).InTime();
        await visitor.Page.ClickAsync("form.choices button.main").InTime();
        await visitor.Page.ClickAsync("table.standings td:nth-child(2) a").InTime();

        var text = await visitor.TextAsync();
        text.ShouldContain($"{FiledServer.First} 2024 年年报");
        text.ShouldContain("由 29 改为 34");
        text.ShouldContain("更正");
        text.ShouldContain("初稿");
        (await visitor.Page.Locator("td.error").CountAsync().InTime()).ShouldBeGreaterThan(0);
        (await visitor.Page.Locator(".finding").CountAsync().InTime()).ShouldBe(server.Current.Findings.Count);
        await visitor.PhotographAsync("overview-report");

        var original = await DownloadAsync(visitor, "section.provenance a");
        (await File.ReadAllBytesAsync(original)).ShouldBe(
            await File.ReadAllBytesAsync(Path.Combine(SourceTree.Root, "tests", "samples", "qinhuangdao-2024.txt")));

        await visitor.Page.ClickAsync("table.versions a").InTime();
        (await visitor.TextAsync()).ShouldContain("已经被后来的版本取代");
        visitor.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Findings_OfAYear_LeadToTheReportsThatHaveThem()
    {
        await using var visitor = await chromium.VisitAsync(server.Address);
        await visitor.GoAsync("/overview/findings?year=2024");
        var first = visitor.Page.Locator("table.findings tbody tr").First;
        var reports = int.Parse(await first.Locator("td").Nth(2).InnerTextAsync().InTime(), CultureInfo.InvariantCulture);
        reports.ShouldBeInRange(1, 3);
        await visitor.PhotographAsync("overview-findings");

        await first.Locator("a").ClickAsync().InTime();

        await visitor.Page.WaitForSelectorAsync("table.filed").InTime();
        (await visitor.Page.Locator("table.filed tbody tr").CountAsync().InTime()).ShouldBe(reports);
        await visitor.PhotographAsync("overview-reports");
    }

    [BrowserFact]
    public async Task Table_OfManyBodies_IsReadPageByPage()
    {
        await using var visitor = await chromium.VisitAsync(server.Address, script: false);
        await visitor.GoAsync(Table);
        var names = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            names.AddRange(await visitor.Page.Locator("table.standings tbody th").AllInnerTextsAsync().InTime());
            if (page < 3)
            {
                await visitor.Page.ClickAsync("nav.pager a[rel=next]").InTime();
            }
        }

        names.Count.ShouldBe(124);
        names.Distinct(StringComparer.Ordinal).Count().ShouldBe(124);
        (await visitor.Page.Locator("nav.pager a[rel=next]").CountAsync().InTime()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task Files_OfTheTable_HaveWhatItShowsAndNoFormula()
    {
        await using var visitor = await chromium.VisitAsync(server.Address);
        await visitor.GoAsync(Table);

        var csv = await File.ReadAllLinesAsync(await DownloadAsync(visitor, "p.downloads a[href*=csv]"));
        var sheet = await SheetAsync(await DownloadAsync(visitor, "p.downloads a[href*=xlsx]"));

        csv.Length.ShouldBe(125);
        csv.ShouldContain($"{FiledServer.First},{FiledServer.Superior},有错误,缺报告,缺报告,缺报告,缺报告");
        csv.ShouldContain(line => line.Trim('"').StartsWith($"'{FiledServer.Odd}", StringComparison.Ordinal));
        sheet.Count.ShouldBe(125);
        sheet[0].ShouldBe(["机关", "上级机关", "2024 年", "2023 年", "2022 年", "2021 年", "2020 年"]);
        sheet.Select(row => string.Join(',', row)).ShouldContain($"{FiledServer.Second},{FiledServer.Superior},通过,通过,缺报告,缺报告,缺报告");
        sheet.ShouldContain(row => row[0] == FiledServer.Odd);
    }

    [BrowserFact]
    public async Task Reminder_Printed_IsTheListAlone()
    {
        await using var visitor = await chromium.VisitAsync(server.Address);
        await visitor.GoAsync(Table);
        await visitor.Page.ClickAsync("table.totals tbody tr:first-child td:nth-child(7) a").InTime();
        await visitor.Page.WaitForSelectorAsync("table.missing").InTime();
        (await visitor.Page.Locator("table.missing tbody tr").CountAsync().InTime()).ShouldBe(121);
        var sheet = await SheetAsync(await DownloadAsync(visitor, "p.downloads a[href*=xlsx]"));
        sheet.Count.ShouldBe(122);
        sheet[0].ShouldBe(["序号", "机关", "上级机关"]);

        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print }).InTime();

        foreach (var hidden in new[] { "form.choices", "header.site", "nav.parts", "p.downloads" })
        {
            (await visitor.Page.IsVisibleAsync(hidden).InTime()).ShouldBeFalse(hidden);
        }

        (await visitor.Page.IsVisibleAsync("table.missing").InTime()).ShouldBeTrue();
        (await visitor.Page.IsVisibleAsync(".reminder h2").InTime()).ShouldBeTrue();
        await visitor.PhotographAsync("overview-missing-print");
        visitor.Complaints.ShouldBeEmpty();
    }

    [AxeTheory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Pages_OfAnyWidthAndShade_KeepTheRulesOfAxe(int width, bool dark)
    {
        await using var visitor = await chromium.VisitAsync(server.Address, width, dark);
        (string Name, string Path)[] pages =
        [
            ("overview", Table), ("overview-findings", "/overview/findings?year=2024"), ("overview-reports", "/overview/reports"),
            ("overview-missing", "/overview/missing?year=2024"), ("overview-report", $"/overview/report?id={server.Current.Report.Id}"),
            ("overview-nothing", "/overview?superior=nobody"),
        ];
        foreach (var (name, path) in pages)
        {
            await visitor.GoAsync(path);
            var photograph = $"{name}-{width}-{(dark ? "dark" : "light")}";
            await visitor.PhotographAsync(photograph);
            (await visitor.ViolationsAsync()).ShouldBeEmpty(photograph);
            (await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth").InTime())
                .ShouldBeFalse($"{photograph} has to be scrolled sideways");
        }

        visitor.Complaints.ShouldBeEmpty();
        visitor.Requests.Where(url => !url.StartsWith(server.Address, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> RowAsync(Visitor visitor, string table, string head)
    {
        var row = visitor.Page.Locator($"{table} tbody tr", new() { Has = visitor.Page.Locator($"th:text-is(\"{head}\")") });
        var cells = await row.Locator("th, td").AllInnerTextsAsync().InTime();
        return [.. cells.Select(cell => cell.Split('，')[0].Trim())];
    }

    private static async Task<string> DownloadAsync(Visitor visitor, string link)
    {
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.ClickAsync(link)).InTime();
        return await download.PathAsync().InTime();
    }

    /// <summary>The rows of the first sheet of a workbook. Every cell has to be a text.</summary>
    private static async Task<IReadOnlyList<string[]>> SheetAsync(string path)
    {
        await using var file = File.OpenRead(path);
        using var book = new ZipArchive(file);
        await using var part = await book.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync();
        var sheet = await XDocument.LoadAsync(part, LoadOptions.None, default);
        sheet.Descendants().ShouldNotContain(element => element.Name.LocalName == "f");
        var cells = sheet.Descendants().Where(element => element.Name.LocalName == "c").ToList();
        cells.ShouldAllBe(cell => cell.Attribute("t")!.Value == "inlineStr");
        return
        [
            .. sheet.Descendants().Where(element => element.Name.LocalName == "row")
                .Select(row => row.Elements().Select(cell => cell.Value).ToArray()),
        ];
    }
}
