using Validation.Tests.Support;
using Validation.Tray.Icons;
using Validation.Tray.Tests.Support;

namespace Validation.Tray.Tests;

/// <summary>The program as it is handed out, with a server of its own, used as a clerk uses it.</summary>
[Collection(WineDesktop.Collection)]
[Trait("Size", "Long")]
public sealed class TrayTests(WineDesktop desktop, ServerProcess server) : TrayWithServer(desktop, server)
{
    private const string Draft = "年报草稿.docx";

    [WineFact]
    public async Task Save_OfADocxWithAnError_ShowsItAndOpensItsReport()
    {
        using var folder = new WatchedFolder();
        await using var tray = await StartAsync(folder);
        await Screen.ShowsAsync(IconState.Normal);
        var before = await Screen.LookAsync(Area.Notification);

        folder.SaveDocx(Draft, wrong: true);

        await tray.LogsAsync($"checked {Draft}: Reject");
        await tray.LogsAsync("notification Error");
        await Screen.ShowsAsync(IconState.Problems, 1);
        await Screen.ChangesAsync(Area.Notification, before, pixels: 5_000);
        (await Screen.LookAsync(Area.Notification)).Dark().ShouldBeGreaterThan(100);
        await Screen.KeepAsync("notification");

        await tray.ReceivesAsync("balloon-click");
        var page = await File.ReadAllTextAsync(Desktop.Prefix.ReportFrom(await tray.BrowsesAsync()));
        page.ShouldContain(Draft);
    }

    [WineFact]
    public async Task Save_OfTheMendedDocx_ShowsThatAllIsWell()
    {
        using var folder = new WatchedFolder();
        await using var tray = await StartAsync(folder);
        folder.SaveDocx(Draft, wrong: true);
        await tray.LogsAsync($"checked {Draft}: Reject");
        await Screen.ShowsAsync(IconState.Problems, 1);

        folder.SaveDocx(Draft, wrong: false);

        await tray.LogsAsync($"checked {Draft}: Accept");
        await tray.LogsAsync("notification Info");
        await Screen.ShowsAsync(IconState.Normal);
        tray.Logged($"checked {Draft}").ShouldBe(2);
    }

    [WineFact]
    public async Task Icon_Clicked_OpensTheReportOfTheDraftThatItCounts()
    {
        using var folder = new WatchedFolder();
        await using var tray = await StartAsync(folder);
        folder.SaveWrong("一.txt");
        await tray.LogsAsync("checked 一.txt");
        folder.SaveGood("二.txt");
        await tray.LogsAsync("checked 二.txt");
        await Screen.ShowsAsync(IconState.Problems, 1);

        await Screen.ClickAsync(MenuRows.IconX, MenuRows.IconY);

        var page = await File.ReadAllTextAsync(Desktop.Prefix.ReportFrom(await tray.BrowsesAsync()));
        page.ShouldContain("一.txt");
    }

    [WineFact]
    public async Task Icon_ClickedTwiceAtOnce_OpensTheReportOnce()
    {
        using var folder = new WatchedFolder();
        await using var tray = await StartAsync(folder);
        folder.SaveWrong("一.txt");
        await tray.LogsAsync("checked 一.txt");
        await Screen.ShowsAsync(IconState.Problems, 1);

        await Screen.DoubleClickAsync(MenuRows.IconX, MenuRows.IconY);
        await Eventually.HoldsAsync(() => tray.Logged("icon Select") == 2, () => string.Join('\n', tray.Log));
        // Longer than two clicks that belong together are apart.
        await Task.Delay(TimeSpan.FromSeconds(2));
        await Screen.ClickAsync(MenuRows.IconX, MenuRows.IconY);
        await Eventually.HoldsAsync(() => tray.Logged("icon Select") == 3, () => string.Join('\n', tray.Log));
        await Eventually.HoldsAsync(() => tray.Logged("open ") >= 2, () => string.Join('\n', tray.Log));

        tray.Logged("open ").ShouldBe(2);
    }

    [WineFact]
    public async Task Menu_OfARecentDraft_OpensItsReport()
    {
        using var folder = new WatchedFolder();
        await using var tray = await StartAsync(folder);
        folder.SaveDocx(Draft, wrong: true);
        await tray.LogsAsync($"checked {Draft}");
        await Screen.ShowsAsync(IconState.Problems, 1);

        await tray.ChooseForFirstDraftAsync(row: 0, picture: "menu");

        var page = await File.ReadAllTextAsync(Desktop.Prefix.ReportFrom(await tray.BrowsesAsync()));
        page.ShouldContain(Draft);
        await tray.LogsAsync("menu closed");
    }

    [WineFact]
    public async Task Menu_OfPause_LetsDraftsWait()
    {
        using var folder = new WatchedFolder();
        await using var tray = await StartAsync(folder);
        await tray.OpenMenuAsync();
        await tray.ChooseAsync(MenuRows.Pause);
        await tray.LogsAsync("state Paused");
        await Screen.ShowsAsync(IconState.Paused);

        folder.SaveWrong("三.txt");
        await tray.LogsAsync("state Paused, problems 0, waiting 1");
        tray.Logged("checked").ShouldBe(0);

        await tray.OpenMenuAsync();
        await tray.ChooseAsync(MenuRows.Pause);
        await tray.LogsAsync("checked 三.txt: Reject");
        await Screen.ShowsAsync(IconState.Problems, 1);
    }

    [WineFact]
    public async Task Menu_OfQuit_EndsTheProgram()
    {
        using var folder = new WatchedFolder();
        await using var tray = await StartAsync(folder);

        await tray.OpenMenuAsync();
        await tray.ChooseAsync(MenuRows.Quit);

        await tray.EndsAsync();
    }

    [WineFact]
    public async Task NewRules_ThatChangeAnAnswer_AreToldAndOthersAreNot()
    {
        using var folder = new WatchedFolder();
        await using var tray = await StartAsync(folder);
        folder.SaveGood("四.txt");
        await tray.LogsAsync("notification Info: 四.txt");

        var quiet = tray.Log.Count;
        // A rule about reports of another year.
        var version = await PublishAsync(TestRules.Finding("local-quiet").Replace("2024", "2019", StringComparison.Ordinal));
        await tray.LogsAsync($"state Checking, problems 0, waiting 1, rules {version}", quiet);
        await tray.LogsAsync($"state Normal, problems 0, waiting 0, rules {version}", quiet);
        tray.Logged("notification", quiet).ShouldBe(0);

        var loud = tray.Log.Count;
        await PublishAsync(TestRules.Finding("local-year"));
        await tray.LogsAsync("notification Error", loud);
        await Screen.ShowsAsync(IconState.Problems, 1);
        tray.Logged("notification", loud).ShouldBe(1);
        await PublishAsync();
    }

    private async Task<string> PublishAsync(params string[] rules)
    {
        var status = await Server.Admin.GetStatusAsync(new V1.GetStatusRequest()).ResponseAsync.InTime();
        var request = new V1.PublishRequest
        {
            Candidate = TestRules.Overlay(rules), ExpectedVersion = status.Version, Author = "张三", Reason = "测试",
        };
        var reply = await Server.Admin.PublishAsync(request).ResponseAsync.InTime();
        reply.Publication.ShouldNotBeNull(reply.ToString());
        return reply.Publication.Version;
    }
}
