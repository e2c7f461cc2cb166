using System.Globalization;
using Validation.Tests.Support;
using Validation.Tray.Icons;

namespace Validation.Tests.Desktop;

/// <summary>What is on the display, and the mouse on it.</summary>
internal sealed class Screen
{
    private readonly VirtualDisplay _display;
    private readonly string _shots;
    private readonly Area _icon;
    private readonly int _iconSize;

    /// <summary>Looks at a display.</summary>
    /// <param name="display">The display.</param>
    /// <param name="shots">The folder of artifacts that pictures are kept in.</param>
    /// <param name="icon">Where the icon is, and some pixels around it.</param>
    /// <param name="iconSize">The side of the icon in pixels.</param>
    public Screen(VirtualDisplay display, string shots, Area icon, int iconSize)
    {
        (_display, _icon, _iconSize) = (display, icon, iconSize);
        _shots = Path.Combine(SourceTree.Root, "artifacts", shots);
        Directory.CreateDirectory(_shots);
    }

    /// <summary>Keeps the whole screen as a picture among the artifacts.</summary>
    public Task KeepAsync(string name) => RunAsync("import", "-window", "root", Path.Combine(_shots, name + ".png"));

    /// <summary>Looks at a part of the screen.</summary>
    public Task<Region> LookAsync(Area area) => _display.Framebuffer.ReadAsync(area);

    /// <summary>Waits until the icon in the corner is that of a state.</summary>
    public Task ShowsAsync(IconState state, int count = 0) => Eventually.HoldsAsync(
        async () => (await LookAsync(_icon)).DistanceTo(StateIcon.Draw(state, count, _iconSize)) < 8,
        () => $"The icon does not show {state} {count}.");

    /// <summary>Waits until a part of the screen is no longer as it was.</summary>
    public Task ChangesAsync(Area area, Region before, int pixels = 200) => Eventually.HoldsAsync(
        async () => (await LookAsync(area)).DifferentFrom(before) > pixels,
        () => $"Nothing has changed at {area}.");

    /// <summary>Moves the mouse.</summary>
    public Task PointAsync(int x, int y) => RunAsync("xdotool", "mousemove", Text(x), Text(y));

    /// <summary>Clicks at a place.</summary>
    public Task ClickAsync(int x, int y, int button = 1) => RunAsync("xdotool", "mousemove", Text(x), Text(y), "click", Text(button));

    /// <summary>Clicks twice, as fast as a hand does.</summary>
    public Task DoubleClickAsync(int x, int y) =>
        RunAsync("xdotool", "mousemove", Text(x), Text(y), "click", "--repeat", "2", "--delay", "80", "1");

    /// <summary>Presses keys, one after another, such as "Down".</summary>
    public Task PressAsync(params IEnumerable<string> keys) => RunAsync("xdotool", ["key", "--delay", "120", .. keys]);

    /// <summary>Types a text where the focus is; letters of English only.</summary>
    public Task TypeAsync(string text) => RunAsync("xdotool", "type", text);

    /// <summary>Writes a text into a field, in the place of what is there. Keys that come while the window is still being made are lost, or
    /// some of them are: when the field has changed, the text is written once more.</summary>
    /// <param name="field">Where the text appears.</param>
    /// <param name="text">The text; letters of English only.</param>
    /// <param name="enter">Brings the keyboard to the field.</param>
    public async Task WriteAsync(Area field, string text, Func<Task> enter)
    {
        async Task WriteAsync()
        {
            await enter();
            await PressAsync("ctrl+a");
            await TypeAsync(text);
        }

        var before = await LookAsync(field);
        await Eventually.TakesEffectAsync(
            WriteAsync, async () => (await LookAsync(field)).DifferentFrom(before) > text.Length * 4, () => $"No text appears at {field}.");
        await WriteAsync();
    }

    /// <summary>Presses keys where the focus is, one after another, such as "alt+t" or "Return".</summary>
    public Task PressAsync(params string[] keys) => RunAsync("xdotool", ["key", "--delay", "100", .. keys]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task RunAsync(string program, params string[] arguments)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["DISPLAY"] = _display.Name };
        await using var run = ChildProcess.Start(program, arguments, environment);
        var code = await run.ExitAsync(Waiting.Longest);
        code.ShouldBe(0, run.Errors);
    }
}

/// <summary>A rectangle on the screen, which has 1024 by 768 pixels.</summary>
internal readonly record struct Area(int X, int Y, int Width, int Height)
{
    /// <summary>The icon of Wine's taskbar and some pixels around it.</summary>
    public static Area Icon { get; } = new(1002, 748, 22, 20);

    /// <summary>Where notifications of Wine appear.</summary>
    public static Area Notification { get; } = new(424, 600, 596, 140);

    /// <summary>As X writes it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}+{X}+{Y}");
}
