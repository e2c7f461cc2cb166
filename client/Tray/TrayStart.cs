using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.Tray.Setup;
using Validation.Tray.Windows;

namespace Validation.Tray;

/// <summary>Starts the program, once in a session.</summary>
internal static class TrayStart
{
    /// <summary>Runs the program until the user ends it or logs off. If it runs already in this session, that one shows itself, and this
    /// one ends.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(TrayCommandLine line)
    {
        using var only = SingleInstance.TryTake(TimeSpan.Zero);
        if (only is null)
        {
            UiThread.ShowOther(line.Address);
            return TrayExitCode.Done;
        }

        using var data = MonitorData.TryOpen(SettingsSources.UserData);
        if (data is null)
        {
            MessageBox.Warn(TrayTexts.DataInUse);
            return TrayExitCode.Failed;
        }

        data.HasAddresses = AddressScheme.LeadsTo(Environment.ProcessPath!);
        using var log = new TrayLog(data.Folder, TimeProvider.System);
        log.Write($"started {ProgramVersion.Text}, process {Environment.ProcessId}");
        AppDomain.CurrentDomain.UnhandledException += (_, e) => log.Write($"crashed: {e.ExceptionObject}");
        var sources = line.Sources(SettingsSources.MachinePolicy);
        using var ui = new UiThread();
        var shell = new TrayShell(ui, new TrayView(ui, TimeProvider.System, log), new WindowsDesktop(ui, log));
        using var program = new TrayProgram(shell, sources, data, log, TimeProvider.System, line.InBackground);
        program.Run(line.Address);
        return TrayExitCode.Done;
    }
}
