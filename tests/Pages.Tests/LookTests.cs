using Validation.Pages.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Pages.Tests;

/// <summary>How the pages look to those who see little, use no mouse, or hold a telephone.</summary>
public sealed class LookTests(ServerProcess server, Chromium chromium) : IClassFixture<ServerProcess>, IClassFixture<Chromium>
{
    private string Address => $"http://{server.WebEndpoint}";

    [AxeTheory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Pages_OfAnyWidthAndShade_KeepTheRulesOfAxe(int width, bool dark)
    {
        await using var visitor = await chromium.VisitAsync(Address, width, dark);
        foreach (var path in new[] { "/start", "/check", "/signin", "/system", "/keys", "/audit", "/nothing" })
        {
            await visitor.GoAsync(path);
            await visitor.ShouldLookWellAsync($"{path[1..]}-{width}-{(dark ? "dark" : "light")}");
        }

        await visitor.GoAsync("/check");
        await visitor.ChooseAsync("#file", Path.Combine(SourceTree.Root, "tests", "samples", "qinhuangdao-2024.txt"));
        await visitor.Page.WaitForSelectorAsync("td.error").InTime();
        await visitor.ShouldLookWellAsync($"checked-{width}-{(dark ? "dark" : "light")}");
        visitor.Requests.Where(url => !url.StartsWith(Address, StringComparison.Ordinal)).ShouldBeEmpty();
        // A page that is not there is an error to the browser, too.
        visitor.Complaints.Where(text => !text.Contains("404", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Report_ByKeyboardAlone_IsChecked()
    {
        await using var visitor = await chromium.VisitAsync(Address);
        await visitor.GoAsync("/check");
        await visitor.Page.Keyboard.PressAsync("Tab").InTime();
        (await FocusAsync(visitor)).ShouldBe("跳到正文");
        await visitor.Page.Keyboard.PressAsync("Enter").InTime();
        await visitor.Page.Keyboard.PressAsync("Tab").InTime();
        (await visitor.Page.EvaluateAsync<string>("() => document.activeElement.id").InTime()).ShouldBe("file");

        var chooser = await visitor.Page.RunAndWaitForFileChooserAsync(() => visitor.Page.Keyboard.PressAsync("Enter")).InTime();
        await chooser.SetFilesAsync(Path.Combine(SourceTree.Root, "tests", "samples", "qinhuangdao-2024.txt")).InTime();

        await visitor.Page.WaitForSelectorAsync("td.error").InTime();
        (await visitor.Page.EvaluateAsync<string>("() => document.activeElement.id").InTime()).ShouldBe("result");
    }

    [BrowserFact]
    public async Task Report_Printed_IsTheReportAlone()
    {
        await using var visitor = await chromium.VisitAsync(Address);
        await visitor.GoAsync("/check");
        await visitor.ChooseAsync("#file", Path.Combine(SourceTree.Root, "tests", "samples", "qinhuangdao-2024.txt"));
        await visitor.Page.WaitForSelectorAsync("td.error").InTime();

        await visitor.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print }).InTime();

        (await visitor.Page.IsVisibleAsync("form.drafts").InTime()).ShouldBeFalse();
        (await visitor.Page.IsVisibleAsync("header.site").InTime()).ShouldBeFalse();
        (await visitor.Page.IsVisibleAsync("td.error >> nth=0").InTime()).ShouldBeTrue();
    }

    private static Task<string> FocusAsync(Visitor visitor)
    {
        return visitor.Page.EvaluateAsync<string>("() => document.activeElement.textContent").InTime();
    }
}
