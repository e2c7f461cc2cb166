using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Pages;

/// <summary>What the pages about reports on file tell, with both databases.</summary>
[Collection(PostgresTests.Name)]
public sealed class OverviewPageTests(PostgresCluster postgres) : IDisposable
{
    private const string Superior = "某某市人民政府";

    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Table_OfBodiesAndYears_TellsHowEachStands(string database)
    {
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        var report = await WarmUpReport.ReadAsync();
        await server.FileAsync(report, Archives.Slip("乙县", 2024));
        await server.ImportBodiesAsync($"甲县,,{Superior}", $"乙县人民政府,乙县,{Superior}", $"丙县,,{Superior}", "外县,,");
        var first = await server.FileAsync(report, Archives.Slip("甲县", 2023));
        var second = await server.FileAsync(await WarmUpReport.ReadAsync(1), Archives.Slip("甲县", 2023));
        await server.FileAsync(report, Archives.Slip("丁县", 2024));
        second.Superseded.Id.ShouldBe(first.Report.Id);

        var all = await ReadPage.GetAsync(server, "/overview?to=2024&years=2");
        var below = await ReadPage.GetAsync(server, $"/overview?to=2024&years=2&superior={Uri.EscapeDataString(Superior)}");
        var found = await ReadPage.GetAsync(server, $"/overview?to=2024&years=2&q={Uri.EscapeDataString("乙　县")}");

        all.Rows("table.totals")[1..].ShouldBe(["2024 4 2 0 2 0 3 1", "2023 4 1 0 1 0 3 0"]);
        all.Rows("table.standings").ShouldBe(
        [
            "机关 2024 2023", "丁县（不在机关名单中） ✗有错误 无报告", "丙县 －缺报告 －缺报告", "乙县人民政府 ✗有错误 －缺报告",
            "外县 －缺报告 －缺报告", "甲县 －缺报告 ✗有错误",
        ]);
        all.Links("table.standings").ShouldContain($"/overview/report?id={second.Report.Id}");
        all.Links("table.standings").ShouldNotContain($"/overview/report?id={first.Report.Id}");
        all.Texts("svg.chart desc").ShouldBe(
            ["2023 年：通过 0，有错误 1，未能判定 0，缺报告 3。2024 年：通过 0，有错误 2，未能判定 0，缺报告 3。"]);
        below.Rows("table.totals")[1..].ShouldBe(["2024 3 1 0 1 0 2 0", "2023 3 1 0 1 0 2 0"]);
        below.Rows("table.standings").Length.ShouldBe(4);
        found.Rows("table.standings")[1..].ShouldBe(["乙县人民政府 ✗有错误 －缺报告"]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Body_FiledUnderTwoNames_CountsOnceWithTheReportFiledLast(string database)
    {
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        await server.FileAsync(await WarmUpReport.ReadAsync(1), Archives.Slip("乙县", 2024));
        var newest = await server.FileAsync(await WarmUpReport.ReadAsync(2), Archives.Slip("乙县人民政府", 2024));
        await server.ImportBodiesAsync("乙县人民政府,乙县,");

        var page = await ReadPage.GetAsync(server, "/overview?to=2024&years=1");
        var findings = await ReadPage.GetAsync(server, "/overview/findings?year=2024");

        page.Rows("table.totals")[1..].ShouldBe(["2024 1 1 0 1 0 0 0"]);
        page.Links("table.standings").ShouldBe([$"/overview/report?id={newest.Report.Id}"]);
        findings.Texts("table.findings td:nth-child(4)").ShouldAllBe(count => count == "1");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Findings_OfAYear_LeadToTheReportsThatHaveThem(string database)
    {
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        var report = await WarmUpReport.ReadAsync();
        var filed = await server.FileAsync(report, Archives.Slip("甲县", 2024));
        await server.FileAsync(report, Archives.Slip("乙县", 2024));
        await server.FileAsync(report, Archives.Slip("乙县", 2023));
        var rule = filed.Findings.First(finding => finding.Severity == Level.Error).RuleId;

        var page = await ReadPage.GetAsync(server, "/overview/findings?year=2024");
        var link = page.Links("table.findings").Single(address => address.EndsWith($"rule={rule}", StringComparison.Ordinal));
        var reports = await ReadPage.GetAsync(server, link);
        var none = await ReadPage.GetAsync(server, "/overview/reports?year=2024&rule=no-such-rule");

        page.Texts("table.findings td:first-child").ShouldBe(
            filed.Findings.Where(finding => finding.Accepted is null).Select(finding => finding.RuleId).Distinct(), ignoreOrder: true);
        page.Rows("table.findings").Single(row => row.StartsWith($"{rule} ", StringComparison.Ordinal)).ShouldContain(" 错误 2 100.0% ");
        reports.Texts("table.filed th[scope=row]").ShouldBe(["乙县", "甲县"]);
        none.Rows("table.filed").ShouldBeEmpty();
        none.Html.ShouldContain("没有符合条件的归档报告");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Reports_OfAVerdict_AreThoseOfTheTotal(string database)
    {
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        await server.FileAsync(await WarmUpReport.ReadAsync(), Archives.Slip("甲县", 2024));

        var rejected = await ReadPage.GetAsync(server, "/overview/reports?year=2024&verdict=reject");
        var accepted = await ReadPage.GetAsync(server, "/overview/reports?year=2024&verdict=accept");

        rejected.Texts("table.filed th[scope=row]").ShouldBe(["甲县"]);
        accepted.Texts("table.filed th[scope=row]").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Reminder_OfAYear_NamesThoseWithoutAReport(string database)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), await _databases.OptionAsync(database));
        await server.ImportBodiesAsync($"甲县,甲,{Superior}", $"乙县,,{Superior}", "丙县,,");
        await server.FileAsync("年报", Archives.Slip("甲", 2024));

        var all = await ReadPage.GetAsync(server, "/overview/missing?year=2024");
        var below = await ReadPage.GetAsync(server, $"/overview/missing?year=2024&superior={Uri.EscapeDataString(Superior)}");
        var later = await ReadPage.GetAsync(server, "/overview/missing?year=2025");

        all.Rows("table.missing")[1..].ShouldBe(["1 丙县 ", $"2 乙县 {Superior}"]);
        all.Html.ShouldContain("2024 年应当报送的 3 个机关中，2 个还没有归档的报告。");
        below.Rows("table.missing")[1..].ShouldBe([$"1 乙县 {Superior}"]);
        later.Rows("table.missing").Length.ShouldBe(4);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Report_WithVersions_ShowsThemAndWhatWasFound(string database)
    {
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        var first = await server.FileAsync(await WarmUpReport.ReadAsync(1), Archives.Slip("甲县", 2024, "张三"));
        var second = await server.FileAsync(await WarmUpReport.ReadAsync(2), Archives.Slip("甲县", 2024, "李四"));

        var current = await ReadPage.GetAsync(server, $"/overview/report?id={second.Report.Id}");
        var old = await ReadPage.GetAsync(server, $"/overview/report?id={first.Report.Id}");
        var found = await ReadPage.GetAsync(server, $"/overview?q={first.Report.Id}");

        current.Texts("h1").ShouldBe(["甲县 2024 年年报"]);
        current.Rows("table.versions").Length.ShouldBe(3);
        current.Links("table.versions").ShouldBe([$"/overview/report?id={first.Report.Id}"]);
        current.Texts(".finding").Count.ShouldBe(second.Findings.Count);
        current.Texts("table.disclosure, table.applications, table.disputes").Count.ShouldBe(3);
        current.Texts("section.provenance dd").ShouldContain(text => text.StartsWith("李四", StringComparison.Ordinal));
        current.Texts("p.problem").ShouldBeEmpty();
        found.Links("p.found").ShouldBe([$"/overview/report?id={first.Report.Id}"]);
        old.Links("p.problem").ShouldBe([$"/overview/report?id={second.Report.Id}"]);
    }

    public void Dispose()
    {
        _databases.Dispose();
    }
}
