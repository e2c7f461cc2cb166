using Validation.Pages.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Pages.Tests;

/// <summary>A sign-in that ends while somebody writes rules: what they wrote stays.</summary>
public sealed class EditingSessionTests(ClosedServer server, Chromium chromium) : IClassFixture<ClosedServer>, IClassFixture<Chromium>
{
    [BrowserFact]
    public async Task SignIn_ThatEndsWhileSomebodyWrites_CostsNothing()
    {
        var key = await server.KeyAsync(Role.Author);
        await using var visitor = await chromium.VisitAsync(server.Address);
        await visitor.GoAsync("/signin?to=/rules-edit");
        await SignInAsync(visitor, key.Secret);
        await visitor.EditAsync();
        (await visitor.TextAsync()).ShouldContain("发布要有发布者");
        await visitor.WriteAsync(TestRules.Finding("local-a"));
        await visitor.Browser.ClearCookiesAsync(new() { Name = "validation-session" }).InTime();

        await visitor.PressAsync("检查");

        (await visitor.ResultAsync()).ShouldContain("登录已经结束");
        (await visitor.WrittenAsync()).ShouldBe(TestRules.Finding("local-a"));
        await visitor.PhotographAsync("rules-edit-signed-out");
        var opened = await visitor.Page.RunAndWaitForPopupAsync(() => visitor.Page.ClickAsync("#result a[target=_blank]")).InTime();
        await opened.FillAsync("#key", key.Secret).InTime();
        await opened.ClickAsync("button.main").InTime();
        await opened.WaitForSelectorAsync("#editor").InTime();
        await visitor.PressAsync("检查");
        (await visitor.ResultAsync()).ShouldContain("新增 local-a 规则local-a");
    }

    [BrowserFact]
    public async Task SignIn_ThatEndsWithoutScript_GivesTheTextBackAndGoesOn()
    {
        var key = await server.KeyAsync(Role.Author);
        await using var visitor = await chromium.VisitAsync(server.Address, script: false);
        await visitor.GoAsync("/signin?to=/rules-edit");
        await SignInAsync(visitor, key.Secret);
        await visitor.Page.FillAsync("#text", TestRules.Finding("local-a")).InTime();
        await visitor.Browser.ClearCookiesAsync(new() { Name = "validation-session" }).InTime();
        await visitor.Page.ClickAsync("#editor button.main >> nth=0").InTime();
        await visitor.Page.WaitForSelectorAsync("text=登录已经结束").InTime();
        await visitor.PhotographAsync("rules-edit-given-back");

        var opened = await visitor.Page.RunAndWaitForPopupAsync(() => visitor.Page.ClickAsync("a[target=_blank]")).InTime();
        await opened.FillAsync("#key", key.Secret).InTime();
        await opened.ClickAsync("button.main").InTime();
        await opened.WaitForSelectorAsync("#editor").InTime();
        await visitor.Page.ClickAsync("button:text-is('继续编写')").InTime();

        await visitor.Page.WaitForSelectorAsync("#editor").InTime();
        (await visitor.WrittenAsync()).ShouldBe(TestRules.Finding("local-a"));
        await visitor.Page.ClickAsync("#editor button.main >> nth=0").InTime();
        await visitor.Page.WaitForURLAsync("**/rules-checked").InTime();
        (await visitor.ResultAsync()).ShouldContain("新增 local-a 规则local-a");
    }

    private static async Task SignInAsync(Visitor visitor, string key)
    {
        await visitor.Page.FillAsync("#key", key).InTime();
        await visitor.Page.ClickAsync("button.main").InTime();
        // The address of the page to sign in ends in the same way.
        await visitor.Page.WaitForSelectorAsync("#editor").InTime();
    }
}
