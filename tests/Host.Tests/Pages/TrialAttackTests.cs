using System.Net;
using System.Text.RegularExpressions;
using Validation.Server.Pages.Checking;
using Validation.Server.Pages.Frame;
using Validation.Server.Tests.Support;
using Validation.Server.Web;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Pages;

/// <summary>What strangers may try with the form that tries suggestions: the report in it is theirs to write, and does no harm.</summary>
[Trait("Size", "Long")]
public sealed partial class TrialAttackTests : IAsyncLifetime
{
    private const string Received = "applications.received.total=34";

    private RunningServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await RunningServer.StartAsync();
    }

    [Fact]
    public async Task Suggestion_OfACheckedDraft_TakesItsFindingAway()
    {
        using var browser = new PageBrowser(_server);
        var token = await browser.TokenAsync("/check");
        var sample = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "tests", "samples", "qinhuangdao-2024.txt"));
        using var check = await browser.UploadAsync(token, "a.txt", sample);
        var page = await check.Content.ReadAsStringAsync();
        var report = Field(page, "report");
        var wanted = WebUtility.HtmlDecode(Button().Match(page).Groups["value"].Value);

        var tried = await ShownAsync(browser, Fields(token, report, wanted));
        var back = await ShownAsync(browser, [.. Fields(token, report, wanted), ("back", "1")]);

        tried.ShouldContain(CheckingTexts.TrialTitle);
        tried.ShouldContain("由 29 改为 34");
        tried.ShouldContain("class=\"verdict accepted\"");
        Field(tried, "report").ShouldBe(report);
        back.ShouldNotContain(CheckingTexts.TrialTitle);
        back.ShouldContain("class=\"verdict rejected\"");
    }

    [Fact]
    public async Task Suggestion_OfADraftThatCameWithLastYearsReport_IsTriedAgainstThatToo()
    {
        const string Copied = "与上年文字雷同";
        using var browser = new PageBrowser(_server);
        var token = await browser.TokenAsync("/check");
        var sample = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "tests", "samples", "qinhuangdao-2024.txt"));
        var last = sample.Replace("2024年", "2023年", StringComparison.Ordinal);
        using var check = await browser.UploadAsync(token, "a.txt", sample, last);
        var page = await check.Content.ReadAsStringAsync();
        var (report, prior) = (Field(page, "report"), Field(page, "prior"));
        var wanted = WebUtility.HtmlDecode(Button().Match(page).Groups["value"].Value);

        var tried = await ShownAsync(
            browser, [.. Fields(token, report, wanted), ("prior_name", Field(page, "prior_name")), ("prior", prior)]);
        var alone = await ShownAsync(browser, Fields(token, report, wanted));

        page.ShouldContain(Copied);
        tried.ShouldContain(CheckingTexts.TrialTitle);
        tried.ShouldContain(Copied);
        tried.ShouldContain("去年.txt");
        Field(tried, "prior").ShouldBe(prior);
        alone.ShouldContain(CheckingTexts.TrialTitle);
        alone.ShouldNotContain(Copied);
    }

    [Fact]
    public async Task Report_ThatIsTried_IsNoCheckInTheStatistics()
    {
        using var browser = new PageBrowser(_server);
        var token = await browser.TokenAsync("/check");

        await ShownAsync(browser, Fields(token, """{ "year": 2024, "title": "某某县2024年政府信息公开工作年度报告" }""", Received));
        var usage = await _server.Admin.GetUsageAsync(new GetUsageRequest()).ResponseAsync.InTime();

        usage.Checks.ShouldBe(0);
    }

    [Fact]
    public async Task Form_WithoutAToken_IsRefused()
    {
        using var browser = new PageBrowser(_server);
        await browser.TokenAsync("/check");

        using var response = await browser.PostPartsAsync("/tried", ("report", "{}"), ("try", Received));

        await ShouldBeRefusedAsync(response, HttpStatusCode.BadRequest, PagesTexts.FormExpired);
    }

    [Fact]
    public async Task Form_WithTheTokenOfAnotherBrowser_IsRefused()
    {
        using var browser = new PageBrowser(_server);
        await browser.TokenAsync("/check");
        using var other = new PageBrowser(_server);

        using var response = await browser.PostPartsAsync("/tried", Fields(await other.TokenAsync("/check"), "{}", Received));

        await ShouldBeRefusedAsync(response, HttpStatusCode.BadRequest, PagesTexts.FormExpired);
    }

    [Theory]
    [InlineData("report")]
    [InlineData("prior")]
    public async Task Token_BehindAReport_IsTooLate(string field)
    {
        using var browser = new PageBrowser(_server);
        var token = await browser.TokenAsync("/check");

        using var response = await browser.PostPartsAsync("/tried", (field, "{}"), ("try", Received), ("form_token", token));

        await ShouldBeRefusedAsync(response, HttpStatusCode.BadRequest, PagesTexts.FormExpired);
    }

    [Theory]
    [InlineData("report", CarriedDraft.MostBytes)]
    [InlineData("prior", CarriedDraft.MostBytes)]
    [InlineData("prior_name", 20_000)]
    [InlineData("name", 20_000)]
    [InlineData("applied", 20_000)]
    [InlineData("try", 20_000)]
    [InlineData("other", 20_000)]
    public async Task Field_ThatIsTooLong_IsRefused(string field, int length)
    {
        using var browser = new PageBrowser(_server);
        var token = await browser.TokenAsync("/check");
        (string, string)[] fields = [("form_token", token), (field, new string('a', length + 1)), ("report", "{}")];

        using var response = await browser.PostPartsAsync("/tried", fields);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Form_WithoutAnEnd_IsRefused()
    {
        using var browser = new PageBrowser(_server);
        var token = await browser.TokenAsync("/check");
        var fields = Enumerable.Range(0, 40).Select(number => ($"f{number}", "a")).Prepend(("form_token", token));

        using var response = await browser.PostPartsAsync("/tried", [.. fields]);

        await ShouldBeRefusedAsync(response, HttpStatusCode.BadRequest, WebTexts.PageFormNeeded);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("年报")]
    [InlineData("""{ "year": "next" }""")]
    [InlineData("""{ "year": 1e99 }""")]
    [InlineData("""{ "unknown": 1 }""")]
    [InlineData("""{ "applications": [] }""")]
    [InlineData("""{ "applications": { "received": { "total": { "value": "NaN", "state": "NUMBER" } } } }""")]
    [InlineData("""{ "applications": { "received": { "total": { "value": -1, "state": "NUMBER" } } } }""")]
    [InlineData("""{ "applications": { "received": { "total": { "state": "NUMBER" } } } }""")]
    [InlineData("""{ "applications": { "received": { "total": { "value": 1, "state": "BLANK" } } } }""")]
    [InlineData("""{ "applications": { "received": { "total": { "state": 77 } } } }""")]
    [InlineData("""{ "sections": [ { "ordinal": 99 } ] }""")]
    [InlineData("""{ "sections": [ { "ordinal": 1 }, { "ordinal": 1 } ] }""")]
    [InlineData("""{ "claims": [ { "kind": 4711 } ] }""")]
    [InlineData("""{ "claims": [ {} ] }""")]
    [InlineData("""{ "claims": [ { "kind": "NEW", "value": "Infinity" } ] }""")]
    [InlineData("""{ "breakdowns": [ { "total": "NaN" } ] }""")]
    [InlineData("""{ "shares": [ { "percent": "-Infinity" } ] }""")]
    [InlineData("""{ "deviations": [ {} ] }""")]
    [InlineData("""{ "deviations": [ { "kind": 99 } ] }""")]
    public async Task Report_ThatIsNone_IsRefused(string report)
    {
        using var browser = new PageBrowser(_server);

        using var response = await browser.PostPartsAsync("/tried", Fields(await browser.TokenAsync("/check"), report, Received));

        await ShouldBeRefusedAsync(response, HttpStatusCode.BadRequest, CheckingTexts.TrialBroken);
        using var behind = await browser.PostPartsAsync(
            "/tried", [.. Fields(await browser.TokenAsync("/check"), "{}", Received), ("prior", report)]);
        await ShouldBeRefusedAsync(behind, HttpStatusCode.BadRequest, CheckingTexts.TrialBroken);
    }

    [Fact]
    public async Task Report_ThatIsNestedDeeply_IsRefused()
    {
        using var browser = new PageBrowser(_server);
        var deep = string.Concat(Enumerable.Repeat("""{ "x": """, 5_000)) + "1" + new string('}', 5_000);

        using var response = await browser.PostPartsAsync("/tried", Fields(await browser.TokenAsync("/check"), deep, Received));

        await ShouldBeRefusedAsync(response, HttpStatusCode.BadRequest, CheckingTexts.TrialBroken);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "year": -2147483648, "period": { "start": "9999-99-99" } }""")]
    [InlineData("""{ "sections": [ { "ordinal": 3 }, { "ordinal": 1, "paragraphs": [ {}, { "location": { "ordinal": -5 } } ] } ] }""")]
    [InlineData("""{ "claims": [ { "kind": "NEW", "value": -1e300, "section": 77 }, { "kind": "ALL_NATURAL", "year": -3 } ] }""")]
    [InlineData("""{ "breakdowns": [ { "total": -1, "parts": [] } ], "shares": [ { "percent": 1e300, "decimals": 99 } ] }""")]
    [InlineData("""{ "deviations": [ { "kind": "EXTRA_ROW", "path": "nothing", "cells": [ {} ] }, { "kind": "MISSING_ROW" } ] }""")]
    [InlineData("""{ "deviations": [ { "kind": "COLLAPSED_ROW", "path": "nowhere", "cells": [ { "value": 1e300, "state": 1 } ] } ] }""")]
    public async Task Report_ThatIsStrange_IsCheckedAllTheSame(string report)
    {
        using var browser = new PageBrowser(_server);

        var page = await ShownAsync(browser, Fields(await browser.TokenAsync("/check"), report, Received));
        var behind = await ShownAsync(browser, [.. Fields(await browser.TokenAsync("/check"), "{}", Received), ("prior", report)]);

        page.ShouldContain("<article");
        behind.ShouldContain("<article");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("applications.received=1")]
    [InlineData("applications.received.total.value=1")]
    [InlineData("__proto__=1")]
    [InlineData("=")]
    [InlineData("applications.received.total=1&")]
    public async Task Change_OfNoCell_IsRefused(string wanted)
    {
        using var browser = new PageBrowser(_server);

        using var response = await browser.PostPartsAsync("/tried", Fields(await browser.TokenAsync("/check"), "{}", wanted));

        await ShouldBeRefusedAsync(response, HttpStatusCode.BadRequest, CheckingTexts.TrialBroken);
    }

    [Fact]
    public async Task Changes_MoreThanTheFormHasCells_AreRefused()
    {
        using var browser = new PageBrowser(_server);
        var many = string.Join('&', Enumerable.Repeat(Received, 300));

        using var response = await browser.PostPartsAsync("/tried", Fields(await browser.TokenAsync("/check"), "{}", many));

        await ShouldBeRefusedAsync(response, HttpStatusCode.BadRequest, CheckingTexts.TrialBroken);
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("</textarea></form><script>alert(1)</script>")]
    [InlineData("\" autofocus onfocus=\"alert(1)")]
    public async Task Markup_InNameTitleAndCells_IsOnlyText(string markup)
    {
        using var browser = new PageBrowser(_server);
        var text = System.Text.Json.JsonSerializer.Serialize(markup);
        var report = $$"""
            {
              "title": {{text}}, "organization": {{text}}, "year": 2024,
              "sections": [ { "ordinal": 1, "heading": {{text}}, "text": {{text}}, "paragraphs": [ { "text": {{text}} } ] } ],
              "applications": { "received": { "total": { "state": "INVALID", "text": {{text}} } } },
              "deviations": [ { "kind": "EXTRA_ROW", "actual": {{text}}, "cells": [ { "text": {{text}} } ] } ]
            }
            """;
        var wanted = $"applications.received.natural_person={Uri.EscapeDataString(markup)}";

        var page = await ShownAsync(
            browser, [.. Fields(await browser.TokenAsync("/check"), report, wanted), ("name", markup)]);

        page.ShouldContain(CheckingTexts.TrialTitle);
        page.ShouldNotContain("<img");
        page.ShouldNotContain("<script>");
        page.ShouldNotContain("onfocus=\"");
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
    }

    private static (string Name, string Value)[] Fields(string token, string report, string wanted)
    {
        return [("form_token", token), ("report", report), ("try", wanted)];
    }

    private static string Field(string page, string name)
    {
        var pattern = $"name=\"{name}\" value=\"(?<value>[^\"]*)\"";
        var match = Regex.Match(page, pattern, RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
        return WebUtility.HtmlDecode(match.Groups["value"].Value);
    }

    private static async Task<string> ShownAsync(PageBrowser browser, (string Name, string Value)[] fields)
    {
        using var response = await browser.PostPartsAsync("/tried", fields);
        var page = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        return page;
    }

    private static async Task ShouldBeRefusedAsync(HttpResponseMessage response, HttpStatusCode status, string why)
    {
        var page = await response.Content.ReadAsStringAsync();
        (response.StatusCode, response.Content.Headers.ContentType?.MediaType).ShouldBe((status, "text/html"));
        page.ShouldContain(why);
        page.ShouldNotContain("<article");
    }

    [GeneratedRegex("name=\"try\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Button();
}
