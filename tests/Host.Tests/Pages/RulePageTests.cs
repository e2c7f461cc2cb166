using System.Net;
using System.Text.RegularExpressions;
using Validation.Server.Pages.Frame;
using Validation.Server.Pages.Rules;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using Action = Validation.V1.Publication.Types.Action;

namespace Validation.Server.Tests.Pages;

/// <summary>The pages about the rules: who sees and does what, what is only text, and that nobody undoes another's change.</summary>
public sealed partial class RulePageTests : IAsyncLifetime
{
    private const string Markup = "<b onmouseover=alert(1)>'\"&</b>";

    private RunningServer _server = null!;
    private CreateKeyReply _publisher = null!;

    public async Task InitializeAsync()
    {
        _server = await RunningServer.StartSmallAsync("AnonymousValidate=false");
        _publisher = await _server.KeyAsync(null, Role.Publisher);
    }

    [Theory]
    [InlineData("/rules", "clerk author publisher auditor filer system")]
    [InlineData("/rule?id=small", "clerk author publisher auditor filer system")]
    [InlineData("/rules-history", "author publisher auditor")]
    [InlineData("/rules-version?id=2026.1", "author publisher auditor")]
    public async Task Page_IsForThoseWhoMayCallTheSame(string path, string roles)
    {
        foreach (var role in new[] { Role.Clerk, Role.System, Role.Author, Role.Publisher, Role.Filer, Role.Auditor })
        {
            using var browser = await SignedInAsync(role);

            using var response = await browser.GetAsync(path);

            var may = roles.Contains(role.ToString(), StringComparison.OrdinalIgnoreCase);
            response.StatusCode.ShouldBe(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{role}");
        }
    }

    [Theory]
    [InlineData("/rules")]
    [InlineData("/rules-history")]
    [InlineData("/rules-version?id=2026.1")]
    public async Task Page_ForStrangers_IsTheSignIn(string path)
    {
        using var browser = new PageBrowser(_server);

        using var response = await browser.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldStartWith("/signin");
    }

    [Theory]
    [InlineData("/rules?q=%E8%A1%A8&state=off", "/rules?q=%E8%A1%A8&state=off")]
    [InlineData("/rule?id=small", "/rule?id=small")]
    [InlineData("/check", "/check")]
    [InlineData("/rules?q=a\r\nSet-Cookie: a=b", "/rules")]
    [InlineData("/rules?q=表", "/rules")]
    [InlineData("/nothing?q=a", "/")]
    [InlineData("//evil.example/?/rules", "/")]
    [InlineData("?/rules", "/")]
    public async Task Way_AfterTheSignIn_LeadsToTheListThatWasLinked(string wanted, string to)
    {
        using var browser = new PageBrowser(_server);

        using var response = await browser.SignInAsync(_publisher.Secret, wanted);

        (response.StatusCode, response.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.Redirect, to));
    }

    [Fact]
    public async Task List_ThatNeedsASignIn_IsRemembered()
    {
        using var browser = new PageBrowser(_server);

        using var response = await browser.GetAsync("/rules?q=%E8%A1%A8&state=off");

        response.Headers.Location!.ToString().ShouldBe($"/signin?to={Uri.EscapeDataString("/rules?q=%E8%A1%A8&state=off")}");
    }

    [Fact]
    public async Task Forms_AreShownToThoseAloneWhoMaySendThem()
    {
        await PublishAsync(TestRules.Finding("local-a"), "改");
        using var clerk = await SignedInAsync(Role.Clerk);
        using var author = await SignedInAsync(Role.Author);
        using var auditor = await SignedInAsync(Role.Auditor);

        (await TextAsync(clerk, "/rule?id=small")).ShouldNotContain(PageLinks.RuleEdited);
        (await TextAsync(clerk, "/rule?id=small")).ShouldNotContain(RulePageTexts.Usage);
        (await TextAsync(author, "/rule?id=small")).ShouldContain(PageLinks.RuleEdited);
        (await TextAsync(author, "/rule?id=small")).ShouldContain(RulePageTexts.Usage);
        (await TextAsync(author, "/rules-version?id=2026.1")).ShouldNotContain(PageLinks.RulesRolledBack);
        (await TextAsync(auditor, "/rules-version?id=2026.1")).ShouldContain("删除");
        using var publisher = await SignedInAsync(_publisher);
        (await TextAsync(publisher, "/rules-version?id=2026.1")).ShouldContain(PageLinks.RulesRolledBack);
    }

    [Fact]
    public async Task Version_WithAShortAndALongChange_ShowsOneOnALineAndTheOtherWhole()
    {
        const string Long = "按《政府信息公开条例》第五十条，\n    年报应当写明各项申请的数量，这里没有写，请补上以后再报。";
        await PublishAsync(TestRules.Finding("local-a", message: $"|-\n    {Long}"), "一");
        await PublishAsync(TestRules.Finding("local-a", severity: "warning"), "二");
        using var browser = await SignedInAsync(_publisher);

        var page = WebUtility.HtmlDecode(await TextAsync(browser, "/rules-version?id=2026.1%2B2"));

        page.ShouldContain("<li>等级：<del>错误</del> → <ins>警告</ins></li>");
        page.ShouldContain($"<del>{Long.Replace("\n    ", "\n", StringComparison.Ordinal)}</del>");
        page.ShouldContain("<ins>不该是2024年。</ins>");
    }

    [Fact]
    public async Task Markup_InRulesAndReasons_IsOnlyText()
    {
        var rule = TestRules.Finding("local-a", message: $"\"{Markup.Replace("\"", "\\\"", StringComparison.Ordinal)}\"")
            .Replace("title: 规则local-a", $"title: >-\n    {Markup}", StringComparison.Ordinal);
        await PublishAsync(rule, Markup);
        using var browser = await SignedInAsync(_publisher);
        var token = await browser.TokenAsync("/rule?id=local-a");
        (string, string)[] form =
            [("form_token", token), ("id", "local-a"), ("expected", "2026.1+1"), ("severity", "info"), ("reason", $"</textarea>{Markup}")];

        using var composed = await browser.PostAsync(PageLinks.RuleEdited, form);

        string[] pages =
        [
            await TextAsync(browser, "/rules"), await TextAsync(browser, "/rule?id=local-a"), await TextAsync(browser, "/rules-history"),
            await TextAsync(browser, "/rules-version?id=2026.1%2B1"), await TextAsync(browser, $"/rules?q={Uri.EscapeDataString(Markup)}"),
            await TextAsync(browser, $"/rules-history?person={Uri.EscapeDataString(Markup)}"), await composed.Content.ReadAsStringAsync(),
        ];
        composed.StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var page in pages)
        {
            page.ShouldContain("&lt;b onmouseover=alert(1)&gt;");
            page.ShouldNotContain("<b ");
            page.ShouldNotContain("</textarea><b");
        }

        foreach (var path in new[] { $"/rule?id={Uri.EscapeDataString(Markup)}", $"/rules-version?id={Uri.EscapeDataString(Markup)}" })
        {
            using var unknown = await browser.GetAsync(path);
            unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await unknown.Content.ReadAsStringAsync()).ShouldNotContain("<b ");
        }
    }

    [Theory]
    [InlineData(PageLinks.RuleEdited)]
    [InlineData(PageLinks.RulesRolledBack)]
    public async Task Form_WithoutItsToken_ChangesNothing(string path)
    {
        await PublishAsync(TestRules.Finding("local-a"), "改");
        using var other = await SignedInAsync(_publisher);
        foreach (var token in new[] { "", "nonsense", await other.TokenAsync("/rule?id=small") })
        {
            using var browser = await SignedInAsync(_publisher);
            await browser.TokenAsync("/rule?id=small");

            using var response = await browser.PostAsync(
                path, ("form_token", token), ("id", "small"), ("version", "2026.1"), ("expected", "2026.1+1"), ("off", "1"),
                ("author", "张三"), ("reason", "改"));

            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await response.Content.ReadAsStringAsync()).ShouldContain(PagesTexts.FormExpired);
        }

        (await _server.StatusAsync()).Version.ShouldBe("2026.1+1");
    }

    [Theory]
    [InlineData(PageLinks.RuleEdited, Role.Auditor)]
    [InlineData(PageLinks.RuleEdited, Role.Clerk)]
    [InlineData(PageLinks.RulesRolledBack, Role.Author)]
    [InlineData(PageLinks.RulesRolledBack, Role.Clerk)]
    public async Task Form_OfSomebodyWithoutTheRole_ChangesNothing(string path, Role role)
    {
        await PublishAsync(TestRules.Finding("local-a"), "改");
        using var browser = await SignedInAsync(role);

        using var response = await browser.PostAsync(
            path, ("form_token", await browser.TokenAsync("/rules")), ("id", "small"), ("version", "2026.1"), ("expected", "2026.1+1"),
            ("author", "张三"), ("reason", "改"));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _server.StatusAsync()).Version.ShouldBe("2026.1+1");
    }

    [Fact]
    public async Task RollBack_FromAVersionThatIsNoMoreInForce_SaysSoAndChangesNothing()
    {
        await PublishAsync(TestRules.Finding("local-a"), "一");
        using var browser = await SignedInAsync(_publisher);
        var page = WebUtility.HtmlDecode(await TextAsync(browser, "/rules-version?id=2026.1"));
        page.ShouldContain("value=\"2026.1+1\"");
        await PublishAsync(TestRules.Finding("local-b"), "二");

        using var response = await RollBackAsync(browser, "2026.1", "2026.1+1");

        var text = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        text.ShouldContain("修改是在 2026.1+1 上作出的，而正在使用的是 2026.1+2（由 张三");
        (await _server.StatusAsync()).Version.ShouldBe("2026.1+2");
        var history = await HistoryAsync();
        history[0].Action.ShouldBe(Action.Refused);

        // With the version that the page now shows.
        using var again = await RollBackAsync(browser, "2026.1", "2026.1+2");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _server.StatusAsync()).Version.ShouldBe("2026.1+3");
        var done = (await HistoryAsync())[0];
        (done.Action, done.RestoredVersion, done.Author, done.Reason).ShouldBe((Action.RolledBack, "2026.1", "李四", "撤回"));
        done.Principal.ShouldContain(_publisher.Key.Id);
    }

    [Theory]
    [InlineData("2026.1+9", "2026.1+1", "李四", HttpStatusCode.NotFound)]
    [InlineData("2026.1", "", "李四", HttpStatusCode.BadRequest)]
    [InlineData("2026.1", "2026.1+1", "", HttpStatusCode.BadRequest)]
    public async Task RollBack_ThatLacksSomething_IsRefused(string version, string expected, string author, HttpStatusCode status)
    {
        await PublishAsync(TestRules.Finding("local-a"), "一");
        using var browser = await SignedInAsync(_publisher);

        using var response = await RollBackAsync(browser, version, expected, author);

        response.StatusCode.ShouldBe(status);
        (await _server.StatusAsync()).Version.ShouldBe("2026.1+1");
    }

    [Fact]
    public async Task Edit_FromAVersionThatIsNoMoreInForce_IsNotComposed()
    {
        using var browser = await SignedInAsync(_publisher);
        var token = await browser.TokenAsync("/rule?id=small");
        await PublishAsync("- override: small\n  off: true", "一");

        using var response = await browser.PostAsync(
            PageLinks.RuleEdited, ("form_token", token), ("id", "small"), ("expected", "2026.1"), ("severity", "info"), ("reason", "改"));

        var text = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        text.ShouldContain(RulePageTexts.VersionMoved("2026.1", "2026.1+1"));
        text.ShouldNotContain("<textarea");
    }

    [Theory]
    [InlineData("small", "severity=fatal", RulePageTexts.SeverityInvalid, HttpStatusCode.BadRequest)]
    [InlineData("small", "trial=2001-01-01", RulePageTexts.TrialOver, HttpStatusCode.BadRequest)]
    [InlineData("small", "trial=明天", RulePageTexts.TrialInvalid, HttpStatusCode.BadRequest)]
    [InlineData("small", "reason=", RulePageTexts.ReasonMissing, HttpStatusCode.BadRequest)]
    [InlineData("small", "severity=error", RulePageTexts.NothingToChange, HttpStatusCode.BadRequest)]
    [InlineData("nothing", "off=1", "没有编号为 nothing 的规则", HttpStatusCode.NotFound)]
    public async Task Edit_ThatMakesNoSense_IsRefusedInWords(string id, string field, string why, HttpStatusCode status)
    {
        using var browser = await SignedInAsync(Role.Author);
        var parts = field.Split('=');
        Dictionary<string, string> form = new(StringComparer.Ordinal)
        {
            ["form_token"] = await browser.TokenAsync("/rule?id=small"), ["id"] = id, ["expected"] = "2026.1", ["reason"] = "改",
            [parts[0]] = parts[1],
        };

        using var response = await browser.PostAsync(PageLinks.RuleEdited, [.. form.Select(pair => (pair.Key, pair.Value))]);

        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadAsStringAsync()).ShouldContain(why);
    }

    [Fact]
    public async Task Form_ThatIsRefused_KeepsWhatWasTyped()
    {
        using var browser = await SignedInAsync(Role.Author);

        using var response = await browser.PostAsync(
            PageLinks.RuleEdited, ("form_token", await browser.TokenAsync("/rule?id=small")), ("id", "small"), ("expected", "2026.1"),
            ("off", "1"), ("severity", "info"), ("trial", "2001-01-01"), ("reason", Markup));

        var page = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.ShouldContain(RulePageTexts.TrialOver);
        page.ShouldContain("<option value=\"info\" selected>");
        page.ShouldContain("value=\"2001-01-01\"");
        Regex.IsMatch(page, "<input type=\"checkbox\"[^>]* checked", RegexOptions.NonBacktracking).ShouldBeTrue();
        WebUtility.HtmlDecode(page).ShouldContain($"value=\"{Markup}\"");
        page.ShouldNotContain("<b ");
    }

    [Fact]
    public async Task Overlay_OfSeveralFiles_IsComposedUnderTheirNames()
    {
        var overlay = new RuleOverlay
        {
            Files =
            {
                new RuleFile { Path = "a.yaml", Text = TestRules.Finding("local-a") },
                new RuleFile { Path = "b.yaml", Text = "# 二\r\n- override: small\r\n  severity: warning\r\n" },
            },
        };
        await _server.Admin.PublishAsync(Administration.Request(overlay, "2026.1"), Shown.Key(_publisher.Secret)).ResponseAsync.InTime();
        using var browser = await SignedInAsync(Role.Author);

        using var response = await browser.PostAsync(
            PageLinks.RuleEdited, ("form_token", await browser.TokenAsync("/rule?id=small")), ("id", "small"), ("expected", "2026.1+1"),
            ("off", "1"), ("severity", "warning"), ("reason", "不用"));

        var page = await response.Content.ReadAsStringAsync();
        var text = WebUtility.HtmlDecode(Area().Match(page).Groups["text"].Value).ReplaceLineEndings("\n");
        text.ShouldStartWith("\n# ===== a.yaml =====\n- id: local-a\n");
        text.ShouldEndWith("# ===== b.yaml =====\n# 二\n- override: small\n  off: true\n  reason: \"不用\"\n  severity: warning\n");
        page.ShouldContain("停用");
    }

    [Fact]
    public async Task History_IsPagedAndSearched()
    {
        for (var i = 0; i < 22; i++)
        {
            await PublishAsync(TestRules.Finding("local-a", message: $"第{i}次。"), $"理由{i}号");
        }

        using var browser = await SignedInAsync(Role.Auditor);
        var first = await TextAsync(browser, "/rules-history?person=张三");
        first.ShouldContain("理由21号");
        first.ShouldNotContain("理由1号");
        var older = WebUtility.HtmlDecode(Older().Match(first).Groups["address"].Value);

        var second = await TextAsync(browser, older);

        second.ShouldContain("理由1号");
        second.ShouldContain("理由0号");
        second.ShouldNotContain("理由2号");
        Older().IsMatch(second).ShouldBeFalse();
        (await TextAsync(browser, "/rules-history?person=王五")).ShouldContain(RulePageTexts.NoHistory);
        (await TextAsync(browser, "/rules-history?action=refused")).ShouldContain(RulePageTexts.NoHistory);
        using var wrong = await browser.GetAsync("/rules-history?page=nonsense");
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task RollBack_OnAServerOfTwoPeople_IsAProposalUntilAnotherConfirmsIt()
    {
        await using var server = await RunningServer.StartSmallAsync("SecondPerson=true", "AnonymousValidate=false");
        var first = await server.KeyAsync(null, Role.Publisher);
        var second = await server.KeyAsync(first.Secret, Role.Publisher);
        foreach (var key in new[] { first, second })
        {
            var request = Administration.Request(TestRules.Overlay(TestRules.Finding("local-a")), "2026.1");
            await server.Admin.PublishAsync(request, Shown.Key(key.Secret)).ResponseAsync.InTime();
        }

        using var one = await SignedInAsync(first, server);
        using var proposed = await RollBackAsync(one, "2026.1", "2026.1+1");
        (await proposed.Content.ReadAsStringAsync()).ShouldContain(RulePageTexts.Proposed);
        (await server.StatusAsync()).Version.ShouldBe("2026.1+1");

        using var other = await SignedInAsync(second, server);
        var history = await TextAsync(other, "/rules-history");
        history.ShouldContain("提出，等另一人确认（到 2026.1）");
        using var confirmed = await RollBackAsync(other, "2026.1", "2026.1+1");
        confirmed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await server.StatusAsync()).Version.ShouldBe("2026.1+2");
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
    }

    [GeneratedRegex("<textarea[^>]*>(?<text>[^<]*)</textarea>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Area();

    [GeneratedRegex(
        "href=\"(?<address>/rules-history[?][^\"]*page=p[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Older();

    private static async Task<HttpResponseMessage> RollBackAsync(
        PageBrowser browser, string version, string expected, string author = "李四")
    {
        return await browser.PostAsync(
            PageLinks.RulesRolledBack, ("form_token", await browser.TokenAsync("/rules")), ("version", version), ("expected", expected),
            ("author", author), ("reason", "撤回"));
    }

    private static async Task<string> TextAsync(PageBrowser browser, string path)
    {
        using var response = await browser.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<PageBrowser> SignedInAsync(Role role)
    {
        return await SignedInAsync(await _server.KeyAsync(_publisher.Secret, role));
    }

    private async Task<PageBrowser> SignedInAsync(CreateKeyReply key, RunningServer? server = null)
    {
        var browser = new PageBrowser(server ?? _server);
        using var response = await browser.SignInAsync(key.Secret);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    private async Task PublishAsync(string rule, string reason)
    {
        var request = Administration.Request(TestRules.Overlay(rule), (await _server.StatusAsync()).Version);
        request.Reason = reason;
        var reply = await _server.Admin.PublishAsync(request, Shown.Key(_publisher.Secret)).ResponseAsync.InTime();
        reply.Publication.ShouldNotBeNull($"{reply}");
    }

    private async Task<IReadOnlyList<Publication>> HistoryAsync()
    {
        return (await _server.Admin.HistoryAsync(new HistoryRequest(), Shown.Key(_publisher.Secret)).ResponseAsync.InTime()).Entries;
    }
}
