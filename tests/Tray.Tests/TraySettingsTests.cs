using Validation.Tests.Support;
using Validation.Tray.Tests.Support;

namespace Validation.Tray.Tests;

/// <summary>The window for settings, used with mouse and keyboard.</summary>
[Collection(WineDesktop.Collection)]
[Trait("Size", "Long")]
public sealed class TraySettingsTests : IClassFixture<ServerProcess>
{
    // Nobody listens there.
    private const string NoServer = "http://127.0.0.1:9";

    private const string ByHand =
        $"# 张三写的说明\r\nserver = {NoServer}\r\n\r\nrecheck_days = 3\r\nmy_key = 保留我\r\n; 没有行尾";

    private readonly WineDesktop _desktop;
    private readonly ServerProcess _server;

    public TraySettingsTests(WineDesktop desktop, ServerProcess server)
    {
        (_desktop, _server) = (desktop, server);
    }

    private static Area Window { get; } = new(312, 234, 400, 300);

    private static Area ServerField { get; } = new(376, 177, 262, 19);

    private Screen Screen => _desktop.Screen;

    private string Server => $"http://{_server.GrpcEndpoint}";

    [WineFact]
    public async Task Changes_MadeInTheWindow_HoldAtOnceAndLeaveTheRestOfTheFile()
    {
        using var folder = new WatchedFolder();
        await using var tray = await StartAsync(ByHand);
        await OpenAsync(tray);
        await Screen.KeepAsync("settings");

        await WriteServerAsync($"http://{_server.WebEndpoint}");
        await Screen.PressAsync("alt+t");
        var told = await tray.LogsAsync("server tested: fails");
        told.ShouldContain("网页端口");
        told.ShouldContain($"请把服务地址改为 {Server}。");
        await Screen.KeepAsync("settings-wrong-address");

        var before = tray.Log.Count;
        await Screen.PressAsync("alt+u", "alt+t");
        (await tray.LogsAsync("server tested: answers", before)).ShouldContain($"连接正常：{Server} 是校验服务，规则集");
        var parent = WinePrefix.PathOf(folder.Parent);
        await FileDialog.AnswerAsync(Screen, () => Screen.PressAsync("alt+a"), parent, left: 261, top: 142);
        await Screen.PressAsync("alt+3");
        await Screen.KeepAsync("settings-changed");
        await Screen.PressAsync("Return");

        await tray.LogsAsync("settings set: server, folder, notify_errors_only");
        await tray.LogsAsync("settings closed");
        await tray.LogsAsync($"settings: server {Server}, folders 1");
        await tray.WatchesAsync(folder);
        (await File.ReadAllTextAsync(_desktop.Prefix.SettingsFile)).ShouldBe(
            ByHand.Replace(NoServer, Server, StringComparison.Ordinal)
            + $"\r\nfolder = {parent}\r\nnotify_errors_only = 是\r\n");

        folder.SaveGood("一.txt");
        await tray.LogsAsync("checked 一.txt: Accept");
        folder.SaveWrong("二.txt");
        await tray.LogsAsync("notification Error: 二.txt");
        tray.Logged("一.txt", before).ShouldBe(1, "a good answer is not told");
    }

    [WineFact]
    public async Task Cancel_AfterChanges_ChangesNothing()
    {
        await using var tray = await StartAsync(ByHand);
        var autostart = await AutostartAsync();
        await OpenAsync(tray);

        await WriteServerAsync("http://10.0.0.8:5081");
        await Screen.PressAsync("alt+3", "alt+w", "Escape");

        await tray.LogsAsync("settings closed");
        tray.Logged("settings set").ShouldBe(0);
        (await File.ReadAllTextAsync(_desktop.Prefix.SettingsFile)).ShouldBe(ByHand);
        (await AutostartAsync()).ShouldBe(autostart);
    }

    [WineFact]
    public async Task Address_ThatIsNone_IsToldAtItsFieldAndKept()
    {
        await using var tray = await StartAsync(ByHand);
        await OpenAsync(tray);

        await WriteServerAsync("ftp://x");
        await Screen.PressAsync("Return");
        await tray.LogsAsync("settings refused: server");
        await Screen.KeepAsync("settings-refused");
        tray.Logged("settings closed").ShouldBe(0);

        // The field has the keyboard, and all its text is marked: the next text takes its place.
        await Screen.TypeAsync("10.0.0.8");
        await Screen.PressAsync("Return");
        await tray.LogsAsync("settings set: server");
        await tray.LogsAsync("settings: server http://10.0.0.8:5081");
        (await File.ReadAllTextAsync(_desktop.Prefix.SettingsFile)).ShouldContain("\r\nserver = 10.0.0.8\r\n");
    }

    [WineFact]
    public async Task Settings_OfThePolicy_CannotBeChangedAndLongPathsFit()
    {
        var deep = string.Join('\\', Enumerable.Range(2001, 24).Select(year => $"{year}年度政府信息公开工作年度报告"));
        await _desktop.CleanAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(_desktop.Prefix.PolicyFile)!);
        await File.WriteAllTextAsync(_desktop.Prefix.PolicyFile, $"server = {Server}\r\nnotify_unchanged = 是\r\n");
        await _desktop.WriteSettingsAsync($"server = {NoServer}\r\nfolder = D:\\{deep}\r\nfolder = E:\\年报\r\n");
        await using var tray = await _desktop.StartWithWhatIsThereAsync();
        await OpenAsync(tray);

        // The keyboard is on 确定, because the first field is grey.
        await Eventually.TakesEffectAsync(
            () => Screen.PressAsync("alt+t"),
            () => Task.FromResult(tray.Logged("server tested: answers") > 0),
            () => $"The server is not tested: {string.Join('\n', tray.Log)}");
        await Screen.KeepAsync("settings-policy-long-path");
        await Screen.TypeAsync("http://10.0.0.8");
        await Screen.PressAsync("alt+3", "Return");

        await tray.LogsAsync("settings closed");
        tray.Log.ShouldContain(line => line.EndsWith("settings set: ", StringComparison.Ordinal), "nothing was written");
        (await File.ReadAllTextAsync(_desktop.Prefix.SettingsFile)).ShouldStartWith($"server = {NoServer}\r\n");
    }

    [WineFact]
    public async Task FirstStart_WithoutAServer_AsksForItAndThenForAFolder()
    {
        await using var tray = await _desktop.StartAsync();
        await tray.LogsAsync("settings opened");
        tray.Logged($"notification Info: {TrayTexts.WelcomeTitle}").ShouldBe(0);
        await ShowsAsync();
        await Screen.KeepAsync("settings-first-start");

        await WriteServerAsync(Server);
        await Screen.PressAsync("Return");

        await tray.LogsAsync("settings set: server");
        await tray.LogsAsync($"settings: server {Server}");
        await tray.LogsAsync($"notification Info: {TrayTexts.WelcomeTitle}");
        tray.Logged("settings opened").ShouldBe(1);
    }

    [WineFact]
    public async Task FirstStart_InTheBackground_AsksWithANoticeAlone()
    {
        await using var tray = await _desktop.StartAsync("--background");
        await tray.LogsAsync($"notification Info: {TrayTexts.AskServerTitle}");
        tray.Logged("settings opened").ShouldBe(0);

        await tray.ReceivesAsync("balloon-click");

        await tray.LogsAsync("settings opened");
    }

    /// <summary>What the registry says of the start at log-on.</summary>
    private async Task<string> AutostartAsync()
    {
        const string Key = @"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";
        return (await _desktop.Prefix.RunAsync("reg", "query", Key, "/v", "ValidationTray")).Output;
    }

    private async Task<TrayRun> StartAsync(string settings)
    {
        await _desktop.CleanAsync();
        await _desktop.WriteSettingsAsync(settings);
        return await _desktop.StartWithWhatIsThereAsync();
    }

    private async Task OpenAsync(TrayRun tray)
    {
        // The icon changes no more while the menu is open.
        await tray.LogsAsync("state ");
        await tray.OpenMenuAsync();
        await tray.ChooseAsync(MenuRows.Settings);
        await tray.LogsAsync("settings opened");
        await ShowsAsync();
    }

    /// <summary>Writes into the field that has the keyboard first.</summary>
    private Task WriteServerAsync(string text) => Screen.WriteAsync(ServerField, text, () => Task.CompletedTask);

    /// <summary>Waits until the window is drawn: it has dark letters where the desktop has none.</summary>
    private Task ShowsAsync() => Eventually.HoldsAsync(
        async () => (await Screen.LookAsync(Window)).Dark() > 300, () => "The window does not appear.");
}
