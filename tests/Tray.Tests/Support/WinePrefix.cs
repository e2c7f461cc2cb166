using Validation.Tests.Support;

namespace Validation.Tray.Tests.Support;

/// <summary>A Windows of this source tree's own: made once, some 700 MB in the folder of artifacts, and kept for the next run.</summary>
internal sealed class WinePrefix
{
    private const string ChineseFont = "WenQuanYi Micro Hei";

    private static readonly string[] ReplacedFonts =
        ["Tahoma", "MS Shell Dlg", "MS Shell Dlg 2", "Segoe UI", "SimSun", "Microsoft YaHei", "Microsoft YaHei UI"];

    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(3);
    private static readonly string Root = Path.Combine(SourceTree.Root, "artifacts", "wine");

    private readonly string _folder = Path.Combine(Root, "prefix");
    private readonly string _home = Path.Combine(Root, "home");
    private readonly string _setup = Path.Combine(Root, "setup.reg");
    private readonly string _display;

    public WinePrefix(string display)
    {
        _display = display;
    }

    /// <summary>Where the default browser, which is a script, writes what it is asked to show.</summary>
    public string BrowsedFile { get; } = Path.Combine(Root, "browsed.txt");

    /// <summary>%LOCALAPPDATA%.</summary>
    public string LocalData => Path.Combine(User, "AppData", "Local");

    /// <summary>%APPDATA%.</summary>
    public string RoamingData => Path.Combine(User, "AppData", "Roaming");

    /// <summary>The user's settings file.</summary>
    public string SettingsFile => Path.Combine(RoamingData, "年报校验", "settings.conf");

    /// <summary>The machine's policy.</summary>
    public string PolicyFile => Path.Combine(_folder, "drive_c", "ProgramData", "年报校验", "policy.conf");

    /// <summary>The registry of the user, as it was written last.</summary>
    public string UserRegistry => File.ReadAllText(Path.Combine(_folder, "user.reg"));

    private string Users => Path.Combine(_folder, "drive_c", "users");

    private string User => Directory.EnumerateDirectories(Users).First(path => Path.GetFileName(path) != "Public");

    /// <summary>A path of this machine as Windows programs see it.</summary>
    public static string PathOf(string path) => "Z:" + path.Replace('/', '\\');

    /// <summary>A page that the browser was asked for, which Wine says as a path of this machine or of Windows.</summary>
    public string ReportFrom(string page)
    {
        var at = page.IndexOf("C:", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? page : Path.Combine(_folder, "drive_c", page[(at + 3)..].Replace('\\', '/'));
    }

    /// <summary>Makes the prefix, unless an earlier run has.</summary>
    public async Task PrepareAsync()
    {
        Directory.CreateDirectory(_home);
        var browser = Path.Combine(Root, "browser.sh");
        var setup = Setup(browser);
        if (File.Exists(_setup) && await File.ReadAllTextAsync(_setup) == setup)
        {
            return;
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        await File.WriteAllTextAsync(browser, $"#!/bin/sh\nprintf '%s\\n' \"$1\" >> '{BrowsedFile}'\n");
        File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await RunAsync("wineboot", "-i");
        var unfinished = _setup + ".new";
        await File.WriteAllTextAsync(unfinished, setup);
        await RunAsync("regedit", PathOf(unfinished));
        await EndAllAsync();
        File.Move(unfinished, _setup, overwrite: true);
    }

    /// <summary>Starts a Windows program.</summary>
    public ChildProcess Start(params IEnumerable<string> command) =>
        ChildProcess.Start(ForeignRuntime.Wine.Program, command, Environment());

    /// <summary>Runs a Windows program to its end.</summary>
    public async Task<Finished> RunAsync(params IEnumerable<string> command)
    {
        await using var program = Start(command);
        var code = await program.ExitAsync(LongestRun);
        return new Finished(code, program.Output, program.Errors);
    }

    /// <summary>Ends every program of this prefix, and no other, and writes the registry.</summary>
    public async Task EndAllAsync()
    {
        await RunServerAsync("-k");
        await RunServerAsync("-w");
    }

    private async Task RunServerAsync(string option)
    {
        var beside = Path.Combine(Path.GetDirectoryName(ForeignRuntime.Wine.Program) ?? "", "wineserver64");
        await using var server = ChildProcess.Start(File.Exists(beside) ? beside : "wineserver", [option], Environment());
        await server.ExitAsync(LongestRun);
    }

    private Dictionary<string, string> Environment() => new(StringComparer.Ordinal)
    {
        ["WINEPREFIX"] = _folder,
        ["HOME"] = _home,
        ["DISPLAY"] = _display,
        ["LANG"] = "C.UTF-8",
        ["WINEDEBUG"] = "-all",
        // No .NET and no browser of Wine's own; what fails ends instead of waiting for a debugger; no entries in this machine's menu.
        ["WINEDLLOVERRIDES"] = "mscoree,mshtml=;winedbg.exe,winemenubuilder.exe=d",
        ["VALIDATION_SERVER"] = "",
    };

    /// <summary>A font for Chinese in the place of each that is asked for, and the script as the browser.</summary>
    private static string Setup(string browser) => string.Join('\n',
    [
        "REGEDIT4",
        "",
        @"[HKEY_CURRENT_USER\Software\Wine\Fonts\Replacements]",
        .. ReplacedFonts.Select(font => $"\"{font}\"=\"{ChineseFont}\""),
        "",
        @"[HKEY_CURRENT_USER\Software\Wine\WineBrowser]",
        $"\"Browsers\"=\"{browser}\"",
        "",
        @"[HKEY_CLASSES_ROOT\.html]",
        "@=\"htmlfile\"",
        "",
        @"[HKEY_CLASSES_ROOT\htmlfile\shell\open\command]",
        @"@=""C:\\windows\\system32\\winebrowser.exe \""%1\""""",
        "",
    ]);
}
