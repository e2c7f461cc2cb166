using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Validation.PdfWords.Cages;

/// <summary>
/// A job object, which Windows ends together with the server: it holds one process, its memory and nothing else. The server keeps the
/// handle; whatever way it ends, the system closes it.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsCage : IDisposable
{
    private const int ExtendedLimits = 9;
    private const uint ActiveProcesses = 0x8;
    private const uint ProcessMemory = 0x100;
    private const uint EndOnUnhandledException = 0x400;
    private const uint EndOnClose = 0x2000;

    private readonly IntPtr _job;

    private WindowsCage(IntPtr job)
    {
        _job = job;
    }

    /// <summary>Locks a process in that was just started and has not got any document.</summary>
    /// <param name="process">Its handle.</param>
    /// <param name="memory">Bytes that it may commit.</param>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public static WindowsCage Around(IntPtr process, long memory)
    {
        var cage = new WindowsCage(CreateJobObjectW(IntPtr.Zero, IntPtr.Zero));
        var limits = new Limits
        {
            Flags = ActiveProcesses | ProcessMemory | EndOnUnhandledException | EndOnClose,
            MostProcesses = 1,
            MostProcessMemory = (nuint)memory,
        };
        if (cage._job == IntPtr.Zero || !SetInformationJobObject(cage._job, ExtendedLimits, in limits, Marshal.SizeOf<Limits>())
            || !AssignProcessToJobObject(cage._job, process))
        {
            var why = new Win32Exception();
            cage.Dispose();
            throw why;
        }

        return cage;
    }

    /// <summary>The bars that hold this process: whether the server has put it into its job.</summary>
    public static CageBars Look() =>
        IsProcessInJob(GetCurrentProcess(), IntPtr.Zero, out var isHeld) && isHeld ? CageBars.Windows : CageBars.None;

    public void Dispose()
    {
        if (_job != IntPtr.Zero)
        {
            CloseHandle(_job);
        }
    }

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr CreateJobObjectW(IntPtr attributes, IntPtr name);

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool SetInformationJobObject(IntPtr job, int kind, in Limits limits, int length);

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool AssignProcessToJobObject(IntPtr job, IntPtr process);

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool IsProcessInJob(IntPtr process, IntPtr job, out bool isInJob);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr GetCurrentProcess();

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool CloseHandle(IntPtr handle);

    // JOBOBJECT_EXTENDED_LIMIT_INFORMATION.
    [StructLayout(LayoutKind.Sequential)]
    private struct Limits
    {
        public long ProcessTime;
        public long JobTime;
        public uint Flags;
        public nuint LeastWorkingSet;
        public nuint MostWorkingSet;
        public uint MostProcesses;
        public nuint Affinity;
        public uint PriorityClass;
        public uint SchedulingClass;
        public ulong ReadOperations;
        public ulong WriteOperations;
        public ulong OtherOperations;
        public ulong ReadBytes;
        public ulong WrittenBytes;
        public ulong OtherBytes;
        public nuint MostProcessMemory;
        public nuint MostJobMemory;
        public nuint PeakProcessMemory;
        public nuint PeakJobMemory;
    }
}
