using System.Globalization;
using System.Text;
using CsvHelper;
using Google.Protobuf;
using Grpc.Core;
using Validation.Form;
using Validation.Server.Archive;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Archive;

[Collection(PostgresTests.Name)]
[Trait("Size", "Long")]
public sealed class TableExportTests(PostgresCluster postgres) : IDisposable
{
    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Csv_OfReports_HasEveryCellUnderItsPath(string database)
    {
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        var filed = await server.FileAsync(await WarmUpReport.ReadAsync());
        var content = (await server.GetAsync(filed.Report.Id)).Content;

        var (head, bytes) = await ExportAsync(server, new ExportRequest { Format = ExportFormat.Csv });

        (head.FileName, head.MediaType, head.Sha256).ShouldBe(("归档年报.csv", "text/csv; charset=utf-8", ""));
        bytes.AsSpan(0, 3).ToArray().ShouldBe([0xEF, 0xBB, 0xBF]);
        var rows = Rows(bytes);
        rows.Count.ShouldBe(3);
        rows.ShouldAllBe(row => row.Length == rows[0].Length);
        rows[0].Distinct(StringComparer.Ordinal).Count().ShouldBe(rows[0].Length, "Each column has a name of its own.");
        rows[0].ShouldContain("表三 （三）不予公开 1.属于国家秘密 自然人");
        var cells = rows[1].Zip(rows[2]).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        (cells["id"], cells["organization"], cells["year"]).ShouldBe((filed.Report.Id, filed.Report.Organization, "2024"));
        (cells["author"], cells["verdict"]).ShouldBe(("张三", "须修改"));
        foreach (var (path, template) in ReportTemplate.Cells)
        {
            var cell = template.Of(content);
            cells[path].ShouldBe(cell.HasValue ? cell.Value.ToString(CultureInfo.InvariantCulture) : cell.Text, path);
        }

        ReportTemplate.Cells.Values.Count(cell => cell.Of(content).HasValue).ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Csv_WithTextsThatLookLikeFormulas_HasThemAsTexts()
    {
        await using var server = await RunningServer.StartAsync();
        var report = await WarmUpReport.ReadAsync();
        string[] names = ["=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "＝1+1"];
        for (var i = 0; i < names.Length; i++)
        {
            var slip = new Filing { Organization = $"甲{i}县", Year = 2024, FileName = names[i], Author = names[i] };
            await server.FileAsync(report, slip);
        }

        var rows = Rows((await ExportAsync(server, new ExportRequest { Format = ExportFormat.Csv })).Bytes);

        var column = Array.IndexOf(rows[1], "file_name");
        rows.Skip(2).Select(row => row[column]).ShouldBe(names.Reverse().Select(name => "'" + name));
        rows.Skip(2).SelectMany(row => row).Where(cell => cell.Length > 0 && "=+-@＝＋－＠".Contains(cell[0])).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Json_OfReports_IsWhatGetSaysLineByLine(string database)
    {
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        for (var i = 0; i < 3; i++)
        {
            await server.FileAsync(await WarmUpReport.ReadAsync(), Archives.Slip("甲县", 2022 + i));
        }

        var request = new ExportRequest { Format = ExportFormat.Json, Filter = new FiledReportFilter { Organization = "甲县" } };
        var (head, bytes) = await ExportAsync(server, request);

        head.FileName.ShouldBe("归档年报.jsonl");
        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var reports = lines.Select(line => JsonParser.Default.Parse<GetFiledReportReply>(line)).ToList();
        reports.Select(reply => reply.Report.Year).ShouldBe([2024, 2023, 2022]);
        reports[0].ShouldBe(await server.GetAsync(reports[0].Report.Id));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Reports_MoreThanAreReadAtOnce_AreAllInTheTableOnce(string database)
    {
        const int Count = 120;
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        var report = await WarmUpReport.ReadAsync();
        for (var i = 0; i < Count; i++)
        {
            await server.FileAsync(report, Archives.Slip($"甲{i}县", 2024));
        }

        var (_, bytes) = await ExportAsync(server, new ExportRequest { Format = ExportFormat.Csv });

        var names = Rows(bytes).Skip(2).Select(row => row[1]).ToList();
        names.ShouldBe(Enumerable.Range(0, Count).Reverse().Select(i => $"甲{i}县"));
    }

    [Theory]
    [InlineData(ExportFormat.Unspecified, "", StatusCode.InvalidArgument)]
    [InlineData(ExportFormat.Original, "", StatusCode.InvalidArgument)]
    [InlineData(ExportFormat.Original, "rxxxxxxx", StatusCode.NotFound)]
    [InlineData(ExportFormat.Csv, "rxxxxxxx", StatusCode.NotFound)]
    public async Task Request_ThatNamesNothing_IsRefused(ExportFormat format, string id, StatusCode status)
    {
        await using var server = await RunningServer.StartAsync();

        var refused = await Should.ThrowAsync<RpcException>(ExportAsync(server, new ExportRequest { Format = format, Id = id }));

        refused.StatusCode.ShouldBe(status);
    }

    public void Dispose()
    {
        _databases.Dispose();
    }

    private static async Task<(ExportChunk Head, byte[] Bytes)> ExportAsync(RunningServer server, ExportRequest request)
    {
        using var call = server.Archive().Export(request);
        using var bytes = new MemoryStream();
        ExportChunk? head = null;
        while (await call.ResponseStream.MoveNext(CancellationToken.None).InTime())
        {
            head ??= call.ResponseStream.Current;
            call.ResponseStream.Current.Content.Length.ShouldBeLessThanOrEqualTo(OriginalExport.ChunkBytes);
            call.ResponseStream.Current.Content.WriteTo(bytes);
        }

        return (head!, bytes.ToArray());
    }

    private static List<string[]> Rows(byte[] csv)
    {
        using var reader = CsvReader.FromText(Encoding.UTF8.GetString(csv).TrimStart('\uFEFF'), new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(field => reader.GetString(field))]);
        }

        return rows;
    }
}
