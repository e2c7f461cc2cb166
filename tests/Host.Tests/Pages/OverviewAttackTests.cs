using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Validation.Server.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Pages;

/// <summary>What strangers and odd values may try on the pages about reports on file.</summary>
[Trait("Size", "Long")]
public sealed class OverviewAttackTests
{
    private static readonly string[] Paths =
    [
        "/overview", "/overview/findings", "/overview/reports", "/overview/missing", "/overview/export?format=csv",
        "/overview/export?format=xlsx", "/overview/missing/export", "/overview/missing/export?format=xlsx",
    ];

    [Theory]
    [InlineData(Role.Filer, true)]
    [InlineData(Role.Author, true)]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.Publisher, true)]
    [InlineData(Role.Clerk, false)]
    public async Task Pages_ForARole_AreThoseOfTheArchive(Role role, bool isLet)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "AnonymousValidate=false");
        var publisher = await server.KeyAsync(null, Role.Publisher);
        var filed = await server.FileAsync("年报", Archives.Slip("甲县", 2024), publisher.Secret);
        var key = role == Role.Publisher ? publisher : await server.KeyAsync(publisher.Secret, role);
        using var browser = new PageBrowser(server);
        using var stranger = new PageBrowser(server);
        using var signedIn = await browser.SignInAsync(key.Secret);

        foreach (var path in Paths.Append($"/overview/report?id={filed.Report.Id}").Append($"/overview/original?id={filed.Report.Id}"))
        {
            using var page = await browser.GetAsync(path);
            using var closed = await stranger.GetAsync(path);

            page.StatusCode.ShouldBe(isLet ? HttpStatusCode.OK : HttpStatusCode.Forbidden, path);
            closed.StatusCode.ShouldBe(HttpStatusCode.Redirect, path);
            closed.Headers.Location!.ToString().ShouldStartWith("/signin");
        }
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("' onmouseover='alert(1)")]
    public async Task Name_ThatIsMarkup_IsOnlyText(string name)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var quoted = $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        await server.ImportBodiesAsync($"{quoted},,{quoted}", $"乙县,{quoted},甲县");
        var slip = new Filing { Organization = $"丙{name}", Year = 2024, FileName = $"{name}.txt", Author = name, Reason = name };
        var filed = await server.FileAsync("年报", slip);
        await server.FileAsync("年报二", slip);

        foreach (var path in new[]
        {
            "/overview?to=2024", $"/overview?to=2024&q={Uri.EscapeDataString(name)}", $"/overview?superior={Uri.EscapeDataString(name)}",
            "/overview/findings", "/overview/reports", "/overview/missing", $"/overview/report?id={filed.Report.Id}",
            $"/overview/reports?rule={Uri.EscapeDataString(name)}",
        })
        {
            var page = await ReadPage.GetAsync(server, path);

            page.Status.ShouldBe(HttpStatusCode.OK, path);
            page.Html.ShouldNotContain("<img");
            page.Html.ShouldNotContain("<script>");
            page.Html.ShouldNotContain("onmouseover='");
            page.Texts("[onmouseover], [onerror]").ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task Values_ThatMakeNoSense_CountAsNotGiven()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        await server.ImportBodiesAsync("甲县,,乙市");
        await server.FileAsync("年报", Archives.Slip("甲县", 2024));
        string[] odd =
        [
            "", "-1", "0", "x", "1e9", "99999", "2147483648", "9223372036854775807", "9223372036854775808", "%00", "%0d%0a", "%ff", "''",
            "1;DROP%20TABLE%20filed_reports", "%F0%9F%98%80", new string('9', 3_000), "２０２４",
        ];
        string[] names = ["to", "years", "year", "superior", "q", "page", "verdict", "rule", "before", "format"];

        using var browser = new PageBrowser(server);
        foreach (var path in Paths.Select(path => path.Split('?')[0]).Distinct(StringComparer.Ordinal))
        {
            foreach (var value in odd)
            {
                foreach (var query in names.Select(name => $"{name}={value}").Append($"to=2024&to={value}&page=1&page={value}"))
                {
                    using var response = await browser.GetAsync($"{path}?{query}");

                    response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}?{query}");
                }
            }
        }

        (await ReadPage.GetAsync(server, "/overview?superior=nobody")).Html.ShouldContain("机关名单中没有以它为上级的机关：nobody");
        (await ReadPage.GetAsync(server, "/overview?to=2024&years=5")).Rows("table.totals").Length.ShouldBe(6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("%00")]
    [InlineData("' OR 1=1 --")]
    public async Task Report_ThatIsNotThere_IsSaidNotToBe(string id)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());

        foreach (var path in new[] { "/overview/report", "/overview/original" })
        {
            var page = await ReadPage.GetAsync(server, $"{path}?id={id}");

            page.Status.ShouldBe(HttpStatusCode.NotFound);
            page.Texts("p.problem").ShouldHaveSingleItem().ShouldContain("没有这份归档报告");
        }
    }

    [Theory]
    [InlineData("", 1, 50)]
    [InlineData("0", 1, 50)]
    [InlineData("2", 2, 50)]
    [InlineData("3", 3, 20)]
    [InlineData("4", 3, 20)]
    [InlineData("2147483647", 3, 20)]
    [InlineData("99999999999", 1, 50)]
    public async Task Page_WithANumber_IsOneOfThoseThatThereAre(string page, int shown, int bodies)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        await server.ImportBodiesAsync([.. Enumerable.Range(0, 120).Select(Line)]);

        var found = await ReadPage.GetAsync(server, $"/overview?page={page}");

        found.Rows("table.standings").Length.ShouldBe(bodies + 1);
        found.Html.ShouldContain($"共 120 个机关，第 {shown} 页，共 3 页");
        found.Links("nav.pager").Count.ShouldBe(shown == 2 ? 2 : 1);

        static string Line(int body) => string.Create(CultureInfo.InvariantCulture, $"第{body:000}局,,");
    }

    [Fact]
    public async Task Reports_PageByPage_AreEachShownOnce()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        for (var i = 0; i < 60; i++)
        {
            await server.FileAsync($"年报{i}", Archives.Slip($"第{i}局", 2024));
        }

        var first = await ReadPage.GetAsync(server, "/overview/reports?year=2024");
        var second = await ReadPage.GetAsync(server, first.Links("nav.pager").Single());

        first.Links("table.filed").Count.ShouldBe(50);
        first.Links("table.filed").Concat(second.Links("table.filed")).Distinct(StringComparer.Ordinal).Count().ShouldBe(60);
        second.Links("nav.pager").ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_ThatLookLikeFormulas_AreTextsInEveryFile()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        string[] names = ["=1+1", "+1", "-1", "@SUM(A1)"];
        await server.ImportBodiesAsync([.. names.Select(name => $"{name},,甲县")]);
        using var browser = new PageBrowser(server);

        foreach (var path in new[] { "/overview/export?to=2024", "/overview/missing/export?year=2024" })
        {
            using var csv = await browser.GetAsync($"{path}&format=csv");
            using var xlsx = await browser.GetAsync($"{path}&format=xlsx");

            var text = await csv.Content.ReadAsStringAsync();
            text.ShouldContain("'=1+1");
            text.Split('\n').SelectMany(line => line.Split(',')).ShouldAllBe(
                field => field.Trim('"').Length == 0 || !"=+-@".Contains(field.Trim('"')[0], StringComparison.Ordinal));
            csv.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            using var book = new ZipArchive(await xlsx.Content.ReadAsStreamAsync());
            var sheet = await SheetAsync(book);
            sheet.Descendants().ShouldNotContain(element => element.Name.LocalName == "f");
            var cells = sheet.Descendants().Where(element => element.Name.LocalName == "c").ToList();
            cells.ShouldAllBe(cell => cell.Attribute("t")!.Value == "inlineStr");
            cells.Select(cell => cell.Value).ShouldContain("=1+1");
        }
    }

    [Fact]
    public async Task Original_OfAReport_IsAFileToSaveAsItWasFiled()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var slip = new Filing { Organization = "甲县", Year = 2024, FileName = "../<b>年报</b>\".html", Author = "张三" };
        var filed = await server.FileAsync("<script>alert(1)</script>", slip);
        using var browser = new PageBrowser(server);

        using var response = await browser.GetAsync($"/overview/original?id={filed.Report.Id}");

        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(Encoding.UTF8.GetBytes("<script>alert(1)</script>"));
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("..__b_年报__b__.html");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    private static async Task<XDocument> SheetAsync(ZipArchive book)
    {
        await using var sheet = await book.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync();
        return await XDocument.LoadAsync(sheet, LoadOptions.None, default);
    }
}
