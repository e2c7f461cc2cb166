using System.Text;
using System.Text.Json;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Web;

public sealed class ValidateEndpointTests
{
    private const string Name = "2024年 年报“终稿”.txt";

    [Fact]
    public async Task Raw_Text_IsChecked()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var content = Uploads.Raw("草稿");

        var reply = await server.Http.CheckAsync(content, "?id=甲");

        reply.Verdict.ShouldBe(Verdict.Accept);
        reply.Id.ShouldBe("甲");
        reply.FileName.ShouldBeEmpty();
        reply.Provenance.DocumentSha256.ShouldBe(Drafts.Hash("草稿"));
        reply.Report.Title.ShouldBe("标题");
    }

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData("text/plain; charset=gb18030")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    public async Task Raw_TypeOfAFile_DoesNotMatter(string type)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var content = Uploads.Raw("草稿", type);

        (await server.Http.CheckAsync(content)).Provenance.DocumentSha256.ShouldBe(Drafts.Hash("草稿"));
    }

    [Theory]
    [InlineData("?omit_report=true", true)]
    [InlineData("?omit_report", true)]
    [InlineData("?omit_report=1", true)]
    [InlineData("?omit_report=false", false)]
    [InlineData("", false)]
    public async Task OmitReport_AsAsked_LeavesItOut(string query, bool omitted)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var content = Uploads.Raw("草稿");

        ((await server.Http.CheckAsync(content, query)).Report is null).ShouldBe(omitted);
    }

    [Theory]
    [InlineData("X-File-Name", "percent")]
    [InlineData("X-File-Name", "bare")]
    [InlineData("Content-Disposition", "star")]
    public async Task Raw_ChineseFileName_ComesBack(string header, string form)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 });
        http.BaseAddress = server.Http.BaseAddress;
        using var content = Uploads.Raw("草稿");
        var value = form switch
        {
            "bare" => Name,
            "percent" => Uri.EscapeDataString(Name),
            _ => $"attachment; filename*=UTF-8''{Uri.EscapeDataString(Name)}",
        };
        content.Headers.TryAddWithoutValidation(header, value).ShouldBeTrue();

        (await http.CheckAsync(content)).FileName.ShouldBe(Name);
    }

    [Theory]
    [InlineData("form-data; name=\"file\"; filename=\"2024年 年报“终稿”.txt\"")]
    [InlineData("form-data; name=\"任何名称\"; filename=\"C:\\\\文档\\\\2024年 年报“终稿”.txt\"")]
    [InlineData("form-data; name=\"file\"; filename=\"x\"; filename*=UTF-8''*")]
    public async Task Form_ChineseFileName_ComesBack(string form)
    {
        var disposition = form.Replace("''*", $"''{Uri.EscapeDataString(Name)}", StringComparison.Ordinal);
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var content = Uploads.Form("草稿", disposition);

        var reply = await server.Http.CheckAsync(content);

        reply.FileName.ShouldBe(Name);
        reply.Provenance.DocumentSha256.ShouldBe(Drafts.Hash("草稿"));
    }

    [Fact]
    public async Task Form_OtherFields_AreSkipped()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var content = Uploads.Form(
            [("form-data; name=\"note\"", "备注"), ("form-data; name=\"file\"; filename=\"a.txt\"", "草稿"), ("form-data; name=\"z\"", "z")]);

        (await server.Http.CheckAsync(content)).Provenance.DocumentSha256.ShouldBe(Drafts.Hash("草稿"));
    }

    [Fact]
    public async Task Document_Unreadable_IsAReply()
    {
        await using var server = await RunningServer.StartAsync();
        using var content = Uploads.Raw("GIF89a");

        var reply = await server.Http.CheckAsync(content);

        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reply.Reason.ShouldBe(Reason.UnsupportedFormat);
        reply.ReasonText.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Document_Any_GetsTheReplyThatGrpcGives()
    {
        await using var server = await RunningServer.StartAsync();
        var report = await WarmUpReport.ReadAsync();
        using var content = Uploads.Raw(report);

        var web = await server.Http.CheckAsync(content);
        var grpc = await server.Client.ValidateAsync(Drafts.Request("", report)).ResponseAsync.InTime();

        grpc.Findings.ShouldNotBeEmpty();
        web.Provenance.Duration = grpc.Provenance.Duration;
        web.ShouldBe(grpc);
    }

    [Fact]
    public async Task Reply_AsJson_KeepsNamesAndDefaults()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var content = Uploads.Raw("草稿");
        using var response = await server.Http.PostAsync(Uploads.Path, content).InTime();

        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync().InTime());

        json.RootElement.GetProperty("file_name").GetString().ShouldBe("");
        json.RootElement.GetProperty("verdict").GetString().ShouldBe("VERDICT_ACCEPT");
        json.RootElement.GetProperty("reason").GetString().ShouldBe("REASON_UNSPECIFIED");
        json.RootElement.GetProperty("findings").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Check_OverHttp_IsLoggedAsOverGrpc()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var content = Uploads.Form("机密草稿");

        await server.Http.CheckAsync(content);

        server.Log.Lines.Count(line => line.EventName == "Checked").ShouldBe(1);
        server.Log.Lines.ShouldAllBe(line => !line.Text.Contains("机密", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rules_InForce_AreListed()
    {
        await using var server = await RunningServer.StartAsync();

        using var json = JsonDocument.Parse(await server.Http.GetStringAsync("/v1/rules").InTime());

        json.RootElement.GetProperty("rule_set_version").GetString().ShouldNotBeNullOrEmpty();
        var balance = json.RootElement.GetProperty("rules").EnumerateArray()
            .Single(rule => rule.GetProperty("id").GetString() == "t3-balance");
        balance.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        balance.GetProperty("severity").GetString().ShouldBe("LEVEL_ERROR");
        balance.GetProperty("basis").GetString().ShouldNotBeNullOrEmpty();
    }
}
