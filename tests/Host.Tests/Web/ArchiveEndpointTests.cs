using System.Net;
using System.Text;
using Google.Protobuf;
using Validation.Server.Outcomes;
using Validation.Server.Tests.Support;
using Validation.Server.Web;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Web;

[Trait("Size", "Long")]
public sealed class ArchiveEndpointTests
{
    private const string Path = "/v1/archive";
    private const string Slip = "?author=张三&reason=定稿";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Report_FiledOverHttp_IsTheOneThatGrpcFinds(bool form)
    {
        await using var server = await RunningServer.StartAsync();
        var text = await WarmUpReport.ReadAsync();
        using var content = form ? Uploads.Form(text, "form-data; name=\"file\"; filename=\"2024年 年报“终稿”.txt\"") : Uploads.Raw(text);
        if (!form)
        {
            content.Headers.Add("X-File-Name", Uri.EscapeDataString("2024年 年报“终稿”.txt"));
        }

        var filed = await PostAsync(server, Slip + "&organization=甲县&year=2023", content);

        var report = filed.Report;
        (report.Organization, report.Year, report.Author, report.FilingReason, report.FileName)
            .ShouldBe(("甲县", 2023, "张三", "定稿", "2024年 年报“终稿”.txt"));
        var got = await server.GetAsync(report.Id);
        got.Report.ShouldBe(report);
        (await GetAsync<GetFiledReportReply>(server, $"{Path}/{report.Id}?include_report&include_findings=true")).ShouldBe(got);
        var current = await GetAsync<GetFiledReportReply>(server, Path + "/current?organization=甲县&year=2023");
        current.ShouldBe(new GetFiledReportReply { Report = report });

        using var again = Uploads.Raw(text);
        (await PostAsync(server, Slip + "&organization=甲县&year=2023", again)).AlreadyFiled.ShouldBeTrue();
    }

    [Fact]
    public async Task Original_Downloaded_IsByteForByteWithItsName()
    {
        await using var server = await RunningServer.StartAsync();
        var text = await WarmUpReport.ReadAsync();
        var report = (await server.FileAsync(text, new Filing { Author = "张三", FileName = "2024年/年报\"终稿\".txt" })).Report;

        using var response = await server.Http.GetAsync($"{Path}/{report.Id}/original").InTime();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync().InTime()).ShouldBe(Encoding.UTF8.GetBytes(text));
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/octet-stream");
        var disposition = response.Content.Headers.ContentDisposition!;
        (disposition.DispositionType, disposition.FileNameStar).ShouldBe(("attachment", "2024年_年报_终稿_.txt"));
        disposition.FileName!.ShouldAllBe(letter => char.IsAscii(letter));
    }

    [Theory]
    [InlineData("csv", "text/csv; charset=utf-8", "归档年报 2024.csv")]
    [InlineData("json", "application/x-ndjson", "归档年报 2024.jsonl")]
    public async Task Table_Downloaded_IsThatOfGrpc(string format, string type, string name)
    {
        await using var server = await RunningServer.StartAsync();
        await server.FileAsync(await WarmUpReport.ReadAsync(), Archives.Slip("甲县", 2024));
        await server.FileAsync(await WarmUpReport.ReadAsync(), Archives.Slip("甲县", 2023));

        using var response = await server.Http.GetAsync($"{Path}/export?format={format}&year=2024").InTime();

        response.Content.Headers.ContentType!.ToString().ShouldBe(type);
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe(name);
        var lines = (await response.Content.ReadAsStringAsync().InTime()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(format == "csv" ? 3 : 1);
        lines[^1].ShouldContain("甲县");
    }

    [Fact]
    public async Task List_WithAFilter_HasPages()
    {
        await using var server = await RunningServer.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await server.FileAsync(await WarmUpReport.ReadAsync(), Archives.Slip($"甲{i}县", 2024));
        }

        var first = await GetAsync<ListFiledReportsReply>(server, Path + "?limit=2&organization_prefix=甲&verdict=reject&verdict=accept");
        first.Reports.Select(report => report.Organization).ShouldBe(["甲2县", "甲1县"]);
        var second = await GetAsync<ListFiledReportsReply>(server, $"{Path}?limit=2&page_token={first.NextPageToken}");
        second.Reports.ShouldHaveSingleItem().Organization.ShouldBe("甲0县");
        second.NextPageToken.ShouldBeEmpty();
        (await GetAsync<ListFiledReportsReply>(server, Path + "?verdict=not_decided")).Reports.ShouldBeEmpty();
    }

    [Fact]
    public async Task Overview_OfAYear_IsThatOfGrpc()
    {
        await using var server = await RunningServer.StartAsync();
        await server.FileAsync(await WarmUpReport.ReadAsync(), Archives.Slip("甲县", 2024));

        var overview = await GetAsync<OverviewReply>(server, Path + "/overview?year=2024&include_bodies");

        overview.ShouldBe(await server.Archive().OverviewAsync(new OverviewRequest { Year = 2024, IncludeBodies = true }));
        overview.Standings.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rules_TriedOverHttp_TellTheirProgressAndEndWithTheSummary()
    {
        await using var server = await RunningServer.StartAsync();
        await server.FileAsync(await WarmUpReport.ReadAsync());
        var rules = TestRules.Overlay("rules:\n- override: t3-balance\n  severity: warning\n  reason: 试\n");
        using var content = Uploads.Raw(JsonFormatter.Default.Format(new TryRulesRequest { Candidate = rules }), "application/json");

        using var response = await server.Http.PostAsync(Path + "/try", content).InTime();

        response.Content.Headers.ContentType!.ToString().ShouldBe("application/x-ndjson");
        var lines = (await response.Content.ReadAsStringAsync().InTime()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var replies = lines.Select(line => JsonParser.Default.Parse<TryRulesReply>(line)).ToList();
        replies.Count.ShouldBeGreaterThan(1);
        replies[^1].Summary.Rules.ShouldHaveSingleItem().RuleId.ShouldBe("t3-balance");
        (replies[^1].Done, replies[^1].Total).ShouldBe((1, 1));
        (await GetAsync<ArchiveStatus>(server, Path + "/status")).Current.ShouldBe(1);

        using var broken = Uploads.Raw("{\"candidates\": 1}", "application/json");
        using var refused = await server.Http.PostAsync(Path + "/try", broken).InTime();
        (await refused.ShouldBeAsync(ProblemCode.BadRequest)).ShouldBe(WebTexts.MessageBroken);
    }

    [Fact]
    public async Task Report_RemovedOverHttp_IsGone()
    {
        await using var server = await RunningServer.StartAsync();
        var report = (await server.FileAsync(await WarmUpReport.ReadAsync())).Report;

        using var response = await server.Http.DeleteAsync($"{Path}/{report.Id}?author=张三&reason=归错了").InTime();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var removed = JsonParser.Default.Parse<RemoveFiledReportReply>(await response.Content.ReadAsStringAsync().InTime());
        removed.Report.ShouldBe(report);
        (await server.ListAsync()).ShouldBeEmpty();
        using var again = await server.Http.GetAsync($"{Path}/{report.Id}").InTime();
        await again.ShouldBeAsync(ProblemCode.NotFound);
    }

    [Theory]
    [InlineData("GET", "?verdict=good", "bad_request")]
    [InlineData("GET", "?year=zwanzig", "bad_request")]
    [InlineData("GET", "?page_token=x", "bad_request")]
    [InlineData("GET", "?color=red", "bad_request")]
    [InlineData("GET", "/export", "bad_request")]
    [InlineData("GET", "/export?format=xlsx", "bad_request")]
    [InlineData("GET", "/export?format=csv&id=rxxxxxxx", "not_found")]
    [InlineData("GET", "/overview", "bad_request")]
    [InlineData("GET", "/current?organization=甲县", "bad_request")]
    [InlineData("GET", "/current?organization=甲县&year=2024", "not_found")]
    [InlineData("GET", "/rxxxxxxx", "not_found")]
    [InlineData("GET", "/rxxxxxxx/original", "not_found")]
    [InlineData("DELETE", "/rxxxxxxx?author=张三&reason=错", "not_found")]
    [InlineData("DELETE", "/rxxxxxxx?author=张三", "bad_request")]
    [InlineData("POST", "?author=张三", "bad_request")]
    [InlineData("POST", "", "bad_request")]
    [InlineData("PUT", "", "method_not_allowed")]
    public async Task Request_ThatCannotBeAnswered_IsAProblem(string method, string rest, string code)
    {
        await using var server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), Path + rest);
        request.Content = method == "POST" ? Uploads.Raw("不是年报") : null;

        using var response = await server.Http.SendAsync(request).InTime();

        await response.ShouldBeAsync(ProblemCode.All.Single(problem => problem.Code == code));
    }

    [Fact]
    public async Task Report_ExpectedToBeAnother_IsAConflict()
    {
        await using var server = await RunningServer.StartAsync();
        await server.FileAsync(await WarmUpReport.ReadAsync(1), Archives.Slip("甲县", 2024));
        using var content = Uploads.Raw(await WarmUpReport.ReadAsync(2));

        using var response = await server.Http.PostAsync(Path + Slip + "&organization=甲县&year=2024&expected_id=", content).InTime();

        await response.ShouldBeAsync(ProblemCode.Conflict);
        (await server.ListAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Report_TooLarge_IsNotFiled()
    {
        await using var server = await RunningServer.StartAsync(null, "DocumentBytes=1000");
        using var content = Uploads.Raw(new string('年', 1_000));

        using var response = await server.Http.PostAsync(Path + Slip, content).InTime();

        (await response.ShouldBeAsync(ProblemCode.TooLarge)).ShouldBe(WebTexts.ReportTooLarge);
    }

    [Fact]
    public async Task Form_WithTwoFiles_FilesNone()
    {
        await using var server = await RunningServer.StartAsync();
        var text = await WarmUpReport.ReadAsync();
        string[] names = ["file", "prior"];
        using var content = Uploads.Form(names.Select(name => ($"form-data; name=\"{name}\"; filename=\"年报.txt\"", text)));

        using var response = await server.Http.PostAsync(Path + Slip, content).InTime();

        (await response.ShouldBeAsync(ProblemCode.BadRequest)).ShouldBe(WebTexts.OneReportAtATime);
        (await server.ListAsync()).ShouldBeEmpty();
    }

    private static async Task<FileReportReply> PostAsync(RunningServer server, string query, HttpContent content)
    {
        using var response = await server.Http.PostAsync(Path + query, content).InTime();
        return await ReadAsync<FileReportReply>(response);
    }

    private static async Task<T> GetAsync<T>(RunningServer server, string path)
        where T : IMessage, new()
    {
        using var response = await server.Http.GetAsync(path).InTime();
        return await ReadAsync<T>(response);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response)
        where T : IMessage, new()
    {
        var text = await response.Content.ReadAsStringAsync().InTime();
        ((int)response.StatusCode).ShouldBe(200, text);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");
        return JsonParser.Default.Parse<T>(text);
    }
}
