using System.Diagnostics;
using Validation.Client;
using Validation.Tray.Windows;

namespace Validation.Tray.Setup;

/// <summary>Installs the program for one user, without rights of an administrator, and removes it again.</summary>
internal static class SetupProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Copies the program to its place, and the settings beside it if the user has none yet; writes what the command line says
    /// into them, has the program start at log-on, and starts it. A version that is there already is replaced; its settings stay.</summary>
    /// <returns>Why not; null: it is installed.</returns>
    public static string? Install(CommandLine line)
    {
        using (var only = EndRunning())
        {
            if (only is null)
            {
                return Texts.EndRunningFirst;
            }

            try
            {
                Directory.CreateDirectory(Places.ProgramFolder);
                CopyTo(Places.Program);
                CopySettings();
                Autostart.TurnOn(Places.Program);
                ShellLink.TryWrite(Places.Shortcut, Places.Program, Texts.Product);
                InstalledPrograms.Add(Places.Program, ProgramVersion.Text);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return Texts.NotInstalled(e.Message);
            }

            if (!TryWriteSettings(line))
            {
                return Texts.SettingsNotSaved;
            }
        }

        using var started = Process.Start(new ProcessStartInfo(Places.Program) { WorkingDirectory = Places.ProgramFolder });
        return null;
    }

    /// <summary>Removes all that was installed and all that the program made. Drafts are not touched.</summary>
    /// <returns>Why not; null: it is gone.</returns>
    public static string? Uninstall()
    {
        using var only = EndRunning();
        if (only is null)
        {
            return Texts.EndRunningFirst;
        }

        try
        {
            Autostart.TurnOff();
            InstalledPrograms.Remove();
            File.Delete(Places.Shortcut);
            foreach (var folder in Places.OwnFolders.Where(Directory.Exists))
            {
                Directory.Delete(folder, recursive: true);
            }

            RemoveProgram();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Texts.NotUninstalled(e.Message);
        }
    }

    private static SingleInstance? EndRunning() => UiThread.TryEndOther(Patience) ? SingleInstance.TryTake(Patience) : null;

    private static void CopyTo(string program)
    {
        if (!IsThisProgram(program))
        {
            File.Copy(Environment.ProcessPath!, program, overwrite: true);
        }
    }

    private static void CopySettings()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, Path.GetFileName(SettingsSources.UserFile));
        if (File.Exists(beside) && !File.Exists(SettingsSources.UserFile))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(SettingsSources.UserFile)!);
            File.Copy(beside, SettingsSources.UserFile);
        }
    }

    private static bool IsThisProgram(string program) =>
        string.Equals(Environment.ProcessPath, program, StringComparison.OrdinalIgnoreCase);

    private static bool TryWriteSettings(CommandLine line)
    {
        using var settings = SettingsFile.Open(new SettingsSources(line.SettingsFile ?? SettingsSources.UserFile, PolicyPath: null, []));
        return (line.Server is null || settings.TrySet(SettingNames.Server, line.Server))
            && (line.Folders.Count == 0 || settings.TrySet(SettingNames.Folder, line.Folders));
    }

    private static void RemoveProgram()
    {
        if (!Directory.Exists(Places.ProgramFolder))
        {
            return;
        }

        try
        {
            Directory.Delete(Places.ProgramFolder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            RemoveProgramLater();
        }
    }

    /// <summary>A running program cannot delete itself: the command processor does, once it has ended.</summary>
    private static void RemoveProgramLater()
    {
        var remove = $"for /l %i in (1,1,30) do @(rmdir /s /q \"{Places.ProgramFolder}\" 2>nul & if not exist \"{Places.ProgramFolder}\" exit"
            + " & ping -n 2 127.0.0.1 >nul)";
        using var started = Process.Start(new ProcessStartInfo("cmd.exe", $"/d /c {remove}")
        {
            CreateNoWindow = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath(),
        });
    }
}
