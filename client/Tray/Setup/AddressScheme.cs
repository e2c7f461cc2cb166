using Microsoft.Win32;
using Validation.Client.Drafts;

namespace Validation.Tray.Setup;

/// <summary>The addresses of the program, which the system starts it for: those that a report or a notification leads to. For one
/// user.</summary>
internal static class AddressScheme
{
    private const string Key = $@"Software\Classes\{ProgramAddress.Scheme}";
    private const string CommandKey = $@"{Key}\shell\open\command";

    /// <summary>Has the system start a program for its addresses.</summary>
    public static void Add(string program)
    {
        using var key = Registry.CurrentUser.CreateSubKey(Key);
        key.SetValue(null, $"URL:{TrayTexts.Product}");
        key.SetValue("URL Protocol", "");
        using var command = Registry.CurrentUser.CreateSubKey(CommandKey);
        command.SetValue(null, CommandOf(program));
    }

    /// <summary>Has the system start nothing for them any more.</summary>
    public static void Remove() => Registry.CurrentUser.DeleteSubKeyTree(Key, throwOnMissingSubKey: false);

    /// <summary>Whether the system starts a program for them.</summary>
    public static bool LeadsTo(string program)
    {
        using var command = Registry.CurrentUser.OpenSubKey(CommandKey);
        return string.Equals(command?.GetValue(null) as string, CommandOf(program), StringComparison.OrdinalIgnoreCase);
    }

    private static string CommandOf(string program) => $"\"{program}\" {TrayCommandLine.AddressOption} \"%1\"";
}
