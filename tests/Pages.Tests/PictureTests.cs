using System.Globalization;
using Google.Protobuf;
using Grpc.Net.Client;
using Microsoft.Playwright;
using Validation.Pages.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Pages.Tests;

/// <summary>Takes the pictures of the pages that README.md and the server's README show; tests/tools/pictures.sh puts them there.</summary>
public sealed class PictureTests(ServerProcess server, Chromium chromium) : IClassFixture<ServerProcess>, IClassFixture<Chromium>
{
    private const int Width = 1000;

    private string Address => $"http://{server.WebEndpoint}";

    [BrowserFact]
    public async Task Check_OfAWrongReport_ShowsItsMarkedCell()
    {
        await using var visitor = await chromium.VisitAsync(Address, Width);
        await visitor.GoAsync("/check");
        await visitor.ChooseAsync("#file", Path.Combine(SourceTree.Root, "tests", "samples", "qinhuangdao-2024.txt"));
        await visitor.Page.WaitForSelectorAsync("td.error").InTime();
        (await visitor.TextAsync()).ShouldContain("由 29 改为 34");

        await TakeAsync(visitor, "check", from: "article h2", height: 740);
        await TakeAsync(visitor, "cell", from: "table.applications", height: 420);
    }

    [BrowserFact]
    public async Task Overview_OfSomeBodies_ShowsWhoIsMissing()
    {
        await FileAsync();
        await using var visitor = await chromium.VisitAsync(Address, Width);
        await visitor.GoAsync("/overview?to=2024&years=3");
        (await visitor.TextAsync()).ShouldContain("缺报告");

        await TakeAsync(visitor, "overview", from: "main h2", height: 620);
    }

    [BrowserFact]
    public async Task System_OfOneServer_ShowsItsRules()
    {
        await using var visitor = await chromium.VisitAsync(Address, Width);
        await visitor.GoAsync("/system");
        // The pictures are not to tell where they were taken.
        await visitor.Page.EvaluateAsync(
            "names => { for (const cell of document.querySelectorAll('td, th[scope=row], dd')) "
            + "{ for (const [from, to] of names) { cell.textContent = cell.textContent.replaceAll(from, to); } } }",
            new[] { new[] { Environment.MachineName, "nianbao-1" }, new[] { server.GrpcEndpoint.ToString(), "127.0.0.1:5081" } }).InTime();
        (await visitor.TextAsync()).ShouldContain("nianbao-1");
        (await visitor.TextAsync()).ShouldNotContain(Environment.MachineName + "（");

        await TakeAsync(visitor, "system", from: "header.site", height: 720);
    }

    [BrowserFact]
    public async Task Start_OfAFreshServer_SaysWhereToBegin()
    {
        await using var visitor = await chromium.VisitAsync(Address, Width);
        await visitor.GoAsync("/");
        (await visitor.TextAsync()).ShouldContain("欢迎使用");

        await TakeAsync(visitor, "start", from: "header.site", height: 640);
    }

    // Eight offices of a town, of which not all have filed in each year.
    private async Task FileAsync()
    {
        string[] offices = ["教育局", "民政局", "财政局", "司法局", "水利局", "统计局", "医疗保障局", "市场监督管理局"];
        using var channel = GrpcChannel.ForAddress($"http://{server.GrpcEndpoint}");
        var list = "名称,别名,上级\n" + string.Concat(offices.Select(office => $"某某市{office},,\n"));
        var import = new ImportBodiesRequest { Csv = ByteString.CopyFromUtf8(list) };
        await new BodyAdmin.BodyAdminClient(channel).ImportAsync(import).ResponseAsync.InTime();
        var archive = new Archive.ArchiveClient(channel);
        for (var number = 0; number < offices.Length; number++)
        {
            for (var year = 2022; year <= 2024 && number < 3 + (2 * (2025 - year)); year++)
            {
                var sample = (number + year) % 3 == 0 ? "qinhuangdao-2024.txt" : "jiyuan-2024.txt";
                await FiledServer.FileAsync(archive, $"某某市{offices[number]}", year, sample, "定稿");
            }
        }
    }

    private static async Task TakeAsync(Visitor visitor, string name, string from, int height)
    {
        var top = await visitor.Page.EvaluateAsync<double>(
            "from => document.querySelector(from).getBoundingClientRect().top + scrollY", from).InTime();
        var path = Path.Combine(
            SourceTree.Root, "artifacts", "pages", "pictures", string.Create(CultureInfo.InvariantCulture, $"{name}.png"));
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = path,
            FullPage = true,
            Clip = new Clip { X = 0, Y = (float)Math.Max(0, top - 8), Width = Width, Height = height },
        }).InTime();
        new FileInfo(path).Length.ShouldBeInRange(10_000, 400_000);
    }
}
