namespace Validation.Tray.Windows;

/// <summary>The program that the user has for a kind of file.</summary>
internal static class DefaultProgram
{
    private const int Hidden = 0;
    private const int ShowNormal = 1;
    private const int LastError = 32;

    /// <summary>Opens a file, a folder or an address.</summary>
    /// <returns>False: there is no such file or no program for it.</returns>
    public static bool TryOpen(string target) => Shell32.ShellExecuteW(0, null, target, null, null, ShowNormal) > LastError;

    /// <summary>Starts a program as the shell does: it takes nothing over from this one.</summary>
    /// <returns>False: it cannot be started.</returns>
    public static bool TryStart(string program, string arguments, string folder) =>
        Shell32.ShellExecuteW(0, null, program, arguments, folder, ShowNormal) > LastError;

    /// <summary>Starts a program of the console without its window.</summary>
    /// <returns>False: it cannot be started.</returns>
    public static bool TryStartHidden(string program, string arguments, string folder) =>
        Shell32.ShellExecuteW(0, null, program, arguments, folder, Hidden) > LastError;

    /// <summary>Opens a text file with the editor of the system, whatever its name ends in.</summary>
    /// <returns>False: there is no editor.</returns>
    public static bool TryEdit(string file) =>
        Shell32.ShellExecuteW(0, null, "notepad.exe", $"\"{file}\"", null, ShowNormal) > LastError;
}
