using Validation.Pages.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Pages.Tests;

/// <summary>What an administrator does with the rules in a browser.</summary>
public sealed class RuleTests(ServerProcess server, Chromium chromium) : IClassFixture<ServerProcess>, IClassFixture<Chromium>
{
    private string Address => $"http://{server.WebEndpoint}";

    [BrowserFact]
    public async Task Rule_FoundByWordsOfItsMessage_IsExplained()
    {
        await using var visitor = await chromium.VisitAsync(Address, script: false);
        await visitor.GoAsync("/rules");
        var all = await visitor.Page.Locator("table.rules tbody tr").CountAsync().InTime();
        all.ShouldBeGreaterThan(50);

        await visitor.Page.FillAsync("#q", "没有找到 表格").InTime();
        await visitor.Page.SelectOptionAsync("#family", "表三").InTime();
        await visitor.Page.SelectOptionAsync("#severity", "error").InTime();
        await visitor.Page.ClickAsync("form.choices button").InTime();

        await visitor.Page.WaitForURLAsync("**/rules?*").InTime();
        (await visitor.Page.InnerTextAsync("#hits").InTime()).ShouldStartWith($"1 条规则（共 {all} 条）：“没有找到 表格”、表三、错误。");
        (await visitor.Page.InputValueAsync("#q").InTime()).ShouldBe("没有找到 表格");
        (await visitor.Page.InputValueAsync("#severity").InTime()).ShouldBe("error");

        await visitor.Page.ClickAsync("table.rules a").InTime();

        await visitor.Page.WaitForURLAsync("**/rule?id=t3-missing").InTime();
        var text = await visitor.TextAsync();
        text.ShouldContain("缺少表三");
        text.ShouldContain("第三部分以表格报告");
        text.ShouldContain("没有找到表三“收到和处理政府信息公开申请情况”的表格。");
        text.ShouldContain("全国规则");
        text.ShouldContain("deviations");
        text.ShouldContain("用量");
    }

    [BrowserFact]
    public async Task Filter_InTheAddress_IsTheListAndIsPrintedWithoutItsForm()
    {
        await using var visitor = await chromium.VisitAsync(Address);
        await visitor.GoAsync("/rules?state=waiting");

        (await visitor.Page.InnerTextAsync("#hits").InTime()).ShouldContain("还要别的资料");
        var rows = await visitor.Page.Locator("table.rules tbody tr").AllInnerTextsAsync().InTime();
        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => row.Contains("才检查", StringComparison.Ordinal));

        await visitor.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print }).InTime();
        (await visitor.Page.IsVisibleAsync("form.choices").InTime()).ShouldBeFalse();
        (await visitor.Page.IsVisibleAsync("#hits").InTime()).ShouldBeTrue();
        (await visitor.Page.IsVisibleAsync("table.rules").InTime()).ShouldBeTrue();
        visitor.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Rule_SwitchedOffByTheForm_IsComposedIntoTheLocalRules()
    {
        const string Before = "# 本市的规则\nrules:\n  - override: t3-secret  # 保密\n    severity: warning\n";
        await PublishAsync(Before, "先有一条");
        await using var visitor = await chromium.VisitAsync(Address);
        await visitor.GoAsync("/rule?id=sec1-length");

        await visitor.Page.CheckAsync("input[name=off]").InTime();
        await visitor.Page.FillAsync("#reason", "本市不用").InTime();
        await visitor.Page.ClickAsync("form.plain button").InTime();

        await visitor.Page.WaitForURLAsync("**/rule-edited").InTime();
        (await visitor.Page.InputValueAsync("#text").InTime())
            .ShouldBe($"{Before}  - override: sec1-length\n    off: true\n    reason: \"本市不用\"\n");
        (await visitor.Page.InnerTextAsync(".rule-changes").InTime()).ShouldContain("停用 sec1-length");
        (await visitor.Page.InputValueAsync("#note").InTime()).ShouldContain("停用：本市不用");
        (await visitor.Page.GetAttributeAsync("form.plain", "action").InTime()).ShouldBe("/rules-draft");
        (await visitor.Page.InputValueAsync("input[name=expected]").InTime()).ShouldBe(await VersionAsync());
        (await visitor.Page.InnerTextAsync("form.plain button").InTime()).ShouldBe("去检查并发布");
        visitor.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Rule_SwitchedOffByTheForm_IsPublishedByTheEditor()
    {
        await PublishAsync("- override: t3-secret\n  severity: warning\n", "先有一条");
        await using var visitor = await chromium.VisitAsync(Address);
        await visitor.GoAsync("/rule?id=sec1-length");
        await visitor.Page.CheckAsync("input[name=off]").InTime();
        await visitor.Page.FillAsync("#reason", "本市不用").InTime();
        await visitor.Page.ClickAsync("form.plain button").InTime();
        await visitor.Page.WaitForURLAsync("**/rule-edited").InTime();

        await visitor.Page.ClickAsync("form.plain button.main").InTime();

        await visitor.Page.WaitForURLAsync("**/rules-draft").InTime();
        (await visitor.WrittenAsync()).ShouldContain("override: sec1-length");
        (await visitor.ResultAsync()).ShouldContain("停用 sec1-length");
        (await visitor.Page.InputValueAsync("#reason").InTime()).ShouldContain("停用：本市不用");
        await visitor.Page.FillAsync("#author", "张三").InTime();
        await visitor.Page.ClickAsync("button[formaction='/rules-published']").InTime();
        await visitor.Page.WaitForSelectorAsync("[data-published]").InTime();
        await visitor.PhotographAsync("rule-switched-off-published");
        var rule = (await server.Admin.ExplainAsync(new ExplainRequest { RuleId = "sec1-length" }).ResponseAsync.InTime()).Rule;
        (rule.Off, rule.OffReason).ShouldBe((true, "本市不用"));
        await visitor.GoAsync("/rules?state=off");
        (await visitor.TextAsync()).ShouldContain("sec1-length");
        visitor.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Version_RolledBack_IsWhatAnotherCheckIsMadeWith()
    {
        var before = await VersionAsync();
        await PublishAsync("- override: t3-balance\n  severity: info\n", "改了等级");
        (await WeightsAsync()).ShouldAllBe(severity => severity == Level.Info);
        await using var visitor = await chromium.VisitAsync(Address);
        await visitor.GoAsync("/rules-history");
        (await visitor.TextAsync()).ShouldContain("改了等级");
        await visitor.GoAsync($"/rules-version?id={Uri.EscapeDataString(before)}");
        (await visitor.TextAsync()).ShouldContain("等级：提示 → 错误");

        await visitor.Page.FillAsync("#author", "李四").InTime();
        await visitor.Page.FillAsync("#reason", "改错了").InTime();
        await visitor.Page.ClickAsync("form.plain button").InTime();

        await visitor.Page.WaitForSelectorAsync(".done").InTime();
        var version = await VersionAsync();
        (await visitor.TextAsync()).ShouldContain($"已经撤回到 {before}，现行版本是 {version}");
        version.ShouldNotBe(before);
        (await WeightsAsync()).ShouldAllBe(severity => severity == Level.Error);
        await visitor.GoAsync("/rules-history?person=李四&action=rolled-back");
        (await visitor.Page.Locator("table.list tbody tr").First.InnerTextAsync().InTime()).ShouldContain("改错了");
        visitor.Complaints.ShouldBeEmpty();
    }

    [AxeTheory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Pages_OfAnyWidthAndShade_KeepTheRulesOfAxe(int width, bool dark)
    {
        var first = await VersionAsync();
        var message = $"按《政府信息公开条例》第五十条，年报应当写明各项申请的数量，这里没有写，请补上以后再报（{width}{dark}）。";
        await PublishAsync($"{TestRules.Finding("local-a", message)}\n- override: t3-secret\n  severity: warning\n", "保密核对");
        await PublishAsync(TestRules.Finding("local-a", severity: "info"), "长的和短的变化");
        await using var visitor = await chromium.VisitAsync(Address, width, dark);
        var look = $"{width}-{(dark ? "dark" : "light")}";
        (string Path, string Name)[] pages =
        [
            ("/rules", "rules"), ("/rules?q=nothing+of+that", "rules-none"), ("/rule?id=sec1-length", "rule"),
            ("/rule?id=nothing", "rule-none"),
            ("/rules-history", "history"), ($"/rules-version?id={Uri.EscapeDataString(first)}", "version"),
            ($"/rules-version?id={Uri.EscapeDataString(await VersionAsync())}", "version-long"),
        ];
        foreach (var (path, name) in pages)
        {
            await visitor.GoAsync(path);
            await visitor.ShouldLookWellAsync($"{name}-{look}");
        }

        await visitor.GoAsync("/rule?id=sec1-length");
        await visitor.Page.SelectOptionAsync("#severity", "error").InTime();
        await visitor.Page.FillAsync("#reason", "从严").InTime();
        await visitor.Page.ClickAsync("form.plain button").InTime();
        await visitor.Page.WaitForSelectorAsync("#text").InTime();
        await visitor.ShouldLookWellAsync($"review-{look}");
        visitor.Complaints.Where(text => !text.Contains("404", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private async Task<string> VersionAsync()
    {
        return (await server.Admin.GetStatusAsync(new GetStatusRequest()).ResponseAsync.InTime()).Version;
    }

    private async Task PublishAsync(string text, string reason)
    {
        var request = new PublishRequest
        {
            Candidate = new RuleOverlay { Files = { new RuleFile { Path = "local.yaml", Text = text } } },
            ExpectedVersion = await VersionAsync(),
            Author = "张三",
            Reason = reason,
        };
        (await server.Admin.PublishAsync(request).ResponseAsync.InTime()).Publication.ShouldNotBeNull();
    }

    /// <summary>The weights with which the rule about the balance of table 3 finds fault with a report that lacks it.</summary>
    private async Task<IReadOnlyList<Level>> WeightsAsync()
    {
        var sample = await File.ReadAllBytesAsync(Path.Combine(SourceTree.Root, "tests", "samples", "qinhuangdao-2024.txt"));
        var request = new ValidateRequest
        {
            Id = "a", FileName = "a.txt", Content = Google.Protobuf.ByteString.CopyFrom(sample),
        };
        var reply = await server.Client.ValidateAsync(request).ResponseAsync.InTime();
        var weights = reply.Findings.Where(finding => finding.RuleId == "t3-balance").Select(finding => finding.Severity).ToList();
        weights.ShouldNotBeEmpty(string.Join(' ', reply.Findings.Select(finding => finding.RuleId)));
        return weights;
    }
}
