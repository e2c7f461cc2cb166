using System.Globalization;
using Validation.Tests.Support;
using Validation.Tray.Icons;
using Validation.Tray.Tests.Support;
using Xunit.Abstractions;

namespace Validation.Tray.Tests;

/// <summary>How the program comes, stays and goes.</summary>
[Collection(WineDesktop.Collection)]
[Trait("Size", "Long")]
public sealed class TrayLifeTests
{
    // Nobody listens there.
    private const string NoServer = "http://127.0.0.1:9";
    // Far from the usual, which is printed: they tell a loop and a leak, not a busy machine.
    private const double MostProcessorShare = 0.25;
    private const long MostMemory = 250L << 20;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly WineDesktop _desktop;
    private readonly ITestOutputHelper _output;

    public TrayLifeTests(WineDesktop desktop, ITestOutputHelper output)
    {
        (_desktop, _output) = (desktop, output);
    }

    private Screen Screen => _desktop.Screen;

    [WineFact]
    public async Task Server_ThatGoesAndReturns_IsShownAndTheDraftIsCheckedOnce()
    {
        var server = new ServerProcess();
        try
        {
            await server.InitializeAsync();
            using var folder = new WatchedFolder();
            await using var tray = await _desktop.StartAsync(
                "--server", $"http://{server.GrpcEndpoint}", "--folder", folder.WindowsPath);
            await tray.WatchesAsync(folder);
            await Screen.ShowsAsync(IconState.Normal);

            await server.KillAsync();
            await tray.LogsAsync("state Offline");
            await Screen.ShowsAsync(IconState.Offline);
            await Screen.KeepAsync("offline");
            folder.SaveDocx("年报.docx", wrong: true);
            await tray.LogsAsync("waiting 1");

            await server.InitializeAsync();
            await tray.LogsAsync("checked 年报.docx: Reject");
            await Screen.ShowsAsync(IconState.Problems, 1);
            tray.Logged("checked 年报.docx").ShouldBe(1);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [WineFact]
    public async Task FirstStart_WithoutAFolder_AsksForOneAndGoesOn()
    {
        await _desktop.CleanAsync();
        await _desktop.WriteSettingsAsync($"server = {NoServer}\r\n");
        await using var tray = await _desktop.StartWithWhatIsThereAsync();
        await tray.LogsAsync($"notification Info: {TrayTexts.WelcomeTitle}");
        tray.Logged("settings opened").ShouldBe(0);
        var settings = _desktop.Prefix.SettingsFile;

        // A clerk writes the folder into the file: it holds within seconds.
        using var folder = new WatchedFolder();
        await File.AppendAllTextAsync(settings, $"\r\nfolder = {folder.WindowsPath}\r\n");
        await tray.LogsAsync("folders 1, problems 0");
        await tray.WatchesAsync(folder);
        folder.SaveGood("五.txt");
        await tray.LogsAsync("waiting 1");
    }

    [WineFact]
    public async Task Settings_WithAMistake_AreTold()
    {
        await using var tray = await _desktop.StartAsync("--server", NoServer);
        var settings = _desktop.Prefix.SettingsFile;
        (await File.ReadAllTextAsync(settings)).ShouldContain("# folder = ");

        await File.AppendAllTextAsync(settings, "\r\nfoldr = D:\\年报\r\n");

        await tray.LogsAsync($"notification Warning: {TrayTexts.SettingsProblemTitle}");
    }

    [WineFact]
    public async Task SecondStart_WhileItRuns_ShowsTheFirst()
    {
        await using var tray = await _desktop.StartAsync("--server", NoServer);

        await tray.StartAgainAsync();

        await tray.LogsAsync($"notification Info: {TrayTexts.Product}");
        tray.Logged("started").ShouldBe(1);
    }

    [WineFact]
    public async Task Taskbar_ThatStartsAgain_HasTheIconAgain()
    {
        await using var tray = await _desktop.StartAsync("--server", NoServer);
        await Screen.ShowsAsync(IconState.Offline);

        await tray.ReceivesAsync("taskbar-created");

        await tray.LogsAsync("taskbar started");
        await Eventually.HoldsAsync(() => tray.Logged("icon added") == 2, () => string.Join('\n', tray.Log));
        await Screen.ShowsAsync(IconState.Offline);
    }

    [WineFact]
    public async Task Icon_ThatTheShellHasLost_ComesBackAfterItsNextChange()
    {
        await using var tray = await _desktop.StartAsync("--server", NoServer);
        await Screen.ShowsAsync(IconState.Offline);

        await tray.ReceivesAsync("icon-lost");
        await tray.ReceivesAsync("display-scaled");

        await tray.LogsAsync("shell: The icon was not changed.");
        await Eventually.HoldsAsync(() => tray.Logged("icon added") == 2, () => string.Join('\n', tray.Log));
        await Screen.ShowsAsync(IconState.Offline);
        tray.Logged("shell:").ShouldBe(1);
    }

    [WineFact]
    public async Task LogOff_WhileItWatches_EndsIt()
    {
        using var folder = new WatchedFolder();
        await using var tray = await _desktop.StartAsync("--server", NoServer, "--folder", folder.WindowsPath);

        await tray.ReceivesAsync("log-off");

        await tray.EndsAsync();
        tray.Logged("failed").ShouldBe(0);
    }

    [WineFact]
    public async Task Autostart_FromTheMenu_IsInTheRegistry()
    {
        await using var tray = await _desktop.StartAsync("--server", NoServer);
        await tray.OpenMenuAsync();
        await tray.ChooseAsync(MenuRows.Autostart);
        await tray.LogsAsync("autostart True");
        await tray.OpenMenuAsync();
        await tray.ChooseAsync(MenuRows.Autostart);
        await tray.LogsAsync("autostart False");
    }

    [WineFact]
    public async Task Autostart_SwitchedOffInTheTaskManager_IsOffAndComesOnAgain()
    {
        await using var tray = await _desktop.StartAsync("--server", NoServer);
        await tray.OpenMenuAsync();
        await tray.ChooseAsync(MenuRows.Autostart);
        await tray.LogsAsync("autostart True");
        const string Approved = @"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";
        var off = await _desktop.Prefix.RunAsync(
            "reg", "add", Approved, "/v", "ValidationTray", "/t", "REG_BINARY", "/d", "0300000000000000", "/f");
        off.ExitCode.ShouldBe(0, off.Errors);

        var before = tray.Log.Count;
        await tray.OpenMenuAsync();
        await tray.ChooseAsync(MenuRows.Autostart);

        await tray.LogsAsync("autostart True", before);
        (await _desktop.Prefix.RunAsync("reg", "query", Approved, "/v", "ValidationTray")).ExitCode.ShouldNotBe(0);
    }

    [WineFact]
    public async Task Dialogs_FromTheMenu_DoNotStopTheProgram()
    {
        await using var tray = await _desktop.StartAsync("--server", NoServer);
        await tray.OpenMenuAsync();
        await tray.ChooseAsync(MenuRows.About);
        await tray.LogsAsync("told 年报校验");
        await tray.OpenMenuAsync();
        await tray.ChooseAsync(MenuRows.Server);
        await tray.LogsAsync("told 服务器");
        await Screen.KeepAsync("dialogs");

        await tray.OpenMenuAsync();
        await tray.ChooseAsync(MenuRows.Quit);
        await tray.EndsAsync();
    }

    [WineFact]
    public async Task Folder_ChosenInTheDialog_IsWatched()
    {
        using var folder = new WatchedFolder();
        await using var tray = await _desktop.StartAsync("--server", NoServer);
        // The icon changes no more while the menu is open.
        await Screen.ShowsAsync(IconState.Offline);
        await tray.OpenMenuAsync();
        var closed = await Screen.LookAsync(MenuRows.AddFolder);
        await Screen.PointAsync(MenuRows.X, MenuRows.Folders);
        await Screen.ChangesAsync(MenuRows.AddFolder, closed);

        var place = MenuRows.AddFolder;
        await FileDialog.AnswerAsync(Screen, () => Screen.ClickAsync(place.X + 30, MenuRows.Folders), WinePrefix.PathOf(folder.Parent));

        await tray.LogsAsync("folders set: 1");
        await tray.WatchesAsync(folder);
        folder.SaveGood("六.txt");
        await tray.LogsAsync("waiting 1");
    }

    [WineFact]
    public async Task File_ChosenInTheDialog_IsChecked()
    {
        var server = new ServerProcess();
        try
        {
            await server.InitializeAsync();
            await using var tray = await _desktop.StartAsync("--server", $"http://{server.GrpcEndpoint}");
            await tray.OpenMenuAsync();

            var sample = WinePrefix.PathOf(Path.Combine(SourceTree.Root, "tests", "samples", "qinhuangdao-2024.txt"));
            await FileDialog.AnswerAsync(Screen, () => tray.ChooseAsync(MenuRows.CheckNow), sample);

            await tray.LogsAsync("checked qinhuangdao-2024.txt: Reject");
            await tray.LogsAsync("notification Error: qinhuangdao-2024.txt");
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [WineFact]
    public async Task Idle_WithAServerAndAFolder_UsesLittle()
    {
        var server = new ServerProcess();
        try
        {
            await server.InitializeAsync();
            using var folder = new WatchedFolder();
            await using var tray = await _desktop.StartAsync(
                "--server", $"http://{server.GrpcEndpoint}", "--folder", folder.WindowsPath);
            await tray.WatchesAsync(folder);
            folder.SaveDocx("年报.docx", wrong: true);
            await tray.LogsAsync("state Problems");

            // The work that comes after the start and the check is soon done.
            await Task.Delay(Settling);
            var before = ProcessUse.Of("validation-tray.exe");
            await Task.Delay(Idle);
            var after = ProcessUse.Of("validation-tray.exe");

            var share = (after.Processor - before.Processor) / Idle;
            _output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"idle: {share:P2} of a processor, {after.Memory / 1_000_000.0:0.0} MB in memory"));
            share.ShouldBeLessThan(MostProcessorShare);
            after.Memory.ShouldBeLessThan(MostMemory);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }
}
