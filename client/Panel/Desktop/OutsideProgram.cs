using System.ComponentModel;
using System.Diagnostics;
using Validation.Client.Monitor;

namespace Validation.Panel.Desktop;

/// <summary>Programs of the system.</summary>
internal static class OutsideProgram
{
    /// <summary>Whether a program of this name is on the path.</summary>
    public static bool IsThere(string program) => SystemProgram.Find(program) is not null;

    /// <summary>Runs a program until it ends.</summary>
    /// <returns>Its exit code and what it wrote; null: it cannot be started.</returns>
    public static async Task<(int Code, string Output)?> RunAsync(string program, params IReadOnlyList<string> arguments)
    {
        if (SystemProgram.Find(program) is not { } file)
        {
            return null;
        }

        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(file, arguments) { UseShellExecute = false, RedirectStandardOutput = true },
        };
        try
        {
            process.Start();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output);
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException)
        {
            return null;
        }
    }
}
