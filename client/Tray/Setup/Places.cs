using Validation.Client.Settings;

namespace Validation.Tray.Setup;

/// <summary>Where the installed program is, for one user.</summary>
internal static class Places
{
    /// <summary>The folder of the program, "%LOCALAPPDATA%\Programs\ValidationTray".</summary>
    public static string ProgramFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Programs", "ValidationTray");

    /// <summary>The path that the program is installed to.</summary>
    public static string Program => Path.Combine(ProgramFolder, "validation-tray.exe");

    /// <summary>The entry of the Start menu.</summary>
    public static string Shortcut =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.Programs), $"{TrayTexts.Product}.lnk");

    /// <summary>The shortcut with which the installation starts the program: no window is opened then.</summary>
    public static string BackgroundStart => Path.Combine(ProgramFolder, "background.lnk");

    /// <summary>What else the program makes: settings, reports, log.</summary>
    public static IReadOnlyList<string> OwnFolders => [Path.GetDirectoryName(SettingsSources.UserFile)!, SettingsSources.UserData];
}
