using Validation.Pages.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Pages.Tests;

public sealed class KeyTests(ServerProcess server, Chromium chromium) : IClassFixture<ServerProcess>, IClassFixture<Chromium>
{
    [BrowserFact]
    public async Task FirstKey_MadeOnAPage_EndsTheTrialAndSignsIn()
    {
        var address = $"http://{server.WebEndpoint}";
        await using var visitor = await chromium.VisitAsync(address);
        await visitor.GoAsync("/keys");
        await visitor.Page.FillAsync("#name", "<b>政务公开办</b>").InTime();
        await visitor.Page.CheckAsync("input[value=publisher]").InTime();
        await visitor.Page.CheckAsync("input[value=auditor]").InTime();
        await visitor.Page.ClickAsync("form.plain button.main").InTime();
        var secret = await visitor.Page.InnerTextAsync("#secret").InTime();
        secret.ShouldStartWith("vk_");
        await visitor.PhotographAsync("key-created");

        await visitor.GoAsync("/keys");
        visitor.Page.Url.ShouldContain("/signin");
        await visitor.Page.FillAsync("#key", secret).InTime();
        await visitor.Page.ClickAsync("button.main").InTime();

        await visitor.Page.WaitForSelectorAsync(".visitor button").InTime();
        visitor.Page.Url.ShouldBe($"{address}/keys");
        var text = await visitor.TextAsync();
        text.ShouldContain("<b>政务公开办</b>");
        text.ShouldNotContain("试用状态");
        text.ShouldNotContain(secret);

        await visitor.Page.ClickAsync("table.list summary").InTime();
        await visitor.Page.FillAsync("table.list input[name=reason]", "换人").InTime();
        await visitor.Page.ClickAsync("table.list button").InTime();

        // The key was this session's own.
        await visitor.GoAsync("/audit");
        visitor.Page.Url.ShouldContain("/signin");
        visitor.Complaints.ShouldBeEmpty();
    }
}
