using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Validation.Server.Access;
using Validation.Server.Archive;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Archive;

[Collection(PostgresTests.Name)]
[Trait("Size", "Long")]
public sealed class FilingTests(PostgresCluster postgres) : IDisposable
{
    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Report_Filed_IsThereWholeOnEveryServer(string database)
    {
        var option = await _databases.OptionAsync(database);
        await using var first = await RunningServer.StartAsync(null, option);
        await using var second = await RunningServer.StartAsync(null, option);
        var text = await WarmUpReport.ReadAsync();
        var check = await first.CheckAsync(text);

        var filed = await first.FileAsync(text);

        (filed.AlreadyFiled, filed.Superseded).ShouldBe((false, null));
        filed.Findings.ShouldBe(check.Findings);
        var report = filed.Report;
        (report.Organization, report.Year, report.Verdict).ShouldBe((check.Report.Organization, check.Report.Year, check.Verdict));
        (report.Errors, report.Warnings + report.Infos).ShouldBe((
            check.Findings.Count(finding => finding.Severity == Level.Error),
            check.Findings.Count(finding => finding.Severity != Level.Error)));
        (report.Author, report.Principal, report.FilingReason).ShouldBe(("张三", AccessTexts.LocalPrincipal, "定稿"));
        report.Sha256.ShouldBe(Drafts.Hash(text));
        var got = await second.GetAsync(report.Id);
        got.Report.ShouldBe(report);
        got.Content.ShouldBe(check.Report);
        got.Findings.ShouldBe(check.Findings);
        (await second.OriginalAsync(report.Id)).ShouldBe(Encoding.UTF8.GetBytes(text));
        var current = new GetFiledReportRequest { Organization = report.Organization, Year = report.Year };
        (await second.Archive().GetAsync(current).ResponseAsync.InTime()).Report.ShouldBe(report);
        (await first.AuditAsync(null)).ShouldHaveSingleItem().Action.ShouldBe("archive_file");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Report_FiledAgain_IsOnFileOnce(string database)
    {
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        var text = await WarmUpReport.ReadAsync();
        var first = await server.FileAsync(text);

        var again = await server.FileAsync(text, Archives.Slip(author: "李四"));

        (again.AlreadyFiled, again.Report, again.Superseded).ShouldBe((true, first.Report, null));
        (await server.ListAsync()).ShouldBe([first.Report]);
        (await server.AuditAsync(null)).Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Version_Later_SupersedesTheOneBeforeAndKeepsIt(string database)
    {
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        var first = (await server.FileAsync(await WarmUpReport.ReadAsync(1))).Report;

        var second = await server.FileAsync(await WarmUpReport.ReadAsync(2), Archives.Slip(author: "李四"));

        second.Superseded.ShouldBe(first);
        (await server.ListAsync()).ShouldBe([second.Report]);
        var all = await server.ListAsync(new FiledReportFilter { IncludeSuperseded = true });
        all.Select(report => report.Id).ShouldBe([second.Report.Id, first.Id]);
        (all[1].SupersededBy, all[1].SupersededAuthor).ShouldBe((second.Report.Id, "李四"));
        all[1].SupersededAt.ShouldNotBeNull();
        (await server.OriginalAsync(first.Id)).ShouldBe(Encoding.UTF8.GetBytes(await WarmUpReport.ReadAsync(1)));

        // The version before, once more: it is on file, and stays superseded.
        var again = await server.FileAsync(await WarmUpReport.ReadAsync(1));
        (again.AlreadyFiled, again.Report).ShouldBe((true, all[1]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Filers_Two_EndWithOneCurrentVersionAndBothKept(string database)
    {
        var option = await _databases.OptionAsync(database);
        await using var first = await RunningServer.StartAsync(null, option);
        await using var second = await RunningServer.StartAsync(null, option);
        for (var round = 0; round < 5; round++)
        {
            var texts = await Task.WhenAll(WarmUpReport.ReadAsync(2 * round), WarmUpReport.ReadAsync((2 * round) + 1));

            var replies = await Task.WhenAll(first.FileAsync(texts[0]), second.FileAsync(texts[1])).InTime();

            replies.ShouldAllBe(reply => !reply.AlreadyFiled);
            var all = await first.ListAsync(new FiledReportFilter { IncludeSuperseded = true });
            all.Count.ShouldBe(2 * (round + 1));
            var current = all.Where(report => report.SupersededBy.Length == 0).ShouldHaveSingleItem();
            replies.Select(reply => reply.Report.Id).ShouldContain(current.Id);
            // Each version but the current one names the one that came after it.
            all.Skip(1).Select(report => report.SupersededBy).ShouldBe(all.SkipLast(1).Select(report => report.Id));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Filers_OfTheSameFileAtTheSameTime_FileItOnce(string database)
    {
        var option = await _databases.OptionAsync(database);
        await using var first = await RunningServer.StartAsync(null, option);
        await using var second = await RunningServer.StartAsync(null, option);
        var text = await WarmUpReport.ReadAsync();

        var replies = await Task.WhenAll(new[] { first, second, first, second }.Select(server => server.FileAsync(text))).InTime();

        replies.Count(reply => !reply.AlreadyFiled).ShouldBe(1);
        replies.Select(reply => reply.Report.Id).Distinct().ShouldHaveSingleItem();
        (await first.ListAsync(new FiledReportFilter { IncludeSuperseded = true })).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Expected_AnotherVersionIsCurrent_IsRefusedAndChangesNothing()
    {
        await using var server = await RunningServer.StartAsync();
        var first = await server.FileAsync(await WarmUpReport.ReadAsync(1), Expecting(""));
        var second = await server.FileAsync(await WarmUpReport.ReadAsync(2), Expecting(first.Report.Id));

        var text = await WarmUpReport.ReadAsync(3);
        foreach (var outdated in new[] { "", first.Report.Id })
        {
            var refused = await Should.ThrowAsync<RpcException>(server.FileAsync(text, Expecting(outdated)));
            (refused.StatusCode, refused.Status.Detail).ShouldBe((
                StatusCode.FailedPrecondition,
                ArchiveTexts.AnotherIsCurrent(first.Report.Organization, first.Report.Year, second.Report.Id)));
        }

        // A reply that was lost: the same request answers with what is on file.
        (await server.FileAsync(await WarmUpReport.ReadAsync(2), Expecting(first.Report.Id))).Report.ShouldBe(second.Report);
        (await server.ListAsync(new FiledReportFilter { IncludeSuperseded = true })).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Document_ThatIsNoReport_IsRefusedWithItsReason()
    {
        await using var server = await RunningServer.StartAsync();

        var refused = await Should.ThrowAsync<RpcException>(server.FileAsync("关于召开会议的通知。\n请准时参加。\n"));

        refused.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refused.Status.Detail.ShouldStartWith("没有归档：");
        (await server.ListAsync()).ShouldBeEmpty();
        (await server.AuditAsync(null)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Request_ThatMakesNoSense_IsRefused()
    {
        await using var server = await RunningServer.StartAsync();
        var text = await WarmUpReport.ReadAsync();
        (string Detail, Filing Slip)[] cases =
        [
            (ArchiveTexts.AuthorInvalid(100), Archives.Slip(author: " ")),
            (ArchiveTexts.AuthorInvalid(100), Archives.Slip(author: "张\n三")),
            (ArchiveTexts.OrganizationTooLong(200), Archives.Slip(new string('某', 201))),
            (ArchiveTexts.YearInvalid(2000, 2100), Archives.Slip(year: 1999)),
        ];
        foreach (var (detail, slip) in cases)
        {
            var refused = await Should.ThrowAsync<RpcException>(server.FileAsync(text, slip));
            (refused.StatusCode, refused.Status.Detail).ShouldBe((StatusCode.InvalidArgument, detail));
        }

        var empty = await Should.ThrowAsync<RpcException>(server.FileAsync(""));
        empty.Status.Detail.ShouldBe(ArchiveTexts.NothingToFile);
        using var call = server.Archive().File();
        await call.RequestStream.WriteAsync(new FileReportRequest { Content = ByteString.CopyFromUtf8(text) }).InTime();
        (await Should.ThrowAsync<RpcException>(call.ResponseAsync.InTime())).Status.Detail.ShouldBe(ArchiveTexts.FilingFirst);
        (await server.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Document_OfManyMegabytes_ComesBackByteForByte()
    {
        await using var server = await RunningServer.StartAsync();
        // Bytes that cannot be packed, behind a report in HTML where nobody reads them.
        var noise = Convert.ToBase64String(RandomNumberGenerator.GetBytes(6_000_000));
        var lines = (await WarmUpReport.ReadAsync()).Split('\n').Select(line => $"<p>{line}</p>");
        var text = $"<html><body>{string.Join('\n', lines)}</body><!-- {noise} --></html>";

        var filed = await server.FileAsync(text);

        filed.Report.Size.ShouldBe(Encoding.UTF8.GetByteCount(text));
        var original = await server.OriginalAsync(filed.Report.Id);
        Convert.ToHexStringLower(SHA256.HashData(original)).ShouldBe(filed.Report.Sha256);
        original.Length.ShouldBe((int)filed.Report.Size);
    }

    [Fact]
    public async Task Document_LargerThanTheServerTakes_IsRefused()
    {
        await using var server = await RunningServer.StartAsync(null, "DocumentBytes=100000");

        var refused = await Should.ThrowAsync<RpcException>(server.FileAsync(new string('x', 100_001)));

        (refused.StatusCode, refused.Status.Detail).ShouldBe((StatusCode.ResourceExhausted, ArchiveTexts.DocumentTooLarge(100_000)));
    }

    [Fact]
    public async Task Names_OfOneBody_MeanTheSameReports()
    {
        await using var server = await RunningServer.StartAsync();
        var before = (await server.FileAsync(await WarmUpReport.ReadAsync(1))).Report;
        await server.ImportBodiesAsync($"某某单位,{before.Organization}；单位甲,", "某某单位二,共用名,", "某某单位三,共用名,");

        // Filed before its body came into the list, it is superseded and found all the same.
        var after = await server.FileAsync(await WarmUpReport.ReadAsync(2));
        (after.Report.Organization, after.Superseded).ShouldBe(("某某单位", before));
        var other = await server.FileAsync(await WarmUpReport.ReadAsync(3), Archives.Slip("单位 甲"));
        (other.Report.Organization, other.Superseded.Id).ShouldBe(("某某单位", after.Report.Id));
        foreach (var name in new[] { "某某单位", "单位甲", before.Organization })
        {
            var request = new GetFiledReportRequest { Organization = name, Year = before.Year };
            (await server.Archive().GetAsync(request).ResponseAsync.InTime()).Report.ShouldBe(other.Report);
        }

        var filter = new FiledReportFilter { Organization = "单位甲", IncludeSuperseded = true };
        (await server.ListAsync(filter)).Count.ShouldBe(3);
        var text = await WarmUpReport.ReadAsync(4);
        var refused = await Should.ThrowAsync<RpcException>(server.FileAsync(text, Archives.Slip("共用名")));
        refused.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        refused.Status.Detail.ShouldContain("某某单位二");
        refused.Status.Detail.ShouldContain("某某单位三");
    }

    [Fact]
    public async Task Filer_WithAKey_FilesAndSeesUnderItsName()
    {
        await using var server = await RunningServer.StartAsync();
        var publisher = await server.KeyAsync(null, Role.Publisher);
        var filer = await server.KeyAsync(publisher.Secret, Role.Filer);

        var filed = (await server.FileAsync(await WarmUpReport.ReadAsync(1), key: filer.Secret)).Report;

        filed.Principal.ShouldBe(AccessTexts.KeyTitle("教育局", filer.Key.Id));
        var list = await server.Archive().ListAsync(new ListFiledReportsRequest(), Shown.Key(filer.Secret)).ResponseAsync.InTime();
        list.Reports.ShouldBe([filed]);
        (await server.FileAsync(await WarmUpReport.ReadAsync(2), key: publisher.Secret)).Superseded.ShouldBe(filed);
    }

    public void Dispose()
    {
        _databases.Dispose();
    }

    private static Filing Expecting(string id)
    {
        var slip = Archives.Slip();
        slip.ExpectedId = id;
        return slip;
    }
}
