using System.Diagnostics;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>A test that mounts a file system: it needs root.</summary>
public sealed class DiskFactAttribute : FactAttribute
{
    public DiskFactAttribute()
    {
        if (!MayMount())
        {
            Skip = "This user may not mount a file system.";
        }
    }

    private static bool MayMount()
    {
        var folder = Directory.CreateTempSubdirectory("validation-mount-");
        try
        {
            return Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.FullName) && Run("umount", folder.FullName);
        }
        finally
        {
            folder.Delete();
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            return process.WaitForExit(TimeSpan.FromMinutes(1)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
