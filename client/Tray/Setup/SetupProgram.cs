using System.ComponentModel;
using System.Security;
using Validation.Client.Settings;
using Validation.Tray.Windows;

namespace Validation.Tray.Setup;

/// <summary>Installs the program for one user, without rights of an administrator, and removes it again.</summary>
internal static class SetupProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Whether the running program is the installed one, which the Start menu and the program's addresses lead to.</summary>
    public static bool IsInstalled =>
        IsThisProgram(Places.Program) && File.Exists(Places.Shortcut) && AddressScheme.LeadsTo(Places.Program);

    /// <summary>Copies the program to its place, and the settings beside it if the user has none yet; writes what the command line says
    /// into them, has the program start at log-on, and starts it. A version that is there already is replaced; its settings stay.</summary>
    /// <returns>Why not; null: it is installed.</returns>
    public static string? Install(TrayCommandLine line)
    {
        using (var only = EndRunning())
        {
            if (only is null)
            {
                return TrayTexts.EndRunningFirst;
            }

            try
            {
                Directory.CreateDirectory(Places.ProgramFolder);
                CopyTo(Places.Program);
                CopySettings();
                Autostart.TurnOn(Places.Program);
                ShellLink.TryWrite(Places.Shortcut, Places.Program, TrayTexts.Product, Toasts.ProgramId);
                AddressScheme.Add(Places.Program);
                InstalledPrograms.Add(Places.Program, ProgramVersion.Text);
            }
            catch (Exception e) when (IsOfTheSystem(e))
            {
                return TrayTexts.NotInstalled(e.Message);
            }

            if (!TryWriteSettings(line))
            {
                return TrayTexts.SettingsNotSaved;
            }
        }

        return TryStart() ? null : TrayTexts.NotStarted(Places.Program);
    }

    /// <summary>Removes everything that was installed, and settings, reports and log. The program itself goes last, because it may be the
    /// one that runs. Drafts are not touched. What fails can be tried again from the list of installed programs.</summary>
    /// <returns>Why not; null: it is gone.</returns>
    public static string? Uninstall()
    {
        using var only = EndRunning();
        if (only is null)
        {
            return TrayTexts.EndRunningFirst;
        }

        try
        {
            Autostart.TurnOff();
            File.Delete(Places.Shortcut);
            AddressScheme.Remove();
            foreach (var folder in Places.OwnFolders.Where(Directory.Exists))
            {
                Directory.Delete(folder, recursive: true);
            }

            InstalledPrograms.Remove();
            return null;
        }
        catch (Exception e) when (IsOfTheSystem(e))
        {
            return TrayTexts.NotUninstalled(e.Message);
        }
    }

    /// <summary>Removes the program file at the very end: a running program cannot be deleted, and is deleted when it has ended.</summary>
    public static void RemoveProgram()
    {
        try
        {
            if (Directory.Exists(Places.ProgramFolder))
            {
                Directory.Delete(Places.ProgramFolder, recursive: true);
            }
        }
        catch (Exception e) when (IsOfTheSystem(e))
        {
            RemoveProgramLater();
        }
    }

    private static bool IsOfTheSystem(Exception e) =>
        e is IOException or UnauthorizedAccessException or SecurityException or Win32Exception;

    private static SingleInstance? EndRunning() => UiThread.TryEndOther(Patience) ? SingleInstance.TryTake(Patience) : null;

    private static void CopyTo(string program)
    {
        if (!IsThisProgram(program))
        {
            File.Copy(Environment.ProcessPath!, program, overwrite: true);
            ForgetOrigin(program);
        }
    }

    /// <summary>A file that came by mail or from a browser carries a mark, with which the system asks before each start.</summary>
    private static void ForgetOrigin(string program)
    {
        try
        {
            File.Delete(program + ":Zone.Identifier");
        }
        catch (Exception e) when (IsOfTheSystem(e))
        {
            // Only that it asks.
        }
    }

    /// <summary>Starts the program with the rights that it has when the user starts it, and without the output of this process: a script
    /// that reads that output would otherwise wait for the program's end.</summary>
    private static bool TryStart()
    {
        if (!Elevation.IsElevatedByUser)
        {
            return DefaultProgram.TryStart(Places.Program, TrayCommandLine.Background, Places.ProgramFolder);
        }

        // The shell, which has the user's usual rights, takes a file but no arguments for it.
        var shell = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.Windows), "explorer.exe");
        var hasShortcut = ShellLink.TryWrite(
            Places.BackgroundStart, Places.Program, TrayTexts.Product, programId: null, TrayCommandLine.Background);
        return DefaultProgram.TryStart(shell, $"\"{(hasShortcut ? Places.BackgroundStart : Places.Program)}\"", Places.ProgramFolder);
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

    private static bool TryWriteSettings(TrayCommandLine line)
    {
        using var settings = SettingsFile.Open(new SettingsSources(line.SettingsFile ?? SettingsSources.UserFile, PolicyPath: null, []));
        return (line.Server is null || settings.TrySet(SettingNames.Server, line.Server))
            && (line.Folders.Count == 0 || settings.TrySet(SettingNames.Folder, line.Folders));
    }

    /// <summary>A running program cannot delete itself: the command processor does, once it has ended.</summary>
    private static void RemoveProgramLater()
    {
        var folder = Places.ProgramFolder;
        var remove = $"for /l %i in (1,1,30) do (ping -n 2 127.0.0.1 >nul & rmdir /s /q \"{folder}\" & if not exist \"{folder}\" exit)";
        DefaultProgram.TryStartHidden(Path.Combine(Environment.SystemDirectory, "cmd.exe"), $"/d /q /c {remove}", Path.GetTempPath());
    }
}
