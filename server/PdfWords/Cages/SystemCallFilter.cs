using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Validation.PdfWords.Cages;

/// <summary>Installs a filter of the Linux kernel (seccomp) that refuses what reading a file never needs: sockets, other programs, access
/// to other processes. Streams that are open already stay open.</summary>
[SupportedOSPlatform("linux")]
internal static class SystemCallFilter
{
    private const int SetNoNewPrivileges = 38;
    private const int SetFilter = 1;
    private const int AllThreads = 1;

    // The error codes with which a refused call fails.
    private const uint NotPermitted = 1;
    private const uint NoSuchCall = 38;

    private const ushort Load = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAtLeast = 0x35;
    private const ushort JumpIfAny = 0x45;
    private const ushort Return = 0x06;
    private const uint Allow = 0x7FFF0000;
    private const uint Refuse = 0x00050000;

    private const uint NumberOffset = 0;
    private const uint ArchitectureOffset = 4;
    private const uint FirstArgumentOffset = 16;
    private const uint NewThread = 0x00010000;
    private const uint OtherNumbering = 0x40000000;

    /// <summary>Installs the filter for all threads of this process, those that start later included.</summary>
    /// <returns>Whether it holds. False: the kernel has no filters, or the processor is one whose numbers are not known here.</returns>
    public static bool Install()
    {
        if (SystemCalls.Current is not { } calls)
        {
            return false;
        }

        var program = Program(calls);
        var handle = GCHandle.Alloc(program, GCHandleType.Pinned);
        try
        {
            var filter = new Filter { Length = (ushort)program.Length, Instructions = handle.AddrOfPinnedObject() };
            return Control(SetNoNewPrivileges, 1, 0, 0, 0) == 0 && Call(calls.Seccomp, SetFilter, AllThreads, in filter) == 0;
        }
        finally
        {
            handle.Free();
        }
    }

    private static Instruction[] Program(SystemCalls calls)
    {
        List<Instruction> program =
        [
            new(Load, 0, 0, ArchitectureOffset),
            new(JumpIfEqual, 1, 0, calls.Processor),
            new(Return, 0, 0, Refuse | NotPermitted),
            new(Load, 0, 0, NumberOffset),
            new(JumpIfAtLeast, 0, 1, OtherNumbering),
            new(Return, 0, 0, Refuse | NotPermitted),

            // The C library falls back from clone3 to clone, whose flags a filter can see.
            new(JumpIfEqual, 0, 1, calls.NewerFork),
            new(Return, 0, 0, Refuse | NoSuchCall),
        ];
        foreach (var call in calls.Refused)
        {
            program.Add(new(JumpIfEqual, 0, 1, call));
            program.Add(new(Return, 0, 0, Refuse | NotPermitted));
        }

        // Allows clone for a new thread and refuses it for a new process.
        program.Add(new(JumpIfEqual, 0, 3, calls.Fork));
        program.Add(new(Load, 0, 0, FirstArgumentOffset));
        program.Add(new(JumpIfAny, 1, 0, NewThread));
        program.Add(new(Return, 0, 0, Refuse | NotPermitted));
        program.Add(new(Return, 0, 0, Allow));
        return [.. program];
    }

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int option, nuint argument2, nuint argument3, nuint argument4, nuint argument5);

    [DllImport("libc", EntryPoint = "syscall")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Call(nint number, nuint operation, nuint flags, in Filter filter);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);

    [StructLayout(LayoutKind.Sequential)]
    private struct Filter
    {
        public ushort Length;
        public IntPtr Instructions;
    }
}
