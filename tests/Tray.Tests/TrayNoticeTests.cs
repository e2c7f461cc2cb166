using Validation.Client.Drafts;
using Validation.Tests.Support;
using Validation.Tray.Icons;
using Validation.Tray.Tests.Support;

namespace Validation.Tray.Tests;

/// <summary>Where notifications lead, and addresses; what Windows says of them is posted, because Wine never says it.</summary>
[Collection(WineDesktop.Collection)]
[Trait("Size", "Long")]
public sealed class TrayNoticeTests(WineDesktop desktop, ServerProcess server) : TrayWithServer(desktop, server)
{
    [WineFact]
    public async Task Notice_OfSeveralDrafts_OpensThePageOfThemAll()
    {
        using var folder = new WatchedFolder();
        folder.SaveGood("一.txt");
        folder.SaveWrong("二.txt");
        await using var tray = await StartAsync(folder);
        await tray.LogsAsync("notification Info: 正在监视 年报");
        await tray.ReceivesAsync("balloon-click");
        await tray.LogsAsync("notification Error: 检查了 2 份草稿");

        await tray.ReceivesAsync("balloon-click");

        var page = await PageAsync(tray);
        page.ShouldContain("<h1>全部草稿</h1>");
        page.IndexOf("二.txt", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("一.txt", StringComparison.Ordinal));
    }

    [WineFact]
    public async Task Notice_ThatIsInSight_OpensItsDraftAndOnesThatHaveGoneOpenNoOther()
    {
        using var folder = new WatchedFolder();
        await using var tray = await StartAsync(folder);
        folder.SaveWrong("一.txt");
        await tray.LogsAsync("notification Error: 一.txt");
        await tray.ReceivesAsync("balloon-shown");
        await tray.ReceivesAsync("balloon-timeout");
        folder.SaveWrong("二.txt");
        await tray.LogsAsync("notification Error: 二.txt");
        await tray.ReceivesAsync("balloon-shown");

        await tray.ReceivesAsync("balloon-click");
        (await PageAsync(tray)).ShouldContain("二.txt");

        folder.SaveWrong("三.txt");
        await tray.LogsAsync("notification Error: 三.txt");
        await tray.ReceivesAsync("balloon-shown");
        await tray.LosesNoticeAsync();
        await tray.ReceivesAsync("balloon-click");
        (await PageAsync(tray)).ShouldContain("<h1>全部草稿</h1>");
    }

    [WineFact]
    public async Task Notice_ThatTheServerIsAway_ShowsItsState()
    {
        using var folder = new WatchedFolder();
        await using var tray = await Desktop.StartAsync("--server", "http://127.0.0.1:9", "--folder", folder.WindowsPath);
        await tray.WatchesAsync(folder);
        folder.SaveWrong("一.txt");
        await tray.LogsAsync("notification Warning: 校验服务没有应答");

        await tray.ReceivesAsync("balloon-click");

        await tray.LogsAsync("told 服务器：http://127.0.0.1:9");
    }

    [WineFact]
    public async Task SecondStart_SoonAfterANotice_IsAClickOnIt()
    {
        using var folder = new WatchedFolder();
        await using var tray = await StartAsync(folder);
        folder.SaveWrong("一.txt");
        await tray.LogsAsync("notification Error: 一.txt");

        await tray.StartAgainAsync();

        (await PageAsync(tray)).ShouldContain("一.txt");
        tray.Logged($"notification Info: {TrayTexts.Product}").ShouldBe(0);
    }

    [WineFact]
    public async Task Address_OfADraft_OpensItAndOthersDoNothing()
    {
        using var folder = new WatchedFolder();
        await using var tray = await StartAsync(folder);
        folder.SaveWrong("一.txt");
        folder.SaveGood("二.txt");
        await tray.LogsAsync("checked 一.txt");
        await tray.LogsAsync("checked 二.txt");
        await Screen.ShowsAsync(IconState.Problems, 1);
        var id = DraftId.Of(folder.WindowsPath + "\\二.txt").Text;

        await tray.StartAgainAsync(TrayCommandLine.AddressOption, "validation-report:report/../../../windows/win.ini");
        await tray.StartAgainAsync(TrayCommandLine.AddressOption, $"validation-report:report/{id}", "--uninstall");
        await tray.StartAgainAsync(TrayCommandLine.AddressOption, $"validation-report:report/{id}");

        (await PageAsync(tray)).ShouldContain("二.txt");
        tray.Logged("follows ").ShouldBe(1);
        tray.Logged("ended").ShouldBe(0);

        await tray.StartAgainAsync(TrayCommandLine.AddressOption, $"validation-report:file/{new string('0', 24)}");
        await tray.LogsAsync($"warned {TrayTexts.UnknownDraft}");
    }

    private static async Task<string> ReadAsync(string file) => await File.ReadAllTextAsync(file);

    private async Task<string> PageAsync(TrayRun tray) => await ReadAsync(Desktop.Prefix.ReportFrom(await tray.BrowsesAsync()));
}
