using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Validation.PdfWords.Cages;

/// <summary>What a process on Linux does to bind itself; none of it can be undone.</summary>
[SupportedOSPlatform("linux")]
internal static class LinuxCage
{
    // The generic numbering, which x86, ARM, RISC-V and LoongArch share.
    private const int ProcessorTime = 0;
    private const int FileSize = 1;
    private const int Data = 2;
    private const int Core = 4;
    private const int OpenFiles = 7;

    private const int SetParentDeathSignal = 1;
    private const int Kill = 9;
    private const int ThisProcess = 0;
    private const int Niceness = 5;

    private const nuint MostFiles = 128;
    private const long UnboundData = 1024L * 1024 * 1024;

    /// <summary>Locks this process in.</summary>
    /// <param name="server">The process with which it is to end.</param>
    public static CageBars Close(int server)
    {
        // Reading documents gives way to the server's own work.
        _ = Native.SetPriority(ThisProcess, 0, Niceness);
        var endsWithServer = Native.Control(SetParentDeathSignal, Kill, 0, 0, 0) == 0 && Native.Parent() == server;
        var isLimited = Limit(Data, (nuint)DataBytes()) && Limit(FileSize, 0) && Limit(Core, 0) && Limit(OpenFiles, MostFiles);
        return (isLimited ? CageBars.Limits : CageBars.None)
            | (endsWithServer ? CageBars.EndsWithServer : CageBars.None)
            | (SystemCallFilter.Install() ? CageBars.NoWorld : CageBars.None);
    }

    /// <summary>Allows more time of a processor than was used so far. Used up, the system ends the process.</summary>
    public static void AllowProcessorTime(TimeSpan time)
    {
        var used = Environment.CpuUsage.TotalTime + time;
        var limit = new ResourceLimit { Soft = (nuint)Math.Ceiling(used.TotalSeconds), Hard = nuint.MaxValue };
        _ = Native.SetLimit(ProcessorTime, in limit);
    }

    // Room for the objects, and for compiled code and tables of the garbage collector. Stacks of threads count too.
    private static long DataBytes()
    {
        var objects = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return Math.Min(2 * objects, objects + UnboundData);
    }

    private static bool Limit(int resource, nuint most)
    {
        var limit = new ResourceLimit { Soft = most, Hard = most };
        return Native.SetLimit(resource, in limit) == 0;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public nuint Soft;
        public nuint Hard;
    }

    private static class Native
    {
        [DllImport("libc", EntryPoint = "setrlimit")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int SetLimit(int resource, in ResourceLimit limit);

        [DllImport("libc", EntryPoint = "prctl")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Control(int option, nuint argument2, nuint argument3, nuint argument4, nuint argument5);

        [DllImport("libc", EntryPoint = "getppid")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Parent();

        [DllImport("libc", EntryPoint = "setpriority")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int SetPriority(int which, int who, int priority);
    }
}
