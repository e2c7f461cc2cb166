using System.Net;
using System.Text.RegularExpressions;
using Validation.Server.Pages.Editing;
using Validation.Server.Publishing;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Pages;

/// <summary>What may go wrong, or be tried, on the page on which rules are written: nothing is published, and no text is lost.</summary>
public sealed partial class EditingAttackTests : IAsyncLifetime
{
    private const string Text = "- id: local-a\n  titel: 名称";

    private RunningServer _server = null!;
    private CreateKeyReply _publisher = null!;
    private CreateKeyReply _author = null!;
    private CreateKeyReply _clerk = null!;

    public async Task InitializeAsync()
    {
        _server = await RunningServer.StartSmallAsync("AnonymousValidate=false");
        _publisher = await _server.KeyAsync(null, Role.Publisher, Role.Author);
        _author = await _server.KeyAsync(_publisher.Secret, Role.Author);
        _clerk = await _server.KeyAsync(_publisher.Secret, Role.Clerk);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("CfDJ8NeG7ooRN4ROrv9-l9vz9kzrkpy6_z2REaypqwAOdEJu")]
    public async Task Publication_WithoutATokenOrWithAForgedOne_IsRefusedAndGivesTheTextBack(string? token)
    {
        using var browser = await SignedInAsync(_publisher);
        await browser.TokenAsync("/rules-edit");

        using var response = await PublishAsync(browser, token, TestRules.Finding("local-a"), "理由");

        var page = await ShouldBeAsync(response, HttpStatusCode.BadRequest);
        page.ShouldContain(EditingTexts.FormExpired);
        page.ShouldContain("- id: local-a");
        await ShouldNotBePublishedAsync();
    }

    [Fact]
    public async Task Publication_OfAnotherSite_IsRefused()
    {
        using var browser = await SignedInAsync(_publisher);
        var token = await browser.TokenAsync("/rules-edit");
        browser.Headers["Origin"] = "https://evil.example";

        using var response = await PublishAsync(browser, token, TestRules.Finding("local-a"), "理由");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await ShouldNotBePublishedAsync();
    }

    [Fact]
    public async Task Author_WhoForgesAPublication_IsRefusedAndKeepsTheText()
    {
        using var browser = await SignedInAsync(_author);
        using var editor = await browser.GetAsync("/rules-edit");
        (await editor.Content.ReadAsStringAsync()).ShouldNotContain("/rules-published");
        var token = await browser.TokenAsync("/rules-edit");

        using var response = await PublishAsync(browser, token, TestRules.Finding("local-a"), "理由");

        (await ShouldBeAsync(response, HttpStatusCode.Forbidden)).ShouldContain("- id: local-a");
        await ShouldNotBePublishedAsync();
    }

    [Theory]
    [InlineData("/rules-edit")]
    [InlineData("/rules-words")]
    public async Task Clerk_WhoAsksForTheEditor_IsRefused(string path)
    {
        using var browser = await SignedInAsync(_clerk);

        using var response = await browser.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/rules-draft")]
    [InlineData("/rules-checked")]
    [InlineData("/rules-tested")]
    [InlineData("/rules-tried-archive")]
    [InlineData("/rules-published")]
    public async Task Text_SentAfterTheSignInHasEnded_IsGivenBack(string path)
    {
        using var browser = await SignedInAsync(_publisher);
        var token = await browser.TokenAsync("/rules-edit");
        browser.Cookies.Remove("validation-session");

        using var response = await browser.PostAsync(
            path, ("form_token", token), ("text", $"\n{Text}"), ("expected", "2026.1"), ("reason", "<b>理由</b>"));

        var page = await ShouldBeAsync(response, HttpStatusCode.Unauthorized);
        page.ShouldContain(EditingTexts.NotSignedIn);
        WebUtility.HtmlDecode(page).ShouldContain($"\n\n{Text}</textarea>");
        page.ShouldContain("value=\"&lt;b&gt;理由&lt;/b&gt;\"");
        page.ShouldContain("value=\"2026.1\"");
    }

    [Fact]
    public async Task Text_SentWithFilesAfterTheSignInHasEnded_IsGivenBack()
    {
        using var browser = await SignedInAsync(_author);
        var token = await browser.TokenAsync("/rules-edit");
        browser.Cookies.Remove("validation-session");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "form_token" }, { new StringContent(Text), "text" }, { new StringContent("年报"), "file", "a.txt" },
        };

        using var response = await browser.PostAsync("/rules-tried", form);

        WebUtility.HtmlDecode(await ShouldBeAsync(response, HttpStatusCode.Unauthorized)).ShouldContain(Text);
    }

    [Fact]
    public async Task Text_OfAStrangerThatIsTooLarge_IsNotTaken()
    {
        using var browser = new PageBrowser(_server);

        using var response = await browser.PostAsync("/rules-published", ("text", new string('a', 2_000_000)));

        ((int)response.StatusCode).ShouldBeInRange(400, 499);
    }

    [Fact]
    public async Task Text_ThatIsTooLargeForAnOverlay_IsRefused()
    {
        using var browser = await SignedInAsync(_publisher);
        var token = await browser.TokenAsync("/rules-edit");
        var text = $"# {new string('a', EditForm.MostBytes + 1)}\n";

        using var response = await PublishAsync(browser, token, text, "理由");

        ((int)response.StatusCode).ShouldBeInRange(400, 499);
        await ShouldNotBePublishedAsync();
    }

    [Theory]
    [InlineData("</textarea><script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    public async Task Markup_InTitlesReasonsAndText_IsOnlyText(string markup)
    {
        using var browser = await SignedInAsync(_publisher);
        var rule = TestRules.Finding("local-a").Replace("title: 规则local-a", $"title: '{markup}'", StringComparison.Ordinal);
        foreach (var path in new[] { "/rules-draft", "/rules-checked", "/rules-tested", "/rules-published" })
        {
            using var response = await browser.PostAsync(
                path, ("form_token", await browser.TokenAsync("/rules-edit")), ("text", rule), ("expected", await VersionAsync()),
                ("author", markup), ("reason", markup));

            var page = await ShouldBeAsync(response, HttpStatusCode.OK);
            page.ShouldContain("&lt;");
            page.ShouldNotContain("<script>alert");
            page.ShouldNotContain("<img");
        }

        using var conflict = await PublishAsync(
            browser, await browser.TokenAsync("/rules-edit"), TestRules.Finding("local-b"), "理由", "2026.1");
        var other = await ShouldBeAsync(conflict, HttpStatusCode.Conflict);
        other.ShouldContain(EditingTexts.OtherTitle);
        other.ShouldNotContain("<script>alert");
        other.ShouldNotContain("<img");
    }

    [Fact]
    public async Task Publication_WithoutAReasonOrWithoutRules_IsRefused()
    {
        using var browser = await SignedInAsync(_publisher);

        using var reasonless = await PublishAsync(browser, await browser.TokenAsync("/rules-edit"), TestRules.Finding("local-a"), " ");
        using var empty = await PublishAsync(browser, await browser.TokenAsync("/rules-edit"), "  \r\n", "理由");
        using var full = await browser.PostAsync(
            EditingRoutes.Published, ("form_token", await browser.TokenAsync("/rules-edit")), ("text", TestRules.Finding("local-a")),
            ("author", "张三"), ("reason", "理由"), ("expected", SmallNationalSet.Version), ("empty", "true"));

        (await ShouldBeAsync(reasonless, HttpStatusCode.BadRequest)).ShouldContain("理由");
        (await ShouldBeAsync(empty, HttpStatusCode.BadRequest)).ShouldContain(EditingTexts.EmptyNeeded);
        (await ShouldBeAsync(full, HttpStatusCode.BadRequest)).ShouldContain(EditingTexts.EmptyWrong);
        await ShouldNotBePublishedAsync();
    }

    [Fact]
    public async Task Publication_OnAServerThatTakesTwo_WaitsForTheSecondPerson()
    {
        await using var server = await RunningServer.StartSmallAsync("AnonymousValidate=false", "SecondPerson=true");
        var one = await server.KeyAsync(null, Role.Publisher);
        var two = await server.KeyAsync(one.Secret, Role.Publisher, Role.Auditor);
        using var first = await SignedInAsync(one, server);
        using var second = await SignedInAsync(two, server);
        var text = TestRules.Finding("local-a").ReplaceLineEndings("\r\n");

        using var proposed = await PublishAsync(first, await first.TokenAsync("/rules-edit"), text, "第一个");
        using var again = await PublishAsync(first, await first.TokenAsync("/rules-edit"), text, "又一次");
        using var shown = await second.GetAsync("/rules-edit");
        var address = ProposalAddress().Match(WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync())).Value;
        using var opened = await second.GetAsync(address);
        using var none = await second.GetAsync("/rules-edit?proposal=0000");
        using var confirmed = await PublishAsync(second, await second.TokenAsync(address), text, "第二个");

        (await ShouldBeAsync(proposed, HttpStatusCode.OK)).ShouldContain(EditingTexts.Proposed);
        (await ShouldBeAsync(again, HttpStatusCode.OK)).ShouldContain(EditingTexts.Proposed);
        var waiting = WebUtility.HtmlDecode(await ShouldBeAsync(opened, HttpStatusCode.OK));
        waiting.ShouldContain("提出：第一个");
        waiting.ShouldContain(EditingTexts.SameAsProposal);
        waiting.ShouldContain(TestRules.Finding("local-a").Trim());
        (await ShouldBeAsync(none, HttpStatusCode.NotFound)).ShouldContain(EditingTexts.NoSuchProposal);
        (await ShouldBeAsync(confirmed, HttpStatusCode.OK)).ShouldContain("已发布，现行版本是 2026.1&#x2B;1");
        var noted = (await server.AuditAsync(two.Secret)).Where(entry => entry.Action == "publish").ToList();
        noted.Select(entry => entry.Detail).ShouldBe(
            ["2026.1+1", PublishingTexts.ProposalNoted, PublishingTexts.ProposalNoted], ignoreOrder: true);
        noted.Single(entry => entry.Detail == "2026.1+1").Principal.ShouldContain(two.Key.Id);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
    }

    private static async Task<string> ShouldBeAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var page = await response.Content.ReadAsStringAsync();
        (response.StatusCode, response.Content.Headers.ContentType?.MediaType).ShouldBe((status, "text/html"), page);
        return page;
    }

    private static Task<HttpResponseMessage> PublishAsync(
        PageBrowser browser, string? token, string text, string reason, string expected = "")
    {
        return browser.PostAsync(
            "/rules-published", ("form_token", token ?? ""), ("text", text), ("author", "张三"), ("reason", reason),
            ("expected", expected.Length > 0 ? expected : SmallNationalSet.Version));
    }

    [GeneratedRegex("/rules-edit\\?proposal=[0-9a-f]{64}", RegexOptions.NonBacktracking)]
    private static partial Regex ProposalAddress();

    private async Task<string> VersionAsync() => (await _server.StatusAsync()).Version;

    private async Task ShouldNotBePublishedAsync()
    {
        (await VersionAsync()).ShouldBe(SmallNationalSet.Version);
    }

    private async Task<PageBrowser> SignedInAsync(CreateKeyReply key, RunningServer? server = null)
    {
        var browser = new PageBrowser(server ?? _server);
        using var response = await browser.SignInAsync(key.Secret);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }
}
