using System.Text.Json;
using Microsoft.Playwright;
using Validation.Pages.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Pages.Tests;

/// <summary>What a suggestion would come to, before anybody changes the file.</summary>
public sealed class TrialTests(ServerProcess server, Chromium chromium) : IClassFixture<ServerProcess>, IClassFixture<Chromium>
{
    private const string Balance = "收办平衡";

    private static string Sample => Path.Combine(SourceTree.Root, "tests", "samples", "qinhuangdao-2024.txt");

    private string Address => $"http://{server.WebEndpoint}";

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Suggestion_Tried_TakesItsFindingsAway_AndTheWayBackBringsThemAgain(bool script)
    {
        var before = await File.ReadAllBytesAsync(Sample);
        await using var visitor = await chromium.VisitAsync(Address, script: script);
        await CheckAsync(visitor, script);
        (await ErrorsAsync(visitor)).ShouldBeGreaterThan(0);
        (await FindingsAsync(visitor)).ShouldContain(Balance);
        var verdict = await visitor.Page.InnerTextAsync(".verdict").InTime();
        verdict.ShouldContain("有错误，须修改");

        await visitor.Page.ClickAsync("button.try >> nth=0").InTime();

        await visitor.Page.WaitForSelectorAsync(".trial-result").InTime();
        var trial = await visitor.Page.InnerTextAsync(".trial-result").InTime();
        trial.ShouldContain("由 29 改为 34");
        trial.ShouldContain("文件没有改动");
        (await visitor.Page.InnerTextAsync(".trial-result .gone").InTime()).ShouldContain(Balance);
        (await FindingsAsync(visitor)).ShouldNotContain(Balance);
        (await ErrorsAsync(visitor)).ShouldBe(0);
        (await visitor.Page.InnerTextAsync("#d1-applications\\.received\\.natural_person").InTime()).ShouldContain("34");
        visitor.Page.Url.ShouldEndWith(script ? "/check" : "/tried");
        await visitor.PhotographAsync(script ? "tried" : "tried-without-script");

        await visitor.Page.ClickAsync("button[name=back]").InTime();

        await visitor.Page.WaitForSelectorAsync(".trial-result", new() { State = WaitForSelectorState.Detached }).InTime();
        (await visitor.Page.InnerTextAsync(".verdict").InTime()).ShouldContain("有错误，须修改");
        (await FindingsAsync(visitor)).ShouldContain(Balance);
        (await ErrorsAsync(visitor)).ShouldBeGreaterThan(0);
        (await File.ReadAllBytesAsync(Sample)).ShouldBe(before);
        visitor.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Suggestion_ThatBreaksSomethingElse_ShowsWhatIsNew()
    {
        await using var visitor = await chromium.VisitAsync(Address);
        await CheckAsync(visitor, script: true);

        // The way of the second suggestion: what the prose says of new applications no longer stands beside it.
        await visitor.Page.ClickAsync("button.try >> nth=1").InTime();

        await visitor.Page.WaitForSelectorAsync(".trial-result").InTime();
        var trial = await visitor.Page.InnerTextAsync(".trial-result").InTime();
        trial.ShouldContain("由 2 改为 7");
        trial.ShouldContain("不再有的问题");
        (await visitor.Page.InnerTextAsync("#d1-applications\\.carried_in\\.natural_person").InTime()).ShouldContain("7");
    }

    [BrowserFact]
    public async Task Suggestion_OfOneOfSeveralDrafts_LeadsBackToAllOfThem()
    {
        await using var visitor = await chromium.VisitAsync(Address);
        await visitor.GoAsync("/check");
        await visitor.ChooseAsync("#file", Path.Combine(Path.GetDirectoryName(Sample)!, "jiyuan-2024.txt"), Sample);
        await visitor.Page.WaitForSelectorAsync("#d2 td.error").InTime();
        var all = await visitor.Page.InnerTextAsync("#result").InTime();

        await visitor.Page.ClickAsync("#d2 button.try >> nth=0").InTime();
        await visitor.Page.WaitForSelectorAsync(".trial-result").InTime();
        (await visitor.Page.Locator("article").CountAsync().InTime()).ShouldBe(1);
        (await visitor.Page.InnerTextAsync("article h2").InTime()).ShouldBe(Path.GetFileName(Sample));
        await visitor.Page.ClickAsync("button[name=back]").InTime();

        (await visitor.Page.InnerTextAsync("#result").InTime()).ShouldBe(all);
        visitor.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Trial_ThatIsRefused_LeavesTheResults()
    {
        await using var visitor = await chromium.VisitAsync(Address);
        await CheckAsync(visitor, script: true);
        var before = await visitor.Page.InnerTextAsync("#result").InTime();
        await visitor.Page.EvaluateAsync("() => { document.querySelector('form.try [name=form_token]').value = 'old'; }").InTime();

        await visitor.Page.ClickAsync("button.try >> nth=0").InTime();

        await visitor.Page.WaitForSelectorAsync("#progress:has-text('页面放得太久')").InTime();
        (await visitor.Page.InnerTextAsync("#result").InTime()).ShouldBe(before);
    }

    [BrowserFact]
    public async Task Sarif_OfACheckedDraft_SaysWhatThePageSays()
    {
        await using var visitor = await chromium.VisitAsync(Address);
        await CheckAsync(visitor, script: true);

        var download = await visitor.Page.RunAndWaitForDownloadAsync(
            () => visitor.Page.ClickAsync(".downloads a[download$='.sarif']")).InTime();

        download.SuggestedFilename.ShouldBe("qinhuangdao-2024.txt.检查结果.sarif");
        await using var content = await download.CreateReadStreamAsync().InTime();
        using var log = await JsonDocument.ParseAsync(content).InTime();
        log.RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        var run = log.RootElement.GetProperty("runs").EnumerateArray().ShouldHaveSingleItem();
        var results = run.GetProperty("results").EnumerateArray().ToList();
        results.Count.ShouldBe(await visitor.Page.Locator("li.finding").CountAsync().InTime());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Select(rule => rule.GetProperty("id").GetString()).ToList();
        results.ShouldAllBe(result => rules[result.GetProperty("ruleIndex").GetInt32()] == result.GetProperty("ruleId").GetString());
        results.Count(result => result.GetProperty("level").GetString() == "error")
            .ShouldBe(await visitor.Page.Locator("li.finding.error").CountAsync().InTime());
        run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean().ShouldBeTrue();
        run.GetProperty("artifacts")[0].GetProperty("hashes").GetProperty("sha-256").GetString()!.Length.ShouldBe(64);
    }

    [AxeTheory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Trial_OfAnyWidthAndShade_KeepsTheRulesOfAxe(int width, bool dark)
    {
        await using var visitor = await chromium.VisitAsync(Address, width, dark);
        await CheckAsync(visitor, script: true);
        await visitor.Page.ClickAsync("button.try >> nth=0").InTime();
        await visitor.Page.WaitForSelectorAsync(".trial-result").InTime();

        await visitor.PhotographAsync($"tried-{width}-{(dark ? "dark" : "light")}");
        (await visitor.ViolationsAsync()).ShouldBeEmpty();
        var wide = await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth").InTime();
        wide.ShouldBeFalse();
    }

    private static async Task CheckAsync(Visitor visitor, bool script)
    {
        await visitor.GoAsync("/check");
        await visitor.ChooseAsync("#file", Sample);
        if (!script)
        {
            await visitor.Page.ClickAsync("button.main").InTime();
        }

        await visitor.Page.WaitForSelectorAsync("td.error").InTime();
    }

    private static Task<string> FindingsAsync(Visitor visitor)
    {
        return visitor.Page.InnerTextAsync(".findings").InTime();
    }

    private static Task<int> ErrorsAsync(Visitor visitor)
    {
        return visitor.Page.Locator("td.error").CountAsync().InTime();
    }
}
