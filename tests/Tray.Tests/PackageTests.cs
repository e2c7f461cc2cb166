using System.IO.Compression;
using Validation.Client.Settings;
using Validation.Tray.Tests.Support;

namespace Validation.Tray.Tests;

/// <summary>What clerks are given, and what it does to their computer.</summary>
[Collection(WineDesktop.Collection)]
[Trait("Size", "Long")]
public sealed class PackageTests
{
    private const string NoServer = "http://127.0.0.1:9";
    private const string OfflineTitle = "校验服务没有应答";
    private const long LargestProgram = 20_000_000;

    private readonly WineDesktop _desktop;

    public PackageTests(WineDesktop desktop)
    {
        _desktop = desktop;
    }

    private WinePrefix Prefix => _desktop.Prefix;

    private string ProgramFolder => Path.Combine(Prefix.LocalData, "Programs", "ValidationTray");

    [WineFact]
    public void Package_AsHandedOut_HoldsTheProgramAndWhatBelongsToIt()
    {
        using var package = ZipFile.OpenRead(PublishedPrograms.Archive);

        package.Entries.Select(entry => entry.FullName)
            .ShouldBe(["validation-tray.exe", "settings.conf", "install.cmd", "uninstall.cmd", "说明.txt"], ignoreOrder: true);
        package.GetEntry("validation-tray.exe")!.Length.ShouldBeLessThan(LargestProgram);
        Text(package, "install.cmd").ShouldContain("--install %*\r\n");
        Text(package, "uninstall.cmd").ShouldContain("--uninstall\r\n");
    }

    [WineFact]
    public void Settings_InThePackage_AreThoseThatTheProgramWrites()
    {
        using var package = ZipFile.OpenRead(PublishedPrograms.Archive);
        Text(package, "settings.conf").ReplaceLineEndings("\n").ShouldBe(SettingsTexts.WindowsTemplate.ReplaceLineEndings("\n"));
    }

    [WineFact]
    public async Task Install_WithServerAndFolder_StartsItAndUninstallRemovesIt()
    {
        await _desktop.CleanAsync();
        using var folder = new WatchedFolder();
        var install = WinePrefix.PathOf(Path.Combine(PublishedPrograms.Package, "install.cmd"));
        await using var tray = await TrayRun.StartAsync(
            _desktop, "cmd", "/c", install, "--server", NoServer, "--folder", folder.WindowsPath);

        await tray.WatchesAsync(folder);
        File.Exists(Path.Combine(ProgramFolder, "validation-tray.exe")).ShouldBeTrue();
        var settings = await File.ReadAllTextAsync(Path.Combine(Prefix.RoamingData, "年报校验", "settings.conf"));
        settings.ShouldContain($"server = {NoServer}");
        settings.ShouldContain($"folder = {folder.WindowsPath}");
        Shortcut().ShouldNotBeNull();
        (await RegistryAsync("Run", "ValidationTray"))
            .ShouldContain(@"Programs\ValidationTray\validation-tray.exe"" --background");
        (await RegistryAsync(@"Uninstall\ValidationTray", "UninstallString")).ShouldContain("--uninstall");

        (await AddressAsync()).ShouldContain($"validation-tray.exe\" {TrayCommandLine.AddressOption} \"%1\"");
        // Wine has no Windows Runtime: its notifications are the plain ones.
        folder.SaveGood("草稿.txt");
        await tray.LogsAsync("notifications with buttons: no, 0x80040154");
        await tray.LogsAsync($"notification Warning: {OfflineTitle}");
        var uninstalled = await tray.RunBesideAsync(@"%LOCALAPPDATA%\Programs\ValidationTray\validation-tray.exe", "--uninstall");

        uninstalled.ShouldContain(TrayTexts.Uninstalled);
        await Eventually.HoldsAsync(() => !Directory.Exists(ProgramFolder), () => $"{ProgramFolder} is still there.");
        Directory.Exists(Path.Combine(Prefix.LocalData, "年报校验")).ShouldBeFalse();
        Directory.Exists(Path.Combine(Prefix.RoamingData, "年报校验")).ShouldBeFalse();
        Shortcut().ShouldBeNull();
        (await AddressAsync()).ShouldBeEmpty();
        (await RegistryAsync("Run", "ValidationTray")).ShouldBeEmpty();
        (await RegistryAsync(@"Uninstall\ValidationTray", "UninstallString")).ShouldBeEmpty();
        File.Exists(Path.Combine(folder.Path, "草稿.txt")).ShouldBeTrue();
    }

    [WineFact]
    public async Task CommandLine_WhenAScriptListens_AnswersThere()
    {
        var program = WinePrefix.PathOf(PublishedPrograms.Tray);

        var version = await Prefix.RunAsync(program, "--version");
        version.ExitCode.ShouldBe(0);
        version.Output.Trim().ShouldBe(TrayTexts.Version(ProgramVersion.Text));

        var wrong = await Prefix.RunAsync(program, "--fast");
        wrong.ExitCode.ShouldBe(TrayExitCode.Usage);
        wrong.Output.ShouldContain(TrayTexts.UnknownOption("--fast"));
    }

    private static string Text(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private string? Shortcut() => Directory
        .EnumerateFiles(Path.Combine(Prefix.RoamingData, "Microsoft", "Windows", "Start Menu"), "年报校验.lnk", SearchOption.AllDirectories)
        .FirstOrDefault();

    /// <summary>What the system starts for the program's addresses; empty: nothing.</summary>
    private async Task<string> AddressAsync()
    {
        var run = await Prefix.RunAsync("reg", "query", @"HKCU\Software\Classes\validation-report\shell\open\command", "/ve");
        return run.ExitCode == 0 ? run.Output : "";
    }

    /// <summary>A value below the user's CurrentVersion key; empty: there is none.</summary>
    private async Task<string> RegistryAsync(string key, string value)
    {
        var run = await Prefix.RunAsync("reg", "query", $@"HKCU\Software\Microsoft\Windows\CurrentVersion\{key}", "/v", value);
        return run.ExitCode == 0 ? run.Output : "";
    }
}
