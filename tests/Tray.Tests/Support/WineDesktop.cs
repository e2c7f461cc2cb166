using Validation.Tests.Support;

namespace Validation.Tray.Tests.Support;

/// <summary>A Windows desktop with a taskbar on a display of its own, for one test after another.</summary>
public sealed class WineDesktop : IAsyncLifetime
{
    /// <summary>The collection of the tests that share it.</summary>
    public const string Collection = "Wine desktop";

    private VirtualDisplay? _display;
    private WinePrefix? _prefix;
    private Screen? _screen;

    internal WinePrefix Prefix => _prefix ?? throw new InvalidOperationException("There is no Wine.");

    internal Screen Screen => _screen ?? throw new InvalidOperationException("There is no display.");

    public async Task InitializeAsync()
    {
        if (ForeignRuntime.Wine.Skip is not null)
        {
            return;
        }

        await PublishedPrograms.MakeAsync();
        _display = await VirtualDisplay.StartAsync();
        _screen = new Screen(_display, "tray-screenshots", Area.Icon, iconSize: 16);
        _prefix = new WinePrefix(_display.Name);
        await _prefix.PrepareAsync();
    }

    public async Task DisposeAsync()
    {
        if (_prefix is not null)
        {
            await _prefix.EndAllAsync();
        }

        if (_display is not null)
        {
            await _display.DisposeAsync();
        }
    }

    /// <summary>Starts the tray program as on a computer that has never seen it.</summary>
    internal async Task<TrayRun> StartAsync(params IEnumerable<string> arguments)
    {
        await CleanAsync();
        return await StartWithWhatIsThereAsync(arguments);
    }

    /// <summary>Starts the tray program with the files that lie there.</summary>
    internal async Task<TrayRun> StartWithWhatIsThereAsync(params IEnumerable<string> arguments)
    {
        return await TrayRun.StartAsync(this, [WinePrefix.PathOf(PublishedPrograms.Tray), .. arguments]);
    }

    /// <summary>Writes the user's settings file.</summary>
    internal async Task WriteSettingsAsync(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Prefix.SettingsFile)!);
        await File.WriteAllTextAsync(Prefix.SettingsFile, text);
    }

    /// <summary>Ends whatever runs, and removes what earlier tests left.</summary>
    internal async Task CleanAsync()
    {
        await Prefix.EndAllAsync();
        File.Delete(Prefix.BrowsedFile);
        if (File.Exists(Prefix.PolicyFile))
        {
            File.Delete(Prefix.PolicyFile);
        }

        foreach (var folder in new[] { Prefix.LocalData, Prefix.RoamingData }.Select(data => Path.Combine(data, "年报校验")))
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}

/// <summary>One desktop for all of them.</summary>
[CollectionDefinition(WineDesktop.Collection)]
public sealed class SharedDesktop : ICollectionFixture<WineDesktop>;
