using Grpc.Core;
using Validation.Server.Archive;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Archive;

[Collection(PostgresTests.Name)]
public sealed class OverviewTests(PostgresCluster postgres) : IDisposable
{
    private const string Superior = "某某市人民政府";

    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Year_WithBodiesBelowOne_TellsWhoHasFiledAndWhoHasNot(string database)
    {
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        await server.ImportBodiesAsync(
            $"甲县人民政府,,{Superior}", $"乙县人民政府,乙县,{Superior}", $"丙县人民政府,,{Superior}", $"{Superior},,");
        var report = await WarmUpReport.ReadAsync();
        await FileAsync(server, "甲县人民政府", 2024, await WarmUpReport.ReadAsync(1));
        var first = await FileAsync(server, "甲县人民政府", 2024, report);
        var second = await FileAsync(server, "乙县", 2024, report);
        await FileAsync(server, "丙县人民政府", 2023, report);
        await FileAsync(server, "丁县人民政府", 2024, report);

        var below = await OverviewAsync(server, 2024, Superior);
        (below.Year, below.Bodies, below.Filed, below.Missing, below.Unlisted).ShouldBe((2024, 3, 2, 1, 0));
        below.MissingBodies.ShouldBe(["丙县人民政府"]);
        below.UnlistedBodies.ShouldBeEmpty();
        below.Verdicts.ShouldHaveSingleItem().ShouldBe(new VerdictCount { Verdict = first.Report.Verdict, Reports = 2 });
        below.Standings.Select(one => (one.Organization, one.Listed, one.Id)).ShouldBe(
        [
            ("丙县人民政府", true, ""), ("乙县人民政府", true, second.Report.Id), ("甲县人民政府", true, first.Report.Id),
        ]);
        below.Standings[2].Errors.ShouldBe(first.Report.Errors);
        below.Standings[2].FiledAt.ShouldBe(first.Report.FiledAt);
        below.Standings[0].FiledAt.ShouldBeNull();

        var all = await OverviewAsync(server, 2024, "");
        (all.Bodies, all.Filed, all.Missing, all.Unlisted).ShouldBe((4, 3, 2, 1));
        all.MissingBodies.ShouldBe(["丙县人民政府", Superior]);
        all.UnlistedBodies.ShouldBe(["丁县人民政府"]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Rules_OfAYear_AreCountedByReports(string database)
    {
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        var report = await WarmUpReport.ReadAsync();
        var filed = await FileAsync(server, "甲县人民政府", 2024, report);
        await FileAsync(server, "乙县人民政府", 2024, report);
        await FileAsync(server, "乙县人民政府", 2023, report);

        var overview = await OverviewAsync(server, 2024, "");

        var expected = filed.Findings.GroupBy(finding => finding.RuleId)
            .ToDictionary(group => group.Key, group => (2L, 2 * group.LongCount(), group.Max(finding => finding.Severity)));
        expected.ShouldNotBeEmpty();
        overview.Rules.ToDictionary(rule => rule.RuleId, rule => (rule.Reports, rule.Findings, rule.Severity))
            .ShouldBe(expected, ignoreOrder: true);
        overview.Rules.ShouldAllBe(rule => rule.Title.Length > 0);
        overview.Rules.Select(rule => rule.Findings).ShouldBeInOrder(SortDirection.Descending);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Body_FiledUnderTwoNamesBeforeItWasListed_CountsOnce(string database)
    {
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        await FileAsync(server, "乙县", 2024, await WarmUpReport.ReadAsync(1));
        var newest = await FileAsync(server, "乙县人民政府", 2024, await WarmUpReport.ReadAsync(2));
        (await OverviewAsync(server, 2024, "")).Filed.ShouldBe(2);

        await server.ImportBodiesAsync("乙县人民政府,乙县,");

        await Administration.UntilAsync(async () => (await OverviewAsync(server, 2024, "")).Bodies == 1).InTime();
        var overview = await OverviewAsync(server, 2024, "");
        (overview.Filed, overview.Missing, overview.Unlisted).ShouldBe((1, 0, 0));
        overview.Standings.ShouldHaveSingleItem().Id.ShouldBe(newest.Report.Id);
        overview.Verdicts.ShouldHaveSingleItem().Reports.ShouldBe(1);
        overview.Rules.ShouldAllBe(rule => rule.Reports == 1);
    }

    [Fact]
    public async Task Year_NotGiven_IsRefused()
    {
        await using var server = await RunningServer.StartAsync();

        var refused = await Administration.RefusedAsync(server.Archive().OverviewAsync(new OverviewRequest()));

        (refused.StatusCode, refused.Detail).ShouldBe((StatusCode.InvalidArgument, ExportTexts.YearMissing));
    }

    public void Dispose()
    {
        _databases.Dispose();
    }

    private static Task<FileReportReply> FileAsync(RunningServer server, string body, int year, string text)
    {
        return server.FileAsync(text, Archives.Slip(body, year));
    }

    private static Task<OverviewReply> OverviewAsync(RunningServer server, int year, string superior)
    {
        var request = new OverviewRequest { Year = year, Superior = superior, IncludeBodies = true };
        return server.Archive().OverviewAsync(request).ResponseAsync.InTime();
    }
}
