using System.Diagnostics;
using Validation.Client.Drafts;
using Validation.Tests.Support;
using Validation.Tray.Icons;
using Validation.Tray.Tests.Support;

namespace Validation.Tray.Tests;

/// <summary>A clerk's first day: drafts that were there already, deleted and renamed ones, a wrong address.</summary>
[Collection(WineDesktop.Collection)]
[Trait("Size", "Long")]
public sealed class TrayDayTests(WineDesktop desktop, ServerProcess server) : TrayWithServer(desktop, server)
{
    [WineFact]
    public async Task Drafts_ThereBefore_AreCountedAndCheckedByAClickOnTheNotice()
    {
        using var folder = new WatchedFolder();
        folder.SaveGood("一.txt");
        folder.SaveWrong("二.txt");
        await using var tray = await StartAsync(folder);

        await tray.LogsAsync("drafts 2, unseen 2");
        await tray.LogsAsync("notification Info: 正在监视 年报");
        await tray.LogsAsync("state Unchecked");
        await Screen.ShowsAsync(IconState.Unknown);
        tray.Logged("checked ").ShouldBe(0);
        await Screen.KeepAsync("unchecked");

        await tray.ReceivesAsync("balloon-click");

        await tray.LogsAsync("checked 一.txt: Accept");
        await tray.LogsAsync("checked 二.txt: Reject");
        await Screen.ShowsAsync(IconState.Problems, 1);
        await tray.LogsAsync("notification Error: 检查了 2 份草稿");
    }

    [WineFact]
    public async Task Draft_Deleted_LeavesTheIcon()
    {
        using var folder = new WatchedFolder();
        await using var tray = await StartAsync(folder);
        folder.SaveWrong("年报.txt");
        await tray.LogsAsync("checked 年报.txt: Reject");
        await Screen.ShowsAsync(IconState.Problems, 1);

        var before = tray.Log.Count;
        File.Delete(Path.Combine(folder.Path, "年报.txt"));

        await tray.LogsAsync("state Normal, problems 0", before);
        await Screen.ShowsAsync(IconState.Normal);
    }

    [WineFact]
    public async Task Draft_Renamed_IsNotToldAgain()
    {
        using var folder = new WatchedFolder();
        await using var tray = await StartAsync(folder);
        folder.SaveWrong("年报.txt");
        await tray.LogsAsync("notification Error: 年报.txt");

        File.Move(Path.Combine(folder.Path, "年报.txt"), Path.Combine(folder.Path, "终稿.txt"));
        // What is saved later is answered later.
        folder.SaveGood("另一份.txt");

        await tray.LogsAsync("checked 另一份.txt");
        tray.Logged("checked 终稿.txt").ShouldBe(0);
        tray.Logged("终稿").ShouldBe(0);
        await Screen.ShowsAsync(IconState.Problems, 1);
    }

    [WineFact]
    public async Task WebPort_InPlaceOfTheOther_IsToldWithTheRightAddress()
    {
        await using var tray = await Desktop.StartAsync("--server", $"http://{Server.WebEndpoint}");
        await tray.LogsAsync("state Offline");
        await tray.OpenMenuAsync();

        await tray.ChooseAsync(MenuRows.Server);

        await tray.LogsAsync("told 服务器");
        var log = string.Join('\n', tray.Log);
        log.ShouldContain("网页端口");
        log.ShouldContain($"请把服务地址改为 http://{Server.GrpcEndpoint}。");
        await Screen.KeepAsync("wrong-address");
    }

    [WineFact]
    public async Task FirstDay_FromTheFolderToTheExit()
    {
        var own = new ServerProcess();
        try
        {
            await own.InitializeAsync();
            using var folder = new WatchedFolder();
            folder.SaveGood("一.txt");
            folder.SaveWrong("二.txt");
            // As at log-on: it asks with a notification, not with a window.
            await using var tray = await Desktop.StartAsync(TrayCommandLine.Background);
            await tray.LogsAsync($"notification Info: {TrayTexts.AskServerTitle}");
            await tray.ReceivesAsync("balloon-shown");
            await SetServerAsync(tray, own.WebEndpoint, own.GrpcEndpoint);
            await tray.ReceivesAsync("balloon-timeout");

            await AddFolderAsync(tray, folder);
            await SaveOftenAsync(tray, folder);
            await OpenOldNoticesAsync(tray, folder);
            await DeleteAndRenameAsync(tray, folder);
            await PauseAsync(tray, folder);
            await LoseServerAsync(tray, folder, own);
            await AcknowledgeAsync(tray, folder);

            await tray.OpenMenuAsync();
            await tray.ChooseAsync(MenuRows.Quit);
            await tray.EndsAsync();
            tray.Logged("failed").ShouldBe(0);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    // The clerk writes the port of the web page, is told which one is right, and writes that.
    private async Task SetServerAsync(TrayRun tray, string wrong, string right)
    {
        var settings = Path.Combine(Desktop.Prefix.RoamingData, "年报校验", "settings.conf");
        await File.AppendAllTextAsync(settings, $"\r\nserver = http://{wrong}\r\n");
        await tray.LogsAsync($"settings: server http://{wrong}");
        await tray.LogsAsync("state Offline", tray.Log.ToList().FindLastIndex(line => line.Contains(wrong, StringComparison.Ordinal)));
        await tray.OpenMenuAsync();
        var button = new Area(474, 410, 80, 30);
        var without = await Screen.LookAsync(button);
        await tray.ChooseAsync(MenuRows.Server);
        await tray.LogsAsync("told 服务器");
        string.Join('\n', tray.Log).ShouldContain($"请把服务地址改为 http://{right}。");
        await Screen.ChangesAsync(button, without);
        await Screen.KeepAsync("day-1-wrong-port");
        var message = await Screen.LookAsync(button);
        await Eventually.TakesEffectAsync(
            () => Screen.ClickAsync(button.X + (button.Width / 2), button.Y + (button.Height / 2)),
            async () => (await Screen.LookAsync(button)).DifferentFrom(message) > 1_000,
            () => "The message does not close.");
        var text = await File.ReadAllTextAsync(settings);
        await File.WriteAllTextAsync(settings, text.Replace(wrong, right, StringComparison.Ordinal));
        await tray.LogsAsync($"settings: server http://{right}");
        await tray.LogsAsync("state Normal");
    }

    private async Task AddFolderAsync(TrayRun tray, WatchedFolder folder)
    {
        await Screen.ShowsAsync(IconState.Normal);
        await tray.OpenMenuAsync();
        var closed = await Screen.LookAsync(MenuRows.AddFolder);
        await Screen.PointAsync(MenuRows.X, MenuRows.Folders);
        await Screen.ChangesAsync(MenuRows.AddFolder, closed);
        var place = MenuRows.AddFolder;
        await FileDialog.AnswerAsync(Screen, () => Screen.ClickAsync(place.X + 30, MenuRows.Folders), WinePrefix.PathOf(folder.Parent));
        await tray.LogsAsync("drafts 2, unseen 2");
        await tray.LogsAsync("notification Info: 正在监视");
        await tray.ReceivesAsync("balloon-shown");
        await Screen.ShowsAsync(IconState.Unknown);
        await Screen.KeepAsync("day-2-folder");

        await tray.ReceivesAsync("balloon-click");

        await tray.LogsAsync("checked 一.txt: Accept");
        await tray.LogsAsync("checked 二.txt: Reject");
        await tray.LogsAsync("notification Error");
        await tray.ReceivesAsync("balloon-shown");
        await Screen.ShowsAsync(IconState.Problems, 1);
        // For the picture only: Wine shows a notification after two seconds.
        await Task.Delay(TimeSpan.FromSeconds(4));
        await Screen.KeepAsync("day-3-checked");
    }

    private async Task SaveOftenAsync(TrayRun tray, WatchedFolder folder)
    {
        var before = tray.Log.Count;
        var burst = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
        {
            folder.SaveGood("稿.txt");
            folder.SaveWrong("稿.txt");
        }

        burst.Stop();
        // Where the machine is slow, the program looks at the draft while it is saved, and tells of that. What it says last is about this.
        folder.SaveWorse("稿.txt");
        var last = await tray.LogsAsync("checked 稿.txt: Reject, errors 3", before);
        await tray.LogsAsync("notification Error: 稿.txt", tray.Log.ToList().IndexOf(last, before));
        await Screen.ShowsAsync(IconState.Problems, 2);
        // Two lines for each time that the draft was at rest, which it is after 400 ms.
        tray.Logged(": 稿.txt", before).ShouldBeLessThan(10 + (2 * (int)(burst.ElapsedMilliseconds / 400)));
        for (var i = tray.Logged("notification ", before); i > 0; i--)
        {
            await tray.ReceivesAsync("balloon-shown");
        }

        await tray.OpenMenuAsync();
        await tray.ChooseAsync(MenuRows.AllDrafts);
        var page = await PageAsync(tray);
        page.ShouldContain("须修改或未能判定（2 份）");
        page.IndexOf("二.txt", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("一.txt", StringComparison.Ordinal));
    }

    // The system keeps notices, and says of a click on one only that there was one. One with an address is told from all others.
    private async Task OpenOldNoticesAsync(TrayRun tray, WatchedFolder folder)
    {
        await tray.LosesNoticeAsync();
        await tray.ReceivesAsync("balloon-click");
        (await PageAsync(tray)).ShouldContain("<h1>全部草稿</h1>");

        await FollowAsync(tray, folder, "二.txt");
        (await PageAsync(tray)).ShouldContain("二.txt");
    }

    private async Task DeleteAndRenameAsync(TrayRun tray, WatchedFolder folder)
    {
        File.Delete(Path.Combine(folder.Path, "稿.txt"));
        await Screen.ShowsAsync(IconState.Problems, 1);
        await FollowAsync(tray, folder, "稿.txt");
        await tray.LogsAsync($"warned {TrayTexts.UnknownDraft}");
        await Screen.KeepAsync("day-4-deleted");

        var before = tray.Log.Count;
        File.Move(Path.Combine(folder.Path, "二.txt"), Path.Combine(folder.Path, "终稿.txt"));
        // What is saved later is answered later.
        folder.SaveGood("另一份.txt");
        await tray.LogsAsync("notification Info: 另一份.txt", before);
        await tray.ReceivesAsync("balloon-shown");
        tray.Logged("checked 终稿.txt", before).ShouldBe(0);
        await Screen.ShowsAsync(IconState.Problems, 1);
        await FollowAsync(tray, folder, "二.txt");
        await tray.BrowsesAsync();
        tray.Logged(TrayTexts.UnknownDraft).ShouldBe(1);
    }

    private async Task PauseAsync(TrayRun tray, WatchedFolder folder)
    {
        await tray.OpenMenuAsync();
        await tray.ChooseAsync(MenuRows.Pause);
        await Screen.ShowsAsync(IconState.Paused);
        var before = tray.Log.Count;
        // Another content than that of the draft that was deleted: the same would be that draft under another name.
        folder.SaveDocx("三.docx", wrong: true, number: "6");
        await tray.LogsAsync("waiting 1", before);
        tray.Logged("checked", before).ShouldBe(0);
        await Screen.KeepAsync("day-5-paused");

        await tray.OpenMenuAsync();
        await tray.ChooseAsync(MenuRows.Pause);
        await tray.LogsAsync("notification Error: 三.docx", before);
        await tray.ReceivesAsync("balloon-shown");
        await Screen.ShowsAsync(IconState.Problems, 2);
    }

    private async Task LoseServerAsync(TrayRun tray, WatchedFolder folder, ServerProcess own)
    {
        var before = tray.Log.Count;
        await own.KillAsync();
        await tray.LogsAsync("state Offline", before);
        folder.SaveDocx("三.docx", wrong: false);
        await tray.LogsAsync($"notification Warning: {TrayTexts.Offline}", before);
        await tray.ReceivesAsync("balloon-shown");
        await tray.ReceivesAsync("balloon-click");
        await tray.LogsAsync("told 服务器", before);
        await Screen.KeepAsync("day-6-offline");

        await own.InitializeAsync();
        await tray.LogsAsync("checked 三.docx: Accept", before);
        await Screen.ShowsAsync(IconState.Problems, 1);
    }

    private async Task AcknowledgeAsync(TrayRun tray, WatchedFolder folder)
    {
        var before = tray.Log.Count;
        folder.SaveDocx("表.docx", wrong: true);
        await tray.LogsAsync("checked 表.docx: Reject, errors 2", before);
        await Screen.ShowsAsync(IconState.Problems, 2);

        await FindingForm.AnswerAsync(
            Screen, () => tray.ChooseForFirstDraftAsync(row: 3, picture: "day-7-menu"), "ledger", "day-8-acknowledge");

        await tray.LogsAsync("checked 表.docx: Reject, errors 1", before);
        await tray.LogsAsync("notification Info: 表.docx", before);
    }

    private static Task FollowAsync(TrayRun tray, WatchedFolder folder, string draft) => tray.StartAgainAsync(
        TrayCommandLine.AddressOption, new ProgramAddress(ProgramWish.Report, DraftId.Of($"{folder.WindowsPath}\\{draft}")).Text);

    private async Task<string> PageAsync(TrayRun tray) =>
        await File.ReadAllTextAsync(Desktop.Prefix.ReportFrom(await tray.BrowsesAsync()));
}
