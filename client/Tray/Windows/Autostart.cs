using Microsoft.Win32;

namespace Validation.Tray.Windows;

/// <summary>Starts the program when this user logs on, or not.</summary>
internal static class Autostart
{
    private const string Key = @"Software\Microsoft\Windows\CurrentVersion\Run";
    private const string Name = "ValidationTray";

    // Where the system notes what the user switched off elsewhere, such as in the Task Manager: an odd first byte.
    private const string ApprovedKey = @"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";

    /// <summary>True: the program starts when the user logs on.</summary>
    public static bool IsOn
    {
        get
        {
            using var key = Registry.CurrentUser.OpenSubKey(Key);
            using var approved = Registry.CurrentUser.OpenSubKey(ApprovedKey);
            var isOff = approved?.GetValue(Name) is byte[] { Length: > 0 } note && (note[0] & 1) == 1;
            return key?.GetValue(Name) is string && !isOff;
        }
    }

    /// <summary>Has the given program started at every log-on of this user.</summary>
    public static void TurnOn(string program)
    {
        using var key = Registry.CurrentUser.CreateSubKey(Key);
        key.SetValue(Name, $"\"{program}\" {TrayCommandLine.Background}");
        ForgetNote();
    }

    /// <summary>Has the program no longer started at log-on.</summary>
    public static void TurnOff()
    {
        using var key = Registry.CurrentUser.OpenSubKey(Key, writable: true);
        key?.DeleteValue(Name, throwOnMissingValue: false);
        ForgetNote();
    }

    private static void ForgetNote()
    {
        using var key = Registry.CurrentUser.OpenSubKey(ApprovedKey, writable: true);
        key?.DeleteValue(Name, throwOnMissingValue: false);
    }
}
