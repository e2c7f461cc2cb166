using System.Diagnostics;
using System.Net;
using Validation.Server.Pages.Frame;
using Validation.Server.Tests.Support;
using Validation.Server.Web;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Pages;

/// <summary>What strangers may try on the pages: all of it is refused, or does no harm.</summary>
public sealed class PageAttackTests : IAsyncLifetime
{
    private RunningServer _server = null!;
    private CreateKeyReply _publisher = null!;
    private CreateKeyReply _clerk = null!;

    public async Task InitializeAsync()
    {
        _server = await RunningServer.StartAsync(new FakeCheck(), "AnonymousValidate=false", "DocumentBytes=1000");
        _publisher = await _server.KeyAsync(null, Role.Publisher, Role.Auditor);
        _clerk = await _server.KeyAsync(_publisher.Secret, Role.Clerk);
    }

    [Theory]
    [InlineData("/check")]
    [InlineData("/signin")]
    [InlineData("/nothing")]
    [InlineData("/pages/style.css")]
    public async Task Page_InAFrameOfAnotherSite_IsNotShown(string path)
    {
        using var browser = await SignedInAsync();

        using var response = await browser.GetAsync(path);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task Form_WithItsToken_IsTaken()
    {
        using var browser = await SignedInAsync();

        using var response = await browser.UploadAsync(await browser.TokenAsync("/check"), "a.txt", "年报");

        (response.StatusCode, await CheckedAsync(response)).ShouldBe((HttpStatusCode.OK, true));
    }

    [Fact]
    public async Task Form_WithoutAToken_IsRefused()
    {
        using var browser = await SignedInAsync();
        await browser.TokenAsync("/check");

        using var response = await browser.UploadAsync(null, "a.txt", "年报");

        await ShouldBeRefusedAsync(response, HttpStatusCode.BadRequest, PagesTexts.FormExpired);
    }

    [Fact]
    public async Task Form_WithTheTokenOfAnotherBrowser_IsRefused()
    {
        using var browser = await SignedInAsync();
        await browser.TokenAsync("/check");
        using var other = await SignedInAsync();

        using var response = await browser.UploadAsync(await other.TokenAsync("/check"), "a.txt", "年报");

        await ShouldBeRefusedAsync(response, HttpStatusCode.BadRequest, PagesTexts.FormExpired);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task Form_OfAnotherSite_IsRefused(string origin)
    {
        using var browser = await SignedInAsync();
        var token = await browser.TokenAsync("/check");
        browser.Headers["Origin"] = origin;

        using var response = await browser.UploadAsync(token, "a.txt", "年报");

        await ShouldBeRefusedAsync(response, HttpStatusCode.Forbidden, WebTexts.OriginForeign);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("CfDJ8NeG7ooRN4ROrv9-l9vz9kzrkpy6_z2REaypqwAOdEJu")]
    [InlineData("chunks-2")]
    [InlineData("")]
    public async Task Cookie_ThatIsForged_SignsNobodyIn(string value)
    {
        using var browser = new PageBrowser(_server);
        browser.Cookies["validation-session"] = value;
        browser.Cookies["validation-form"] = value;

        using var response = await browser.GetAsync("/check");

        (response.StatusCode, response.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.Redirect, "/signin?to=%2Fcheck"));
    }

    [Fact]
    public async Task Cookie_OfAPage_OpensNoInterface()
    {
        using var browser = await SignedInAsync();

        using var rules = await browser.GetAsync("/v1/rules");

        rules.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Cookie_OfAKeyThatWasTakenBack_SignsNobodyIn()
    {
        using var browser = await SignedInAsync();
        await _server.RevokeAsync(_clerk.Key.Id, _publisher.Secret);

        var watch = Stopwatch.StartNew();
        HttpStatusCode status;
        do
        {
            using var response = await browser.GetAsync("/check");
            status = response.StatusCode;
        }
        while (status == HttpStatusCode.OK && watch.Elapsed < Waiting.Longest);
        status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Clerk_WhoForgesAnAdministratorsForm_ChangesNothing()
    {
        using var browser = await SignedInAsync();
        var token = await browser.TokenAsync("/check");

        using var response = await browser.PostAsync("/key-created", ("form_token", token), ("name", "a"), ("role", "publisher"));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _server.Keys.ListAsync(new ListKeysRequest(), Shown.Key(_publisher.Secret)).ResponseAsync.InTime()).Keys.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>.txt")]
    [InlineData("</h2><script>alert(1)</script>")]
    [InlineData("a' onmouseover='alert(1)")]
    [InlineData("javascript:alert(1)")]
    public async Task FileName_ThatIsMarkup_IsOnlyText(string name)
    {
        using var browser = await SignedInAsync();

        using var response = await browser.UploadAsync(await browser.TokenAsync("/check"), name, "年报");

        var page = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.ShouldNotContain("<img");
        page.ShouldNotContain("<script>");
        page.ShouldNotContain("onmouseover='");
        page.ShouldNotContain("href=\"javascript:");
    }

    [Fact]
    public async Task File_ThatIsTooLarge_IsSaidToBe()
    {
        using var browser = await SignedInAsync();

        using var response = await browser.UploadAsync(await browser.TokenAsync("/check"), "a.txt", new string('a', 5_000));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain("未能判定");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("/v1/rules")]
    public async Task Way_AfterTheSignIn_LeadsToNoOtherSite(string to)
    {
        using var browser = new PageBrowser(_server);

        using var response = await browser.SignInAsync(_clerk.Secret, to);

        (response.StatusCode, response.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.Redirect, "/"));
    }

    [Fact]
    public async Task Form_ThatIsTooLargeForAnyPage_IsRefused()
    {
        using var browser = new PageBrowser(_server);
        var token = await browser.TokenAsync("/signin");

        using var response = await browser.PostAsync("/signin", ("form_token", token), ("key", new string('a', 100_000)));

        response.IsSuccessStatusCode.ShouldBeFalse();
        ((int)response.StatusCode).ShouldBeInRange(400, 499);
    }

    [Fact]
    public async Task Pages_ThatAreSwitchedOff_AreNotThere()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "Pages:Enabled=false");
        using var browser = new PageBrowser(server);

        using var check = await browser.GetAsync("/check");
        using var start = await browser.GetAsync("/");

        (check.StatusCode, check.Content.Headers.ContentType?.MediaType).ShouldBe((HttpStatusCode.NotFound, "application/problem+json"));
        (await start.Content.ReadAsStringAsync()).ShouldContain("/v1/validate");
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
    }

    private static async Task<bool> CheckedAsync(HttpResponseMessage response)
    {
        return (await response.Content.ReadAsStringAsync()).Contains("<article", StringComparison.Ordinal);
    }

    private static async Task ShouldBeRefusedAsync(HttpResponseMessage response, HttpStatusCode status, string why)
    {
        var page = await response.Content.ReadAsStringAsync();
        (response.StatusCode, response.Content.Headers.ContentType?.MediaType).ShouldBe((status, "text/html"));
        page.ShouldContain(why);
        page.ShouldNotContain("<article");
    }

    private async Task<PageBrowser> SignedInAsync()
    {
        var browser = new PageBrowser(_server);
        using var response = await browser.SignInAsync(_clerk.Secret);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }
}
