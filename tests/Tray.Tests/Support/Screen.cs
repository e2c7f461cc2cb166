using System.Globalization;
using Validation.Tests.Support;
using Validation.Tray.Icons;

namespace Validation.Tray.Tests.Support;

/// <summary>What is on the display, and the mouse on it.</summary>
internal sealed class Screen
{
    private const int IconSize = 16;

    private static readonly string Shots = Path.Combine(SourceTree.Root, "artifacts", "tray-screenshots");

    private readonly string _display;

    public Screen(string display)
    {
        _display = display;
        Directory.CreateDirectory(Shots);
    }

    /// <summary>Keeps the whole screen as a picture in artifacts/tray-screenshots.</summary>
    public Task KeepAsync(string name) => RunAsync("import", "-window", "root", Path.Combine(Shots, name + ".png"));

    /// <summary>Looks at a part of the screen.</summary>
    public async Task<Region> LookAsync(Area area)
    {
        var file = Path.GetTempFileName();
        try
        {
            await RunAsync("import", "-window", "root", "-crop", area.ToString(), "+repage", "-depth", "8", $"rgb:{file}");
            var pixels = await File.ReadAllBytesAsync(file);
            pixels.Length.ShouldBe(area.Width * area.Height * 3);
            return new Region(area.Width, area.Height, pixels);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Waits until the icon in the corner is that of a state.</summary>
    public Task ShowsAsync(IconState state, int count = 0) => Eventually.HoldsAsync(
        async () => (await LookAsync(Area.Icon)).DistanceTo(StateIcon.Draw(state, count, IconSize)) < 8,
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

    /// <summary>Types a text where the focus is; letters of English only.</summary>
    public Task TypeAsync(string text) => RunAsync("xdotool", "type", text);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task RunAsync(string program, params string[] arguments)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["DISPLAY"] = _display };
        await using var run = ChildProcess.Start(program, arguments, environment);
        var code = await run.ExitAsync(Waiting.Longest);
        code.ShouldBe(0, run.Errors);
    }
}

/// <summary>A rectangle on the screen, which has 1024 by 768 pixels.</summary>
internal readonly record struct Area(int X, int Y, int Width, int Height)
{
    /// <summary>The icon and some pixels around it.</summary>
    public static Area Icon { get; } = new(1002, 748, 22, 20);

    /// <summary>Where notifications appear.</summary>
    public static Area Notification { get; } = new(424, 600, 596, 140);

    /// <summary>As ImageMagick writes it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}+{X}+{Y}");
}
