using Validation.Pages.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Pages.Tests;

public sealed class CheckTests(ServerProcess server, Chromium chromium) : IClassFixture<ServerProcess>, IClassFixture<Chromium>
{
    private static string Sample => SamplePath("qinhuangdao-2024.txt");

    private string Address => $"http://{server.WebEndpoint}";

    [BrowserFact]
    public async Task FirstPage_OfAServerThatIsTried_ExplainsItself()
    {
        await using var visitor = await chromium.VisitAsync(Address);

        await visitor.GoAsync("/");

        var text = await visitor.TextAsync();
        text.ShouldContain("政府信息公开工作年度报告");
        text.ShouldContain("试用状态");
        text.ShouldContain("发放第一个密钥");
        text.ShouldContain("托盘程序");
        text.ShouldContain("接口说明");
        (await visitor.Page.TitleAsync().InTime()).ShouldBe("欢迎使用 - 年报校验");
        (await visitor.Page.Locator("html").GetAttributeAsync("lang").InTime()).ShouldBe("zh-CN");
        await visitor.PhotographAsync("start");

        await visitor.Page.ClickAsync("a.button").InTime();

        await visitor.Page.WaitForURLAsync("**/check").InTime();
        (await visitor.Page.TitleAsync().InTime()).ShouldBe("检查年报 - 年报校验");
        visitor.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Report_ChosenWithoutScript_IsAnsweredWithItsMarkedCells()
    {
        await using var visitor = await chromium.VisitAsync(Address, script: false);
        await visitor.GoAsync("/check");
        await visitor.ChooseAsync("#file", Sample);

        await visitor.Page.ClickAsync("button.main").InTime();

        await visitor.Page.WaitForURLAsync("**/checked").InTime();
        await ShouldShowTheErrorAsync(visitor);
        await visitor.PhotographAsync("checked-without-script");
    }

    [BrowserFact]
    public async Task Report_ChosenWithScript_IsAnsweredOnThePageItself()
    {
        await using var visitor = await chromium.VisitAsync(Address);
        await visitor.GoAsync("/check");

        await visitor.ChooseAsync("#file", Sample);

        await visitor.Page.WaitForSelectorAsync("td.error").InTime();
        await ShouldShowTheErrorAsync(visitor);
        visitor.Page.Url.ShouldEndWith("/check");
        visitor.Complaints.ShouldBeEmpty();
        visitor.Requests.Where(url => !url.StartsWith(Address, StringComparison.Ordinal)).ShouldBeEmpty();
        await visitor.PhotographAsync("checked");
    }

    private static async Task ShouldShowTheErrorAsync(Visitor visitor)
    {
        var text = await visitor.TextAsync();
        text.ShouldContain("有错误，须修改");
        text.ShouldContain("由 29 改为 34");
        (await visitor.Page.Locator("td.error").CountAsync().InTime()).ShouldBeGreaterThan(0);
        (await visitor.Page.Locator("table.disclosure, table.applications, table.disputes").CountAsync().InTime()).ShouldBeGreaterThan(2);
    }

    private static string SamplePath(string name)
    {
        return Path.Combine(SourceTree.Root, "tests", "samples", name);
    }
}
