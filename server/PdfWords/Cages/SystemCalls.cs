using System.Runtime.InteropServices;

namespace Validation.PdfWords.Cages;

/// <summary>The numbers of the system calls that the filter knows, as Linux numbers them on one kind of processor.</summary>
/// <param name="Processor">The processor, as the audit system names it.</param>
/// <param name="Seccomp">seccomp.</param>
/// <param name="Fork">clone.</param>
/// <param name="NewerFork">clone3.</param>
/// <param name="Refused">What is refused whatever its arguments.</param>
internal sealed record SystemCalls(uint Processor, int Seccomp, uint Fork, uint NewerFork, IReadOnlyList<uint> Refused)
{
    // socket, connect, accept, bind, listen, socketpair, fork, vfork, execve, kill, ptrace, perf_event_open, accept4,
    // process_vm_readv, process_vm_writev, bpf, execveat, io_uring_setup.
    private static readonly SystemCalls X64 = new(
        0xC000003E, 317, 56, 435, [41, 42, 43, 49, 50, 53, 57, 58, 59, 62, 101, 298, 288, 310, 311, 321, 322, 425]);

    // socket, socketpair, bind, listen, accept, connect, ptrace, kill, execve, perf_event_open, accept4, process_vm_readv,
    // process_vm_writev, bpf, execveat, io_uring_setup.
    private static readonly uint[] Generic = [198, 199, 200, 201, 202, 203, 117, 129, 221, 241, 242, 270, 271, 280, 281, 425];

    /// <summary>The numbers for this machine's processor. Null: they are not known here.</summary>
    public static SystemCalls? Current => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => X64,
        Architecture.Arm64 => Of(0xC00000B7),
        Architecture.LoongArch64 => Of(0xC0000102),
        Architecture.RiscV64 => Of(0xC00000F3),
        _ => null,
    };

    private static SystemCalls Of(uint architecture) => new(architecture, 277, 220, 435, Generic);
}
