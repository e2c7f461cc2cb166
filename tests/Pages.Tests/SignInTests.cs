using System.Diagnostics;
using Microsoft.Playwright;
using Validation.Pages.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Pages.Tests;

public sealed class SignInTests(ClosedServer server, Chromium chromium) : IClassFixture<ClosedServer>, IClassFixture<Chromium>
{
    [BrowserFact]
    public async Task Page_OfAServerThatNeedsAKey_AsksForItAndLeadsBack()
    {
        var key = await server.KeyAsync(Role.Clerk);
        await using var visitor = await chromium.VisitAsync(server.Address);
        await visitor.GoAsync("/check");
        visitor.Page.Url.ShouldEndWith("/signin?to=%2Fcheck");
        await visitor.PhotographAsync("sign-in");

        await SignInAsync(visitor, key.Secret);

        await visitor.Page.WaitForSelectorAsync(".visitor button").InTime();
        visitor.Page.Url.ShouldBe($"{server.Address}/check");
        (await visitor.TextAsync()).ShouldContain(key.Key.Id);
        var cookies = await visitor.Browser.CookiesAsync().InTime();
        var session = cookies.Single(cookie => cookie.Name == "validation-session");
        (session.HttpOnly, session.SameSite, session.Expires).ShouldBe((true, SameSiteAttribute.Strict, -1f));
        session.Value.ShouldNotContain(key.Secret.Split('_', 3)[2]);
        await visitor.PhotographAsync("signed-in");

        await visitor.Page.ClickAsync(".visitor button").InTime();

        await visitor.Page.WaitForURLAsync("**/signin*").InTime();
        (await visitor.Browser.CookiesAsync().InTime()).ShouldNotContain(cookie => cookie.Name == "validation-session");
        visitor.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task WrongKeys_OneAfterTheOther_AreRefusedMoreSlowlyEachTime()
    {
        await using var visitor = await chromium.VisitAsync(server.Address);
        var watch = new Stopwatch();
        for (var wrong = 0; wrong < 7; wrong++)
        {
            // Anew each time: what is waited for then does not stand there from the time before.
            await visitor.GoAsync("/signin");
            watch.Restart();
            await SignInAsync(visitor, "vk_nonsense");
            await visitor.Page.WaitForSelectorAsync(".problem").InTime();
            (await visitor.TextAsync()).ShouldContain("密钥不对");
        }

        // The seventh waits 1.6 seconds by the server's clock; a busy machine only adds to it.
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(1.5));
        (await visitor.Browser.CookiesAsync().InTime()).ShouldNotContain(cookie => cookie.Name == "validation-session");
    }

    [BrowserFact]
    public async Task Key_ThatIsTakenBack_EndsTheSession()
    {
        var key = await server.KeyAsync(Role.Clerk);
        await using var visitor = await chromium.VisitAsync(server.Address);
        await visitor.GoAsync("/signin?to=/check");
        await SignInAsync(visitor, key.Secret);
        await visitor.Page.WaitForSelectorAsync(".visitor button").InTime();

        await server.RevokeAsync(key);

        await visitor.GoAsync("/check");
        visitor.Page.Url.ShouldContain("/signin");
    }

    [BrowserFact]
    public async Task Session_ThatEndsOverAnOpenPage_LeadsToTheSignIn()
    {
        var key = await server.KeyAsync(Role.Clerk);
        await using var visitor = await chromium.VisitAsync(server.Address);
        await visitor.GoAsync("/signin?to=/check");
        await SignInAsync(visitor, key.Secret);
        await visitor.Page.WaitForSelectorAsync(".visitor button").InTime();
        await server.RevokeAsync(key);

        await visitor.ChooseAsync("#file", Path.Combine(SourceTree.Root, "tests", "samples", "qinhuangdao-2024.txt"));

        await visitor.Page.WaitForURLAsync("**/signin*").InTime();
    }

    [BrowserFact]
    public async Task Session_OfOneServer_HoldsOnAnotherWithTheSameStore()
    {
        var key = await server.KeyAsync(Role.Clerk);
        await using var visitor = await chromium.VisitAsync(server.Address);
        await visitor.GoAsync("/signin?to=/check");
        await SignInAsync(visitor, key.Secret);
        await visitor.Page.WaitForSelectorAsync(".visitor button").InTime();
        await using var second = await server.SecondAsync();

        // Cookies know no ports.
        await visitor.Page.GotoAsync($"{second.Address}/check").InTime();

        visitor.Page.Url.ShouldBe($"{second.Address}/check");
        (await visitor.TextAsync()).ShouldContain(key.Key.Id);
    }

    private static async Task SignInAsync(Visitor visitor, string key)
    {
        await visitor.Page.FillAsync("#key", key).InTime();
        await visitor.Page.ClickAsync("button.main").InTime();
    }
}
