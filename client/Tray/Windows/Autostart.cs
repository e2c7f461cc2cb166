using Microsoft.Win32;

namespace Validation.Tray.Windows;

/// <summary>Whether the program starts when this user logs on.</summary>
internal static class Autostart
{
    private const string Key = @"Software\Microsoft\Windows\CurrentVersion\Run";
    private const string Name = "ValidationTray";

    /// <summary>Whether it does.</summary>
    public static bool IsOn
    {
        get
        {
            using var key = Registry.CurrentUser.OpenSubKey(Key);
            return key?.GetValue(Name) is string;
        }
    }

    /// <summary>From now on it starts from here.</summary>
    public static void TurnOn(string program)
    {
        using var key = Registry.CurrentUser.CreateSubKey(Key);
        key.SetValue(Name, $"\"{program}\"");
    }

    /// <summary>From now on it does not.</summary>
    public static void TurnOff()
    {
        using var key = Registry.CurrentUser.OpenSubKey(Key, writable: true);
        key?.DeleteValue(Name, throwOnMissingValue: false);
    }
}
