using Grpc.Core;
using Validation.Server.Archive;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Archive;

[Collection(PostgresTests.Name)]
public sealed class ArchiveListTests(PostgresCluster postgres) : IDisposable
{
    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(All))]
    public async Task List_Filtered_HasThoseMeantTheNewestFirst(string database)
    {
        await using var server = await RunningServer.StartSmallAsync(await _databases.OptionAsync(database));
        await server.ImportBodiesAsync("甲县民政局,甲县民政,甲县人民政府", "甲县教育局,,甲县人民政府", "乙县民政局,,乙县人民政府");
        var names = new[] { ("甲县民政局", 2024), ("甲县教育局", 2024), ("乙县民政局", 2024), ("甲县民政局", 2023) };
        foreach (var (name, year) in names)
        {
            await server.FileAsync(await WarmUpReport.ReadAsync(), Archives.Slip(name, year));
        }

        await server.FileAsync(await WarmUpReport.ReadAsync(1), Archives.Slip("甲县民政", 2024));

        (await ListAsync(server, new FiledReportFilter())).ShouldBe(
            ["甲县民政局 2024", "甲县民政局 2023", "乙县民政局 2024", "甲县教育局 2024"]);
        (await ListAsync(server, new FiledReportFilter { IncludeSuperseded = true })).Count.ShouldBe(5);
        (await ListAsync(server, new FiledReportFilter { Organization = "甲县 民政" })).ShouldBe(["甲县民政局 2024", "甲县民政局 2023"]);
        (await ListAsync(server, new FiledReportFilter { OrganizationPrefix = "甲县", Year = 2024 })).ShouldBe(
            ["甲县民政局 2024", "甲县教育局 2024"]);
        (await ListAsync(server, new FiledReportFilter { Superior = "乙县人民政府" })).ShouldBe(["乙县民政局 2024"]);
        (await ListAsync(server, new FiledReportFilter { Superior = "乙县人民政府", Organization = "甲县民政局" })).ShouldBeEmpty();
        (await ListAsync(server, new FiledReportFilter { Verdicts = { Verdict.Reject } })).ShouldBeEmpty();
        (await ListAsync(server, new FiledReportFilter { Verdicts = { Verdict.Reject, Verdict.Accept } })).Count.ShouldBe(4);
        (await ListAsync(server, new FiledReportFilter { OrganizationPrefix = "%" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task List_InPages_HasEachOnce()
    {
        await using var server = await RunningServer.StartSmallAsync();
        for (var year = 2021; year <= 2025; year++)
        {
            await server.FileAsync(await WarmUpReport.ReadAsync(), Archives.Slip("某某单位", year));
        }

        var years = new List<int>();
        var request = new ListFiledReportsRequest { Limit = 2 };
        do
        {
            var reply = await server.Archive().ListAsync(request).ResponseAsync.InTime();
            reply.Reports.Count.ShouldBeLessThanOrEqualTo(2);
            years.AddRange(reply.Reports.Select(report => report.Year));
            request.PageToken = reply.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        years.ShouldBe([2025, 2024, 2023, 2022, 2021]);
        foreach (var token in new[] { "x1", "r", "r-1", "1" })
        {
            var refused = await Administration.RefusedAsync(
                server.Archive().ListAsync(new ListFiledReportsRequest { PageToken = token }));
            (refused.StatusCode, refused.Detail).ShouldBe((StatusCode.InvalidArgument, ArchiveTexts.NoSuchPage));
        }
    }

    [Fact]
    public async Task Get_OfNothing_SaysSo()
    {
        await using var server = await RunningServer.StartSmallAsync();
        (StatusCode Code, string Detail, GetFiledReportRequest Request)[] cases =
        [
            (StatusCode.NotFound, ArchiveTexts.NoSuchReport("r2345678"), new GetFiledReportRequest { Id = "r2345678" }),
            (StatusCode.NotFound, ArchiveTexts.NoneOnFile("某某单位", 2024), new GetFiledReportRequest { Organization = "某某单位", Year = 2024 }),
            (StatusCode.InvalidArgument, ArchiveTexts.WhichReport, new GetFiledReportRequest { Organization = "某某单位" }),
        ];
        foreach (var (code, detail, request) in cases)
        {
            var refused = await Administration.RefusedAsync(server.Archive().GetAsync(request));
            (refused.StatusCode, refused.Detail).ShouldBe((code, detail));
        }

        (await Should.ThrowAsync<RpcException>(server.OriginalAsync("r2345678"))).StatusCode.ShouldBe(StatusCode.NotFound);
        (await Should.ThrowAsync<RpcException>(server.OriginalAsync(""))).StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Report_Removed_IsGoneAndTheVersionBeforeIsCurrentAgain(string database)
    {
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        var first = (await server.FileAsync(await WarmUpReport.ReadAsync(1))).Report;
        var second = (await server.FileAsync(await WarmUpReport.ReadAsync(2))).Report;
        var third = (await server.FileAsync(await WarmUpReport.ReadAsync(3))).Report;

        // One in the middle: the version before it is then superseded by the one after it.
        var middle = await RemoveAsync(server, second.Id);
        (middle.Report.Id, middle.Current).ShouldBe((second.Id, null));
        (await server.GetAsync(first.Id)).Report.SupersededBy.ShouldBe(third.Id);
        var last = await RemoveAsync(server, third.Id);

        (last.Report, last.Current).ShouldBe((third, first));
        (await server.ListAsync(new FiledReportFilter { IncludeSuperseded = true })).ShouldBe([first]);
        (await Should.ThrowAsync<RpcException>(server.GetAsync(third.Id))).StatusCode.ShouldBe(StatusCode.NotFound);
        (await Should.ThrowAsync<RpcException>(RemoveAsync(server, third.Id))).StatusCode.ShouldBe(StatusCode.NotFound);
        var audit = await server.AuditAsync(null);
        audit.Select(entry => entry.Action).ShouldBe(["archive_remove", "archive_remove", .. Enumerable.Repeat("archive_file", 3)]);
        audit[0].Detail.ShouldBe($"{third.Id} {third.Organization} {third.Year} {third.Verdict} {third.Sha256[..16]} 李四：传错 了");
        // What was removed can be filed again.
        (await server.FileAsync(await WarmUpReport.ReadAsync(3))).AlreadyFiled.ShouldBeFalse();
        (await RemoveAsync(server, (await server.ListAsync())[0].Id)).Current.ShouldBe(first);
        (await RemoveAsync(server, first.Id)).Current.ShouldBeNull();
        (await server.Archive().GetStatusAsync(new GetArchiveStatusRequest()).ResponseAsync.InTime()).Reports.ShouldBe(0);
    }

    [Fact]
    public async Task Remove_WithoutNameOrReason_IsRefused()
    {
        await using var server = await RunningServer.StartAsync();
        var report = (await server.FileAsync(await WarmUpReport.ReadAsync())).Report;

        var nameless = new RemoveFiledReportRequest { Id = report.Id, Reason = "传错了" };
        var groundless = new RemoveFiledReportRequest { Id = report.Id, Author = "李四", Reason = "\n" };

        (await Administration.RefusedAsync(server.Archive().RemoveAsync(nameless))).Detail.ShouldBe(ArchiveTexts.AuthorInvalid(100));
        (await Administration.RefusedAsync(server.Archive().RemoveAsync(groundless))).Detail
            .ShouldBe(ArchiveTexts.RemovalReasonInvalid(1000));
        (await server.ListAsync()).Count.ShouldBe(1);
    }

    public void Dispose()
    {
        _databases.Dispose();
    }

    private static async Task<IReadOnlyList<string>> ListAsync(RunningServer server, FiledReportFilter filter)
    {
        return [.. (await server.ListAsync(filter)).Select(report => $"{report.Organization} {report.Year}")];
    }

    private static async Task<RemoveFiledReportReply> RemoveAsync(RunningServer server, string id)
    {
        var request = new RemoveFiledReportRequest { Id = id, Author = "李四", Reason = "传错\n了" };
        return await server.Archive().RemoveAsync(request).ResponseAsync.InTime();
    }
}
