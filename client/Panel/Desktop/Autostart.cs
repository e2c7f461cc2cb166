using System.Text;
using Validation.Tray;

namespace Validation.Panel.Desktop;

/// <summary>Starts the program when this user logs on, or not: the Desktop Application Autostart Specification. The package has an entry
/// for all users; a file of the user in the place of it wins.</summary>
internal static class Autostart
{
    private const string Entry = "validation-panel.desktop";

    /// <summary>True: the program starts when the user logs on.</summary>
    public static bool IsOn => File.Exists(Own) ? !IsHidden(Own) : Common.Any(File.Exists);

    private static string Own => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "autostart",
        Entry);

    private static IEnumerable<string> Common =>
        (Environment.GetEnvironmentVariable("XDG_CONFIG_DIRS") is { Length: > 0 } folders ? folders : "/etc/xdg")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "autostart", Entry));

    /// <summary>Has the program started at every log-on of this user, or no longer.</summary>
    /// <param name="starts">Whether it starts.</param>
    /// <param name="program">The program's path.</param>
    /// <returns>False: the user's file cannot be written.</returns>
    public static bool TrySet(bool starts, string program)
    {
        try
        {
            if (starts && Common.Any(File.Exists))
            {
                File.Delete(Own);
            }
            else
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Own)!);
                File.WriteAllText(Own, Text(starts, program), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsHidden(string file)
    {
        try
        {
            return File.ReadLines(file).Any(line => line.Replace(" ", "", StringComparison.Ordinal) is "Hidden=true");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Text(bool starts, string program) =>
        $"""
        [Desktop Entry]
        Type=Application
        Name={TrayTexts.Product}
        Exec="{program}" {TrayCommandLine.Background}
        Icon=validation-panel
        Hidden={(starts ? "false" : "true")}

        """;
}
