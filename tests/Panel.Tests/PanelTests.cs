using Validation.Panel.Tests.Support;
using Validation.Tests.Support;
using Validation.Tray.Icons;

namespace Validation.Panel.Tests;

/// <summary>A clerk's day on a Linux desktop: the icon, its menu and its notifications.</summary>
[Collection(PanelDesktop.Collection)]
[Trait("Size", "Long")]
public sealed class PanelTests : IClassFixture<ServerProcess>
{
    // The rows of the menu, counted from the one below the state.
    private const int FoldersRow = 4;
    private const int PauseRow = 5;
    private const int StartAtLogOnRow = 8;

    private readonly PanelDesktop _desktop;
    private readonly ServerProcess _server;

    public PanelTests(PanelDesktop desktop, ServerProcess server)
    {
        (_desktop, _server) = (desktop, server);
    }

    private Screen Screen => _desktop.Screen;

    [DesktopFact]
    public async Task Draft_SavedWithErrors_IsShownToldAndOpened()
    {
        using var folder = new WatchedFolder();
        await using var panel = await StartAsync(folder);
        await panel.LogsAsync("state Normal");
        await Screen.ShowsAsync(IconState.Normal);
        var before = await Screen.LookAsync(NoticePlace);

        folder.SaveWrong("年报.txt");

        await panel.LogsAsync("checked 年报.txt: Reject");
        await panel.LogsAsync("notification Error: 年报.txt");
        await Screen.ShowsAsync(IconState.Problems, 1);
        await Screen.ChangesAsync(NoticePlace, before, pixels: 5_000);
        await Screen.KeepAsync("notification");

        await Screen.ClickAsync(_desktop.Notification.X, _desktop.Notification.Y);
        var report = await panel.OpensAsync();
        report.ShouldStartWith(panel.Data);
        (await File.ReadAllTextAsync(report)).ShouldContain("有错误");

        await panel.ClickIconAsync();
        (await panel.OpensAsync()).ShouldBe(report);
    }

    [DesktopFact]
    public async Task Menu_OfACheckedDraft_OpensReportAndFile()
    {
        using var folder = new WatchedFolder();
        await using var panel = await StartAsync(folder);
        folder.SaveWrong("年报.txt");
        await panel.LogsAsync("state Problems");

        await panel.GoAsync("Down", "Right", "Right");
        await Screen.KeepAsync("menu");
        await Screen.PressAsync("Return");

        (await panel.OpensAsync()).ShouldEndWith(".html");

        await panel.ChooseAsync("Down", "Right", "Right", "Down", "Return");

        (await panel.OpensAsync()).ShouldBe(Path.Combine(folder.Path, "年报.txt"));
    }

    [DesktopFact]
    public async Task Pause_FromTheMenu_LastsUntilItIsEnded()
    {
        using var folder = new WatchedFolder();
        await using var panel = await StartAsync(folder);
        await panel.LogsAsync("state Normal");

        await panel.ChooseAsync([.. To(PauseRow), "Return"]);

        await panel.LogsAsync("state Paused");
        await Screen.ShowsAsync(IconState.Paused);
        folder.SaveWrong("年报.txt");
        await panel.LogsAsync("state Paused, problems 0, waiting 1");

        var before = panel.Log.Count;
        await panel.ChooseAsync([.. To(PauseRow), "Return"]);

        await panel.LogsAsync("checked 年报.txt: Reject", before);
        await Screen.ShowsAsync(IconState.Problems, 1);
    }

    [DesktopFact]
    public async Task Folder_ChosenInTheMenu_IsWatchedFromThenOn()
    {
        using var folder = new WatchedFolder();
        _desktop.AnswerDialogs(folder.Path);
        await using var panel = await _desktop.StartAsync("--server", $"http://{_server.GrpcEndpoint}");
        await panel.LogsAsync("notification Info: 选择要监视的文件夹");

        await panel.ChooseAsync([.. To(FoldersRow), "Right", "Return"]);

        await panel.LogsAsync("folders set: 1");
        await panel.WatchesAsync(folder);
        (await File.ReadAllLinesAsync(panel.SettingsFile)).ShouldContain($"folder = {folder.Path}");
        folder.SaveWrong("年报.txt");
        await panel.LogsAsync("checked 年报.txt: Reject");
    }

    [DesktopFact]
    public async Task StartAtLogOn_SwitchedOffAndOnInTheMenu_IsTheEntryOfTheUser()
    {
        using var folder = new WatchedFolder();
        await using var panel = await StartAsync(folder);

        await panel.ChooseAsync([.. To(StartAtLogOnRow), "Return"]);

        // The package has an entry for everybody, unless it is not installed where the system looks.
        var isCommon = File.Exists("/etc/xdg/autostart/validation-panel.desktop");
        await panel.LogsAsync($"autostart {!isCommon}");
        (await File.ReadAllTextAsync(panel.OwnAutostart)).ShouldContain(isCommon ? "Hidden=true" : "Hidden=false");
        var before = panel.Log.Count;

        await panel.ChooseAsync([.. To(StartAtLogOnRow), "Return"]);

        await panel.LogsAsync($"autostart {isCommon}", before);
        (File.Exists(panel.OwnAutostart) && !isCommon).ShouldBe(!isCommon);
    }

    [DesktopFact]
    public async Task SecondStart_WhileItRuns_MakesTheFirstShowItself()
    {
        using var folder = new WatchedFolder();
        await using var panel = await StartAsync(folder);

        (await panel.StartAgainAsync()).ShouldBe(0);

        await panel.LogsAsync("notification Info: 年报校验");
        panel.Log.Count(line => line.Contains("started ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [DesktopFact]
    public async Task Quit_InTheMenu_EndsItInOrder()
    {
        using var folder = new WatchedFolder();
        await using var panel = await StartAsync(folder);

        await panel.ChooseAsync("Up", "Return");

        (await panel.EndsAsync()).ShouldBe(0);
        panel.Log.ShouldContain(line => line.EndsWith(" ended", StringComparison.Ordinal));
    }

    private static Area NoticePlace { get; } = new(694, 40, 320, 120);

    private static IEnumerable<string> To(int row) => Enumerable.Repeat("Down", row);

    private async Task<PanelRun> StartAsync(WatchedFolder folder)
    {
        var panel = await _desktop.StartAsync("--server", $"http://{_server.GrpcEndpoint}", "--folder", folder.Path);
        await panel.WatchesAsync(folder);
        return panel;
    }
}
