using Microsoft.Win32;

namespace Validation.Tray.Setup;

/// <summary>The system's list of installed programs, from which a user can remove one.</summary>
internal static class InstalledPrograms
{
    private const string Key = @"Software\Microsoft\Windows\CurrentVersion\Uninstall\ValidationTray";

    /// <summary>Puts a program into the list.</summary>
    public static void Add(string program, string version)
    {
        using var key = Registry.CurrentUser.CreateSubKey(Key);
        key.SetValue("DisplayName", TrayTexts.Product);
        key.SetValue("DisplayVersion", version);
        key.SetValue("DisplayIcon", program);
        key.SetValue("Publisher", TrayTexts.Product);
        key.SetValue("InstallLocation", Path.GetDirectoryName(program)!);
        key.SetValue("UninstallString", $"\"{program}\" --uninstall");
        key.SetValue("NoModify", 1);
        key.SetValue("NoRepair", 1);
    }

    /// <summary>Takes the program out of the list.</summary>
    public static void Remove() => Registry.CurrentUser.DeleteSubKeyTree(Key, throwOnMissingSubKey: false);
}
