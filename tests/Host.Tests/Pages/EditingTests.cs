using System.Net;
using System.Text.Json;
using Validation.Server.Pages.Editing;
using Validation.Server.Pages.Frame;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Pages;

/// <summary>The page on which rules are written, as its forms and its script ask it.</summary>
public sealed class EditingTests : IAsyncLifetime, IDisposable
{
    private RunningServer _server = null!;
    private PageBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _server = await RunningServer.StartSmallAsync();
        _browser = new PageBrowser(_server);
    }

    [Fact]
    public async Task Draft_OfAnotherPage_IsShownWithItsReasonAndChangesNothing()
    {
        using var response = await SendAsync(PageLinks.EditDraft, TestRules.Finding("local-a"), ("note", "停用一条规则"));

        var page = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("value=\"停用一条规则\"");
        page.ShouldContain("- id: local-a");
        page.ShouldContain(EditingTexts.WouldChange);
        (await _server.StatusAsync()).Version.ShouldBe(SmallNationalSet.Version);
    }

    [Fact]
    public async Task Overlay_OfSeveralFiles_IsShownPublishedUnchangedAndLintedByItsLines()
    {
        var overlay = new RuleOverlay
        {
            Files =
            {
                new RuleFile { Path = "a.yaml", Text = TestRules.Finding("local-a") },
                new RuleFile { Path = "b/c.yaml", Text = TestRules.Finding("local-b").ReplaceLineEndings("\r\n") },
            },
        };
        await _server.Admin.PublishAsync(Administration.Request(overlay, SmallNationalSet.Version)).ResponseAsync.InTime();
        var version = (await _server.StatusAsync()).Version;
        using var shown = await _browser.GetAsync("/rules-edit");
        var page = WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync());
        var start = page.IndexOf("# ===== a.yaml", StringComparison.Ordinal);
        var text = page[start..page.IndexOf("</textarea>", StringComparison.Ordinal)];
        text.ShouldContain("# ===== b/c.yaml =====\n- id: local-b");

        using var same = await SendAsync(
            EditingRoutes.Published, text.ReplaceLineEndings("\r\n"), ("author", "张三"), ("reason", "不变"), ("expected", version));
        using var linted = await SendAsync(EditingRoutes.Lint, text.Replace("title: 规则local-b", "titel: x", StringComparison.Ordinal));

        (await same.Content.ReadAsStringAsync()).ShouldContain(EditingTexts.Unchanged);
        (await _server.StatusAsync()).Version.ShouldBe(version);
        using var answer = JsonDocument.Parse(await linted.Content.ReadAsStringAsync());
        var lines = text.Split('\n').ToList();
        answer.RootElement.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("line").GetInt32())
            .ShouldContain(lines.IndexOf("  title: 规则local-b") + 1);
    }

    [Fact]
    public async Task Tests_ThatGoWrong_AreNamedWithWhatCame()
    {
        using var response = await SendAsync(EditingRoutes.Tested, TestRules.FailingItsTests("local-a"));

        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        page.ShouldContain("1 个例子没有通过，1 个通过");
        page.ShouldContain("例子“对”：");
        page.ShouldContain("data-line=\"9\"");
    }

    [Fact]
    public async Task Trial_OnFiles_SaysWhatDiffersAndWhatFailedAndIsPublishedOnlyByForce()
    {
        var report = await WarmUpReport.ReadAsync();
        var text = $"{TestRules.Failing("local-f", "warning")}\n{TestRules.Finding("local-a")}";
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await _browser.TokenAsync("/rules-edit")), "form_token" }, { new StringContent(text), "text" },
            { new StringContent(SmallNationalSet.Version), "expected" }, { new StringContent(report), "file", "a.txt" },
            { new StringContent("不是年报"), "file", "b.txt" },
        };

        using var response = await _browser.PostAsync(EditingRoutes.TriedFiles, form);

        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        page.ShouldContain("试运行 2 份文件：2 份有变化");
        page.ShouldContain("规则 local-f 运行出错");
        page.ShouldContain("不该是2024年。");
        (string, string)[] signature = [("author", "张三"), ("reason", "理由"), ("expected", SmallNationalSet.Version)];
        using var refused = await SendAsync(EditingRoutes.Published, text, signature);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var why = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        why.ShouldContain("local-f");
        why.ShouldNotContain(EditingTexts.OtherTitle);
        using var forced = await SendAsync(EditingRoutes.Published, text, [.. signature, ("force", "true")]);
        (await forced.Content.ReadAsStringAsync()).ShouldContain("已发布");
    }

    [Fact]
    public async Task Trial_OnReportsOnFile_TellsAScriptHowFarItIsAndAtLastWhatCameOfIt()
    {
        await _server.FileAsync(await WarmUpReport.ReadAsync(), Archives.Slip("甲局", 2023));
        var filed = await _server.FileAsync(await WarmUpReport.ReadAsync(), Archives.Slip("乙局", 2024));
        var token = await _browser.TokenAsync("/rules-edit");
        _browser.Headers["Accept"] = ArchiveTrialDesk.LinesType;

        using var response = await _browser.PostAsync(
            EditingRoutes.TriedArchive, ("form_token", token), ("text", TestRules.Finding("local-a")), ("year", "2024"));

        response.Content.Headers.ContentType?.MediaType.ShouldBe(ArchiveTrialDesk.LinesType);
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.Clone()).ToList();
        lines.SkipLast(1).Select(line => (line.GetProperty("done").GetInt64(), line.GetProperty("total").GetInt64()))
            .ShouldBe([(0, 1), (1, 1)]);
        var html = WebUtility.HtmlDecode(lines[^1].GetProperty("html").GetString()!);
        html.ShouldContain("试运行 1 份归档的报告：1 份有变化");
        html.ShouldContain($"<a href=\"/overview/report?id={filed.Report.Id}\" target=\"_blank\" rel=\"noopener\">乙局 2024 年</a>");
        html.ShouldNotContain("<html");
    }

    [Theory]
    [InlineData("20x4")]
    [InlineData("-1")]
    public async Task Trial_OfAYearThatIsNone_IsRefusedAndKeepsTheText(string year)
    {
        using var response = await SendAsync(EditingRoutes.TriedArchive, TestRules.Finding("local-a"), ("year", year));

        var page = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.ShouldContain(EditingTexts.YearWrong);
        page.ShouldContain("- id: local-a");
    }

    [Fact]
    public async Task Words_ThatTheEditorOffers_AllSayWhatTheyAre()
    {
        using var response = await _browser.GetAsync(EditingRoutes.Words);

        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var words = answer.RootElement;
        foreach (var kind in words.GetProperty("keys").EnumerateObject().Concat(words.GetProperty("types").EnumerateObject()))
        {
            kind.Value.GetArrayLength().ShouldBeGreaterThan(0, kind.Name);
            ShouldBeExplained(kind.Value, kind.Name);
        }

        foreach (var name in new[] { "facts", "functions", "cells", "rules" })
        {
            ShouldBeExplained(words.GetProperty(name), name);
        }

        NamesOf(words.GetProperty("keys").GetProperty("override")).ShouldContain("reason");
        NamesOf(words.GetProperty("types").GetProperty("match")).ShouldContain("groups");
        NamesOf(words.GetProperty("facts")).ShouldContain("applications");
        NamesOf(words.GetProperty("rules")).ShouldBe(["small"]);
        words.GetProperty("cells").GetArrayLength().ShouldBe(200);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
    }

    public void Dispose()
    {
        _browser.Dispose();
    }

    private static IEnumerable<string?> NamesOf(JsonElement words)
    {
        return words.EnumerateArray().Select(word => word.GetProperty("name").GetString());
    }

    private static void ShouldBeExplained(JsonElement words, string where)
    {
        words.EnumerateArray().Where(word => word.GetProperty("meaning").GetString() is not { Length: > 0 })
            .Select(word => word.GetProperty("name").GetString()).ShouldBeEmpty(where);
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string text, params (string Name, string Value)[] more)
    {
        var token = await _browser.TokenAsync("/rules-edit");
        return await _browser.PostAsync(path, [("form_token", token), ("text", text), .. more]);
    }
}
