using Validation.Tests.Support;

namespace Validation.Panel.Tests.Support;

/// <summary>A desktop on a display of its own: a session bus, a panel that shows StatusNotifierItem, and notifications, which the bus
/// starts. The program is installed from its package.</summary>
public sealed class PanelDesktop : IAsyncLifetime
{
    /// <summary>The collection of the tests that share it.</summary>
    public const string Collection = "Panel desktop";

    // The panel is at the upper edge, 26 pixels high, and shows nothing but the icon.
    private static readonly Area Icon = new(0, 0, 26, 26);

    private const int IconSize = 22;

    private const string PanelSettings =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <channel name="xfce4-panel" version="1.0">
          <property name="configver" type="int" value="2"/>
          <property name="panels" type="array">
            <value type="int" value="1"/>
            <property name="panel-1" type="empty">
              <property name="position" type="string" value="p=6;x=0;y=0"/>
              <property name="length" type="uint" value="100"/>
              <property name="position-locked" type="bool" value="true"/>
              <property name="icon-size" type="uint" value="16"/>
              <property name="size" type="uint" value="26"/>
              <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
            </property>
          </property>
          <property name="plugins" type="empty">
            <property name="plugin-1" type="string" value="systray"/>
          </property>
        </channel>
        """;

    private const string NoticeSettings =
        """
        [global]
        mouse_left_click = do_action, close_current
        mouse_right_click = close_all
        origin = top-right
        offset = 10x50
        width = 320
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-desktop-");
    private VirtualDisplay? _display;
    private SessionBusProcess? _bus;
    private ChildProcess? _panel;
    private PanelPackage? _package;
    private Screen? _screen;

    internal Screen Screen => _screen ?? throw new InvalidOperationException("There is no display.");

    internal PanelPackage Package => _package ?? throw new InvalidOperationException("There is no package.");

    /// <summary>Where a middle or left click hits the newest notification.</summary>
    internal (int X, int Y) Notification { get; } = (850, 90);

    internal string BusAddress => $"unix:path={_folder.FullName}/bus";

    /// <summary>What `xdg-open` was asked to open, one in a line.</summary>
    internal string OpenedFile => Path.Combine(_folder.FullName, "opened");

    /// <summary>The environment of a program on this desktop.</summary>
    internal Dictionary<string, string> Environment => new(StringComparer.Ordinal)
    {
        ["DISPLAY"] = _display?.Name ?? "",
        ["DBUS_SESSION_BUS_ADDRESS"] = BusAddress,
        ["HOME"] = _folder.FullName,
        ["XDG_CONFIG_HOME"] = In("config"),
        ["XDG_STATE_HOME"] = In("state"),
        ["XDG_DATA_HOME"] = In("data"),
        ["XDG_CACHE_HOME"] = In("cache"),
        ["XDG_RUNTIME_DIR"] = In("run"),
        ["XDG_CURRENT_DESKTOP"] = "XFCE",
        ["LC_ALL"] = "C.UTF-8",
        ["NO_AT_BRIDGE"] = "1",
        ["PATH"] = $"{In("bin")}:{System.Environment.GetEnvironmentVariable("PATH")}",
    };

    public async Task InitializeAsync()
    {
        if (ForeignRuntime.Desktop.Skip is not null)
        {
            return;
        }

        _package = await PanelPackage.MakeAsync();
        await _package.InstallAsync();
        WriteSettings();
        _display = await VirtualDisplay.StartAsync();
        _screen = new Screen(_display, "panel-screenshots", Icon, IconSize);
        _bus = await SessionBusProcess.StartAsync(BusAddress, Environment);
        _panel = StartPanel();
    }

    public async Task DisposeAsync()
    {
        foreach (var part in new IAsyncDisposable?[] { _panel, _bus, _display })
        {
            await (part?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        if (_package is not null)
        {
            await _package.PurgeAsync();
            _package.Dispose();
        }

        // What the bus has started ends by itself, and may write until then.
        await Eventually.HoldsAsync(TryDelete, () => $"{_folder.FullName} cannot be deleted.");
    }

    /// <summary>Ends the panel, and starts it again.</summary>
    internal async Task RestartPanelAsync(Func<Task> meanwhile)
    {
        await _panel!.DisposeAsync();
        await meanwhile();
        _panel = StartPanel();
    }

    /// <summary>Has `zenity` answer with a path, without a window.</summary>
    internal void AnswerDialogs(string path) => WriteScript("zenity", $"echo '{path}'");

    /// <summary>Starts the program as for a user who has never seen it.</summary>
    internal Task<PanelRun> StartAsync(params IEnumerable<string> arguments)
    {
        File.Delete(OpenedFile);
        return PanelRun.StartAsync(this, arguments);
    }

    private bool TryDelete()
    {
        try
        {
            _folder.Delete(recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private ChildProcess StartPanel() => ChildProcess.Start("xfce4-panel", [], Environment);

    private void WriteSettings()
    {
        var panel = Directory.CreateDirectory(In("config/xfce4/xfconf/xfce-perchannel-xml"));
        File.WriteAllText(Path.Combine(panel.FullName, "xfce4-panel.xml"), PanelSettings);
        var notices = Directory.CreateDirectory(In("config/dunst"));
        File.WriteAllText(Path.Combine(notices.FullName, "dunstrc"), NoticeSettings);
        Directory.CreateDirectory(In("run"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.CreateDirectory(In("bin"));
        WriteScript("xdg-open", $"echo \"$1\" >>'{OpenedFile}'");
        // Where no test wants a window, there is none; nobody would close it.
        WriteScript("zenity", "exit 1");
    }

    private void WriteScript(string name, string line)
    {
        var file = In($"bin/{name}");
        File.WriteAllText(file, $"#!/bin/sh\n{line}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string In(string path) => Path.Combine(_folder.FullName, path);
}

/// <summary>One desktop for all of them.</summary>
[CollectionDefinition(PanelDesktop.Collection)]
public sealed class SharedPanelDesktop : ICollectionFixture<PanelDesktop>;
