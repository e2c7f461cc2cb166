using Validation.Client;
using Validation.Tray.Windows;

namespace Validation.Tray;

/// <summary>Starts the program, once in a session.</summary>
internal static class TrayStart
{
    /// <summary>Runs until the user ends the program or logs off. Where it runs already, that one shows itself.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(CommandLine line)
    {
        using var only = SingleInstance.TryTake(TimeSpan.Zero);
        if (only is null)
        {
            UiThread.ShowOther();
            return ExitCode.Done;
        }

        using var data = MonitorData.TryOpen(SettingsSources.UserData);
        if (data is null)
        {
            MessageBox.Warn(Texts.DataInUse);
            return ExitCode.Failed;
        }

        using var log = new TrayLog(data.Folder, TimeProvider.System);
        log.Write($"started {ProgramVersion.Text}, process {Environment.ProcessId}");
        AppDomain.CurrentDomain.UnhandledException += (_, e) => log.Write($"crashed: {e.ExceptionObject}");
        var sources = new SettingsSources(line.SettingsFile ?? SettingsSources.UserFile, SettingsSources.MachinePolicy, line.Overrides);
        using var program = new TrayProgram(sources, data, log, TimeProvider.System);
        program.Run();
        return ExitCode.Done;
    }
}
