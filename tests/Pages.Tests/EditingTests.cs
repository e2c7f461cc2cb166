using Validation.Pages.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Pages.Tests;

/// <summary>Writing rules in a browser, from the first mistake until others are checked by them.</summary>
public sealed class EditingTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly ServerProcess _server = new();

    private string Address => $"http://{_server.WebEndpoint}";

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [BrowserFact]
    public async Task Rule_WrittenWronglyAndMended_IsTriedPublishedAndChecksOthers()
    {
        await _server.FileAsync("甲局", "乙局");
        await using var visitor = await chromium.VisitAsync(Address);
        await visitor.EditAsync();

        await visitor.WriteAsync(TestRules.Finding("local-year").Replace("report.year", "report.yaer", StringComparison.Ordinal));

        (await visitor.Page.InnerTextAsync("#lint-list li >> nth=0").InTime()).ShouldContain("yaer");
        (await visitor.Page.InnerTextAsync("pre.lines span.error").InTime()).Trim().ShouldBe("6");
        await visitor.PhotographAsync("rules-edit-wrong");
        await visitor.Page.ClickAsync("#lint-list a >> nth=0").InTime();
        (await LineOfCursorAsync(visitor)).ShouldBe(6);

        await visitor.WriteAsync(TestRules.Finding("local-year"));
        (await visitor.Page.Locator("pre.lines span").CountAsync().InTime()).ShouldBe(0);
        await visitor.PressAsync("运行测试");
        (await visitor.ResultAsync()).ShouldContain("2 个例子全部通过");
        await visitor.PressAsync("检查");
        (await visitor.ResultAsync()).ShouldContain("新增 local-year 规则local-year");

        await visitor.PressAsync("用归档的报告试运行");
        var tried = await visitor.ResultAsync();
        tried.ShouldContain("试运行 2 份归档的报告：2 份有变化");
        await visitor.Page.ClickAsync("table.shifts summary").InTime();
        (await visitor.ResultAsync()).ShouldContain("甲局 2024 年");
        await visitor.PhotographAsync("rules-edit-tried-archive");
        var report = await visitor.Page.RunAndWaitForPopupAsync(() => visitor.Page.ClickAsync("table.shifts a >> nth=0")).InTime();
        await report.WaitForURLAsync("**/overview/report?id=*").InTime();
        (await report.InnerTextAsync("h1").InTime()).ShouldContain("2024");
        await report.CloseAsync().InTime();

        await visitor.ChooseAsync("#editor #file", Overlays.SamplePath);
        await visitor.PressAsync("用选好的文件试运行");
        (await visitor.ResultAsync()).ShouldContain("试运行 1 份文件：1 份有变化");
        await visitor.PhotographAsync("rules-edit-tried-files");

        await using var clerk = await chromium.VisitAsync(Address);
        (await CheckedAsync(clerk)).ShouldNotContain("不该是2024年");
        await visitor.PublishAsync("测试年度");
        (await visitor.ResultAsync()).ShouldContain("已发布，现行版本是");
        await visitor.PhotographAsync("rules-edit-published");

        (await CheckedAsync(clerk)).ShouldContain("不该是2024年");
        (await visitor.Page.InnerTextAsync("#versions").InTime()).ShouldContain("+1");
        visitor.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Tabs_ThatBothPublish_TheSecondIsRefusedKeepsItsTextAndSeesTheOther()
    {
        await using var first = await chromium.VisitAsync(Address);
        await using var second = await chromium.VisitAsync(Address);
        await first.EditAsync();
        await second.EditAsync();
        await first.WriteAsync(TestRules.Finding("local-first"));
        await second.WriteAsync(TestRules.Finding("local-second"));
        await first.PublishAsync("第一个");
        (await first.ResultAsync()).ShouldContain("已发布");

        await second.PublishAsync("第二个");

        var refused = await second.ResultAsync();
        refused.ShouldContain("别人已经改过");
        refused.ShouldContain("第一个");
        refused.ShouldContain("新增 local-first 规则local-first");
        (await second.WrittenAsync()).ShouldBe(TestRules.Finding("local-second"));
        await second.PhotographAsync("rules-edit-conflict");
        (await _server.Admin.GetStatusAsync(new GetStatusRequest()).ResponseAsync.InTime()).Version.ShouldEndWith("+1");

        await second.WriteAsync($"{TestRules.Finding("local-first")}\n{TestRules.Finding("local-second")}");
        await second.Page.ClickAsync("#result button[name=onto]").InTime();
        await second.Page.WaitForFunctionAsync("() => document.getElementById('expected').value.endsWith('+1')").InTime();
        await second.Page.WaitForSelectorAsync("#result h2:has-text('发布后的变化')").InTime();
        await second.PublishAsync("合并");
        (await second.ResultAsync()).ShouldContain("已发布");
        var rules = await _server.Admin.GetRuleSetAsync(new GetRuleSetRequest()).ResponseAsync.InTime();
        rules.Rules.Rules.Select(rule => rule.Id).ShouldContain("local-first");
        rules.Rules.Rules.Select(rule => rule.Id).ShouldContain("local-second");
        second.Complaints.Where(text => !text.Contains("409", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Words_CompletedByKeyboardAlone_AreWritten()
    {
        await using var visitor = await chromium.VisitAsync(Address);
        await visitor.EditAsync();
        var keys = visitor.Page.Keyboard;
        await visitor.Page.FocusAsync("#text").InTime();
        await keys.TypeAsync("- id: local-a\n  ass").InTime();
        await visitor.Page.WaitForSelectorAsync("#words li").InTime();
        await keys.PressAsync("ArrowDown").InTime();
        (await visitor.Page.GetAttributeAsync("#text", "aria-activedescendant").InTime()).ShouldBe("word-0");
        await keys.PressAsync("Enter").InTime();
        (await visitor.WrittenAsync()).ShouldBe("- id: local-a\n  assert: ");

        await keys.TypeAsync("applications.refused.").InTime();
        await visitor.Page.WaitForSelectorAsync("#words li:has-text('属于国家秘密')").InTime();
        await visitor.PhotographAsync("rules-edit-words");
        await keys.PressAsync("Escape").InTime();
        (await visitor.Page.IsHiddenAsync("#words").InTime()).ShouldBeTrue();
        (await visitor.Page.EvaluateAsync<string>("() => document.activeElement.id").InTime()).ShouldBe("text");

        await keys.TypeAsync("state_sec").InTime();
        await keys.PressAsync("Control+Space").InTime();
        await visitor.Page.WaitForSelectorAsync("#words li[aria-selected=true]").InTime();
        await keys.PressAsync("Enter").InTime();
        (await visitor.WrittenAsync()).ShouldEndWith("assert: applications.refused.state_secret");

        await keys.TypeAsync(".total == 0\nseverity: ").InTime();
        await keys.PressAsync("Control+Space").InTime();
        await visitor.Page.WaitForSelectorAsync("#words li[aria-selected=true]:has-text('error')").InTime();
        await keys.PressAsync("ArrowDown").InTime();
        await keys.PressAsync("Enter").InTime();
        (await visitor.WrittenAsync()).ShouldEndWith("\n  severity: warning");
        await keys.PressAsync("Control+z").InTime();
        (await visitor.WrittenAsync()).ShouldNotEndWith("warning");
        visitor.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Text_OfAPageThatIsGone_IsOfferedBack()
    {
        await using var visitor = await chromium.VisitAsync(Address);
        await visitor.EditAsync();
        await visitor.WriteAsync(TestRules.Finding("local-kept"));
        await visitor.Page.WaitForFunctionAsync("() => Object.keys(localStorage).length > 0").InTime();

        await visitor.EditAsync();
        (await visitor.WrittenAsync()).ShouldBeEmpty();
        await visitor.PhotographAsync("rules-edit-kept");
        await visitor.Page.ClickAsync("#kept [data-take]").InTime();

        (await visitor.WrittenAsync()).ShouldBe(TestRules.Finding("local-kept"));
        await visitor.PublishAsync("取回");
        (await visitor.ResultAsync()).ShouldContain("已发布");
        (await visitor.Page.EvaluateAsync<int>("() => Object.keys(localStorage).length").InTime()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task Server_ThatIsGoneWhileSomebodyWrites_TakesNothingAway()
    {
        await using var visitor = await chromium.VisitAsync(Address);
        await visitor.EditAsync();
        await visitor.WriteAsync(TestRules.Finding("local-kept"));
        await _server.KillAsync();

        await visitor.Page.ClickAsync("#editor button.main >> nth=0").InTime();

        await visitor.Page.WaitForSelectorAsync("#progress:has-text('服务暂时没有回应')").InTime();
        (await visitor.WrittenAsync()).ShouldBe(TestRules.Finding("local-kept"));
        await _server.InitializeAsync();
        await visitor.PressAsync("检查");
        (await visitor.ResultAsync()).ShouldContain("新增 local-kept 规则local-kept");
    }

    [BrowserFact]
    public async Task Text_SavedByOneAndReadByAnother_IsTheSame()
    {
        await using var visitor = await chromium.VisitAsync(Address);
        await visitor.EditAsync();
        await visitor.WriteAsync(TestRules.Finding("local-a"));
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.ClickAsync("#save")).InTime();
        download.SuggestedFilename.ShouldBe("本地规则.yaml");
        var path = await download.PathAsync().InTime();
        await using var other = await chromium.VisitAsync(Address);
        await other.EditAsync();

        var chooser = await other.Page.RunAndWaitForFileChooserAsync(() => other.Page.ClickAsync("#load")).InTime();
        await chooser.SetFilesAsync(path).InTime();

        await other.Page.WaitForFunctionAsync("() => document.getElementById('text').value.length > 0").InTime();
        (await other.WrittenAsync()).ShouldBe(TestRules.Finding("local-a"));
        other.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Rule_WrittenWithoutScript_IsCheckedTestedAndPublished()
    {
        await using var visitor = await chromium.VisitAsync(Address, script: false);
        await visitor.GoAsync("/rules-edit");
        await visitor.Page.FillAsync("#text", "- id: local-a\n  titel: 名称").InTime();
        await visitor.Page.ClickAsync("#editor button.main >> nth=0").InTime();
        await visitor.Page.WaitForURLAsync("**/rules-checked").InTime();
        var text = await visitor.ResultAsync();
        text.ShouldContain("第 2 行");
        text.ShouldContain("titel");
        (await visitor.WrittenAsync()).ShouldBe("- id: local-a\n  titel: 名称");
        await visitor.PhotographAsync("rules-edit-without-script");

        await visitor.Page.FillAsync("#text", TestRules.Finding("local-a")).InTime();
        await visitor.Page.ClickAsync("button:text-is('用归档的报告试运行')").InTime();
        await visitor.Page.WaitForURLAsync("**/rules-tried-archive").InTime();
        (await visitor.ResultAsync()).ShouldContain("没有归档的报告");
        await visitor.Page.FillAsync("#author", "张三").InTime();
        await visitor.Page.FillAsync("#reason", "不用脚本").InTime();
        await visitor.Page.ClickAsync("button:text-is('发布')").InTime();
        await visitor.Page.WaitForURLAsync("**/rules-published").InTime();
        (await visitor.ResultAsync()).ShouldContain("已发布");
    }

    [AxeTheory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Editor_OfAnyWidthAndShade_KeepsTheRulesOfAxe(int width, bool dark)
    {
        var name = $"rules-edit-{width}-{(dark ? "dark" : "light")}";
        await using var visitor = await chromium.VisitAsync(Address, width, dark);
        await visitor.EditAsync();
        await ShouldLookWellAsync(visitor, name);

        await visitor.WriteAsync(TestRules.Finding("local-year").Replace("report.year", "report.yaer", StringComparison.Ordinal));
        await ShouldLookWellAsync(visitor, $"{name}-wrong");
        await visitor.WriteAsync(TestRules.FailingItsTests("local-year"));
        await visitor.PressAsync("运行测试");
        await ShouldLookWellAsync(visitor, $"{name}-tested");
        await visitor.PressAsync("检查");
        await visitor.Page.FocusAsync("#text").InTime();
        await visitor.Page.Keyboard.PressAsync("Control+End").InTime();
        await visitor.Page.Keyboard.TypeAsync("\n  applies: applications.").InTime();
        await visitor.Page.WaitForSelectorAsync("#words li").InTime();
        await visitor.Page.Keyboard.PressAsync("ArrowDown").InTime();
        await ShouldLookWellAsync(visitor, $"{name}-words");
        visitor.Complaints.ShouldBeEmpty();
    }

    private static Task<int> LineOfCursorAsync(Visitor visitor)
    {
        return visitor.Page.EvaluateAsync<int>("""
            () => {
              const text = document.getElementById('text');
              return document.activeElement === text ? text.value.slice(0, text.selectionStart).split('\n').length : 0;
            }
            """).InTime();
    }

    private static async Task<string> CheckedAsync(Visitor clerk)
    {
        await clerk.GoAsync("/check");
        await clerk.ChooseAsync("#file", Overlays.SamplePath);
        await clerk.Page.WaitForSelectorAsync("td.error").InTime();
        return await clerk.TextAsync();
    }

    private static async Task ShouldLookWellAsync(Visitor visitor, string name)
    {
        await visitor.PhotographAsync(name);
        (await visitor.ViolationsAsync()).ShouldBeEmpty(name);
        var wide = await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth").InTime();
        wide.ShouldBeFalse($"{name} has to be scrolled sideways");
    }
}
