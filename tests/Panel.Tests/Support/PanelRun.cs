using Validation.Tests.Support;

namespace Validation.Panel.Tests.Support;

/// <summary>The program, running on the desktop for a user of its own.</summary>
internal sealed class PanelRun : IAsyncDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("validation-user-");
    private readonly PanelDesktop _desktop;
    private readonly ChildProcess _process;

    private PanelRun(PanelDesktop desktop, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> changes)
    {
        _desktop = desktop;
        Environment = desktop.Environment;
        (Environment["XDG_CONFIG_HOME"], Environment["XDG_STATE_HOME"]) = (In("config"), In("state"));
        foreach (var (name, value) in changes)
        {
            Environment[name] = value;
        }

        _process = ChildProcess.Start(Program, arguments, Environment);
    }

    /// <summary>The environment that it runs in.</summary>
    public Dictionary<string, string> Environment { get; }

    /// <summary>The lines of its log.</summary>
    public IReadOnlyList<string> Log => ProgramLog.Read(LogFile);

    /// <summary>Its settings file.</summary>
    public string SettingsFile => In("config/validate/settings.conf");

    /// <summary>Where its reports and its log are.</summary>
    public string Data => In("state/validate");

    /// <summary>The entry with which its user says whether it starts at log-on.</summary>
    public string OwnAutostart => In("config/autostart/validation-panel.desktop");

    private string Program => _desktop.Package.In("usr/bin/validation-panel");

    private string LogFile => Path.Combine(Data, "tray.log");

    private Screen Screen => _desktop.Screen;

    /// <summary>Starts it and waits for its icon.</summary>
    public static async Task<PanelRun> StartAsync(PanelDesktop desktop, IEnumerable<string> arguments)
    {
        var run = new PanelRun(desktop, arguments, new Dictionary<string, string>(StringComparer.Ordinal));
        await run.LogsAsync("icon added");
        return run;
    }

    /// <summary>Starts it with another environment, and waits for nothing.</summary>
    public static PanelRun Start(PanelDesktop desktop, IReadOnlyDictionary<string, string> changes, params IEnumerable<string> arguments) =>
        new(desktop, arguments, changes);

    /// <summary>Waits until the log has a line with a text, after some lines.</summary>
    public async Task<string> LogsAsync(string text, int after = 0)
    {
        await Eventually.HoldsAsync(
            () => Log.Skip(after).Any(line => line.Contains(text, StringComparison.Ordinal)),
            () => $"The log does not say “{text}” after {after} lines: {string.Join('\n', Log)}{_process.Output}{_process.Errors}");
        return Log.Skip(after).First(line => line.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>Waits until a folder is watched.</summary>
    public Task WatchesAsync(WatchedFolder folder)
    {
        var ledger = Path.Combine(Data, "drafts.jsonl");
        return Eventually.HoldsAsync(
            () => File.Exists(ledger) && File.ReadLines(ledger).Any(line => line.Contains(folder.UniqueName, StringComparison.Ordinal)),
            () => $"{folder.Path} is not watched: {string.Join('\n', Log)}");
    }

    /// <summary>Waits until `xdg-open` is asked to open something.</summary>
    /// <returns>What it is asked to open.</returns>
    public async Task<string> OpensAsync()
    {
        await Eventually.HoldsAsync(
            () => File.Exists(_desktop.OpenedFile) && File.ReadAllText(_desktop.OpenedFile).EndsWith('\n'),
            () => $"Nothing was opened: {string.Join('\n', Log)}");
        var opened = (await File.ReadAllLinesAsync(_desktop.OpenedFile))[^1];
        File.Delete(_desktop.OpenedFile);
        return opened;
    }

    /// <summary>Opens the menu with a right click on the icon and goes through it by keyboard to a row that is chosen; the first press of
    /// "Down" is on the row below the state.</summary>
    public Task ChooseAsync(params IEnumerable<string> keys)
    {
        int Chosen() => Log.Count(line => line.EndsWith("menu chosen", StringComparison.Ordinal));
        var before = Chosen();
        return Eventually.TakesEffectAsync(
            async () =>
            {
                // A menu that an earlier attempt has left open.
                await Screen.PressAsync("Escape");
                await GoAsync(keys);
            },
            () => Task.FromResult(Chosen() > before),
            () => $"Nothing is chosen in the menu: {string.Join('\n', Log)}");
    }

    /// <summary>The same without a choice: the menu stays open.</summary>
    public async Task GoAsync(params IEnumerable<string> keys)
    {
        var before = await Screen.LookAsync(MenuPlace);
        await Screen.ClickAsync(IconX, IconY, button: 3);
        await Screen.ChangesAsync(MenuPlace, before);
        await Screen.PressAsync(keys);
    }

    /// <summary>Clicks on the icon.</summary>
    public Task ClickIconAsync() => Screen.ClickAsync(IconX, IconY);

    /// <summary>Starts the program once more for the same user.</summary>
    public async Task<int> StartAgainAsync()
    {
        await using var second = ChildProcess.Start(Program, [], Environment);
        return await second.ExitAsync(Waiting.Longest);
    }

    /// <summary>Asks it to end as the system does, and waits for that.</summary>
    public async Task EndAsync()
    {
        await _process.TerminateAsync();
        (await _process.ExitAsync(Waiting.Longest)).ShouldBe(0, _process.Errors);
    }

    /// <summary>Waits for its end.</summary>
    public Task<int> EndsAsync() => _process.ExitAsync(Waiting.Longest);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _home.Delete(recursive: true);
    }

    private static Area MenuPlace { get; } = new(4, 40, 160, 200);

    private const int IconX = 12;
    private const int IconY = 12;

    private string In(string path) => Path.Combine(_home.FullName, path);
}
