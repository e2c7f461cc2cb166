using System.Diagnostics;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>A test that watches the system calls of another process: it needs strace, and the right to use it.</summary>
public sealed class StraceFactAttribute : FactAttribute
{
    public StraceFactAttribute()
    {
        if (!MayTrace())
        {
            Skip = "strace is missing, or this user may not watch another process.";
        }
    }

    private static bool MayTrace()
    {
        try
        {
            string[] arguments = ["-f", "-o", "/dev/null", "true"];
            var start = new ProcessStartInfo("strace", arguments) { UseShellExecute = false, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            return process.WaitForExit(TimeSpan.FromMinutes(1)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
