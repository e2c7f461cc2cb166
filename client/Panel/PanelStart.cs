using System.Runtime.InteropServices;
using Tmds.DBus.Protocol;
using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.Panel.Bus;
using Validation.Panel.Desktop;
using Validation.Panel.Item;
using Validation.Panel.Menu;
using Validation.Panel.Notices;
using Validation.Tray;

namespace Validation.Panel;

/// <summary>Starts the program, once for a user.</summary>
internal static class PanelStart
{
    // A bus that was there and stays away this long went with the session.
    private static readonly TimeSpan LongestAbsence = TimeSpan.FromSeconds(60);

    // The program of a session that has just ended may still be there for as long.
    private static readonly TimeSpan DataPatience = LongestAbsence + TimeSpan.FromSeconds(15);

    private static readonly TimeSpan DataStep = TimeSpan.FromMilliseconds(500);

    private static readonly PosixSignal[] Ends = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP];

    /// <summary>Runs the program until the user ends it or logs off. If it runs already for this user, that one shows itself, and this one
    /// ends.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(TrayCommandLine line)
    {
        var connection = SessionBus.TryConnectAsync().GetAwaiter().GetResult();
        if (connection is not null && !OneProgram.TryTakeAsync(connection).GetAwaiter().GetResult())
        {
            OneProgram.ShowOtherAsync(connection).GetAwaiter().GetResult();
            connection.Dispose();
            return TrayExitCode.Done;
        }

        using var data = TakeDataAsync().GetAwaiter().GetResult();
        if (data is null)
        {
            connection?.Dispose();
            Console.Error.WriteLine(TrayTexts.DataInUse);
            Dialogs.TrySay(TrayTexts.DataInUse, warns: true);
            return TrayExitCode.Failed;
        }

        using var log = new TrayLog(data.Folder, TimeProvider.System);
        log.Write($"started {ProgramVersion.Text}, process {Environment.ProcessId}");
        AppDomain.CurrentDomain.UnhandledException += (_, e) => log.Write($"crashed: {e.ExceptionObject}");
        Run(line, connection, data, log);
        return TrayExitCode.Done;
    }

    private static void Run(TrayCommandLine line, DBusConnection? connection, MonitorData data, TrayLog log)
    {
        var time = TimeProvider.System;
        var sources = line.Sources(SettingsSources.MachinePolicy);
        using var ui = new EventLoop();
        var item = new StatusItem(ui, PanelMenu.ObjectPath);
        var menu = new PanelMenu(ui, log);
        var notices = new NoticeServer(ui, log);
        var portal = new Portal();
        var view = new PanelView(item, menu, notices);
        var desktop = new LinuxDesktop(ui, view, portal, sources.FilePath);
        IBusPart[] parts = [new OneProgram(ui, connection), new ItemRegistration(item, menu, ui, log), notices, portal];
        var bus = new SessionBus(parts, LongestAbsence, log, time);
        using var stop = new CancellationTokenSource();
        using var program = new TrayProgram(new TrayShell(ui, view, desktop), sources, data, log, time, line.InBackground);
        var signals = Array.ConvertAll(Ends, signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            ui.Post(() => ui.Ending?.Invoke());
        }));
        var staying = Task.Run(async () =>
        {
            if (await bus.StayAsync(connection, stop.Token))
            {
                log.Write($"session over");
                ui.Post(() => ui.Ending?.Invoke());
            }
        });
        program.Run(line.Address);
        stop.Cancel();
        staying.Wait();
        Array.ForEach(signals, signal => signal.Dispose());
    }

    private static async Task<MonitorData?> TakeDataAsync()
    {
        for (var waited = TimeSpan.Zero; ; waited += DataStep)
        {
            if (MonitorData.TryOpen(SettingsSources.UserData) is { } data)
            {
                return data;
            }

            if (waited > DataPatience)
            {
                return null;
            }

            await Task.Delay(DataStep);
        }
    }
}
