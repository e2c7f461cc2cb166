using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Validation.Engine.Documents.Pdf;

/// <summary>Limits the memory of a child process, on Linux. Elsewhere the server's own limits must do.</summary>
internal static class ChildMemory
{
    // RLIMIT_AS of the generic numbering, which x86, ARM, RISC-V and LoongArch share.
    private const int AddressSpace = 9;

    /// <summary>Limits the address space of a process that has just been started, and has not yet got its input.</summary>
    /// <param name="process">The process.</param>
    /// <param name="bytes">The limit. Null: none.</param>
    public static void Limit(Process process, long? bytes)
    {
        if (bytes is null || !OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            var limit = new ResourceLimit { Soft = (nuint)bytes, Hard = (nuint)bytes };
            _ = SetLimit(process.Id, AddressSpace, in limit, IntPtr.Zero);
        }
        catch (EntryPointNotFoundException)
        {
            // A C library without prlimit(2).
        }
        catch (InvalidOperationException)
        {
            // The child has ended already.
        }
    }

    [DllImport("libc", EntryPoint = "prlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int process, int resource, in ResourceLimit limit, IntPtr old);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public nuint Soft;
        public nuint Hard;
    }
}
