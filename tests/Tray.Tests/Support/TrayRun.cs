using Validation.Tests.Support;
using Validation.Tray.Notices;

namespace Validation.Tray.Tests.Support;

/// <summary>The tray program, running on the desktop.</summary>
internal sealed class TrayRun : IAsyncDisposable
{
    // Programs that are to find each other's windows are started on the same desktop.
    private static readonly string[] OnDesktop = ["explorer", "/desktop=shell,1024x768"];

    private readonly WineDesktop _desktop;
    // Wine's program starter says so, and ends, when the Windows of the test before had not quite gone.
    private const string NotStarted = "could not be started";
    private const int Attempts = 3;

    private const string MenuOpened = "menu opened";

    private readonly string[] _command;
    private readonly string _log;
    private ChildProcess _explorer;
    private Region? _withoutMenu;

    private TrayRun(WineDesktop desktop, string[] command)
    {
        (_desktop, _command) = (desktop, command);
        _explorer = desktop.Prefix.Start(command);
        _log = Path.Combine(desktop.Prefix.LocalData, "年报校验", "tray.log");
    }

    /// <summary>The lines of its log.</summary>
    public IReadOnlyList<string> Log => ProgramLog.Read(_log);

    private Screen Screen => _desktop.Screen;

    /// <summary>Starts a program, which is the tray program or starts it.</summary>
    public static async Task<TrayRun> StartAsync(WineDesktop desktop, params IEnumerable<string> command)
    {
        var run = new TrayRun(desktop, [.. OnDesktop, .. command]);
        for (var attempt = 1; !await run.IsUpAsync() && attempt < Attempts; attempt++)
        {
            await run._explorer.DisposeAsync();
            run._explorer = desktop.Prefix.Start(run._command);
        }

        await run.LogsAsync("icon added");
        return run;
    }

    /// <summary>Waits until a folder is watched: the program has written down what was in it.</summary>
    public Task WatchesAsync(WatchedFolder folder)
    {
        var ledger = Path.Combine(Path.GetDirectoryName(_log)!, "drafts.jsonl");
        return Eventually.HoldsAsync(
            () => File.Exists(ledger) && File.ReadLines(ledger).Any(line => line.Contains(folder.UniqueName, StringComparison.Ordinal)),
            () => $"{folder.Path} is not watched: {string.Join('\n', Log)}");
    }

    /// <summary>Waits until the log has a line with a text, after some lines.</summary>
    public async Task<string> LogsAsync(string text, int after = 0)
    {
        await Eventually.HoldsAsync(
            () => Log.Skip(after).Any(line => line.Contains(text, StringComparison.Ordinal)),
            () => $"The log does not say “{text}” after {after} lines: {string.Join('\n', Log)}{_explorer.Output}{_explorer.Errors}");
        return Log.Skip(after).First(line => line.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>How many lines of the log have a text.</summary>
    public int Logged(string text, int after = 0) => Log.Skip(after).Count(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits until the browser is asked to show a file.</summary>
    /// <returns>The page.</returns>
    public async Task<string> BrowsesAsync()
    {
        var browsed = _desktop.Prefix.BrowsedFile;
        await Eventually.HoldsAsync(() => ProgramLog.Read(browsed).Count > 0, () => $"No browser was started: {string.Join('\n', Log)}");
        var target = ProgramLog.Read(browsed)[0];
        File.Delete(browsed);
        return Uri.UnescapeDataString(target.Replace("file://", "", StringComparison.Ordinal));
    }

    /// <summary>Opens the menu with a right click on the icon.</summary>
    public async Task OpenMenuAsync()
    {
        // Looked at once: what a menu that has just closed covered may not be drawn again yet.
        _withoutMenu ??= await Screen.LookAsync(MenuRows.Place);
        var opened = Logged(MenuOpened);
        await Eventually.TakesEffectAsync(
            () => Screen.ClickAsync(MenuRows.IconX, MenuRows.IconY, button: 3),
            () => Task.FromResult(Logged(MenuOpened) > opened),
            () => $"The menu does not open: {string.Join('\n', Log)}");
        await Screen.ChangesAsync(MenuRows.Place, _withoutMenu);
    }

    /// <summary>Chooses a row of the open menu, once it is marked below the pointer.</summary>
    public async Task ChooseAsync(int row)
    {
        var place = MenuRows.RowAt(row);
        var before = await Screen.LookAsync(place);
        await Screen.PointAsync(MenuRows.X, row);
        await Screen.ChangesAsync(place, before);
        await Screen.ClickAsync(MenuRows.X, row);
    }

    /// <summary>Posts a message of the shell to it.</summary>
    public async Task ReceivesAsync(string message)
    {
        await using var poster = _desktop.Prefix.Start([.. OnDesktop, WinePrefix.PathOf(PublishedPrograms.ShellMessages), message]);
        (await poster.ExitAsync(Waiting.Longest)).ShouldBe(0, poster.Errors);
    }

    /// <summary>Posts that the notification has left the screen, and waits until a click is no longer taken to be on it.</summary>
    public async Task LosesNoticeAsync()
    {
        var before = Log.Count;
        await ReceivesAsync("balloon-hidden");
        await LogsAsync("balloon leaves", before);
        await Task.Delay(2 * ShownNotices.Leaving);
    }

    /// <summary>Runs a program of Windows on the same desktop, with its output in a file.</summary>
    /// <returns>What it wrote.</returns>
    public async Task<string> RunBesideAsync(string program, string argument)
    {
        var file = Path.GetTempFileName();
        try
        {
            await using var run = _desktop.Prefix.Start(
                [.. OnDesktop, "cmd", "/c", $"{program} {argument} > {WinePrefix.PathOf(file)}"]);
            await run.ExitAsync(Waiting.Longest);
            return await File.ReadAllTextAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Opens the rows for the first draft of the list and chooses one.</summary>
    /// <param name="row">Its place among them, from 0.</param>
    /// <param name="picture">What to keep the screen as before the choice; null: it is not kept.</param>
    public async Task ChooseForFirstDraftAsync(int row, string? picture = null)
    {
        await OpenMenuAsync();
        var closed = await Screen.LookAsync(MenuRows.FirstDraft);
        await Screen.PointAsync(MenuRows.X, MenuRows.Recent);
        await Screen.ChangesAsync(MenuRows.FirstDraft, closed);
        var open = await Screen.LookAsync(MenuRows.DraftRows);
        await Screen.PointAsync(MenuRows.FirstDraft.X + 60, MenuRows.Recent);
        await Screen.ChangesAsync(MenuRows.DraftRows, open);
        if (picture is not null)
        {
            await Screen.KeepAsync(picture);
        }

        await Screen.ClickAsync(MenuRows.DraftRows.X + 34, MenuRows.Recent + (row * MenuRows.RowHeight));
    }

    /// <summary>Starts the program once more, on the same desktop.</summary>
    public async Task StartAgainAsync(params IEnumerable<string> arguments)
    {
        await using var second = _desktop.Prefix.Start([.. OnDesktop, WinePrefix.PathOf(PublishedPrograms.Tray), .. arguments]);
        await second.ExitAsync(Waiting.Longest);
    }

    /// <summary>Waits for its end.</summary>
    public async Task EndsAsync()
    {
        await LogsAsync("ended");
        await _explorer.ExitAsync(Waiting.Longest);
    }

    public async ValueTask DisposeAsync()
    {
        await _desktop.Prefix.EndAllAsync();
        await _explorer.DisposeAsync();
    }

    /// <summary>Waits until the program is up or has not been started at all.</summary>
    /// <returns>Whether it was started.</returns>
    private async Task<bool> IsUpAsync()
    {
        var isRefused = false;
        string Said() => _explorer.Output + _explorer.Errors;
        await Eventually.HoldsAsync(
            () => Logged("icon added") > 0
                || (isRefused = _explorer.HasExited && Said().Contains(NotStarted, StringComparison.Ordinal)),
            () => $"The program is not up: {string.Join('\n', Log)}{Said()}");
        return !isRefused;
    }
}
