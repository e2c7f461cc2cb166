using System.Diagnostics;

namespace Validation.PdfWords.Cages;

/// <summary>Binds a process that reads documents: memory, time, network, other programs.</summary>
internal static class Cage
{
    /// <summary>The bars that a reader must report on this system before it gets a document. Null: this system has no cage, and PDF is
    /// not read.</summary>
    public static CageBars? Required =>
        OperatingSystem.IsLinux() ? CageBars.Linux : OperatingSystem.IsWindows() ? CageBars.Windows : null;

    /// <summary>Binds this process as far as it can do so itself.</summary>
    /// <param name="server">The process with which it is to end.</param>
    /// <returns>What binds it now.</returns>
    public static CageBars Close(int server) => OperatingSystem.IsLinux() ? LinuxCage.Close(server) : CageBars.None;

    /// <summary>The bars that hold this process after the server has bound it from outside.</summary>
    public static CageBars Look() => OperatingSystem.IsWindows() ? WindowsCage.Look() : CageBars.None;

    /// <summary>Binds a process that was just started, as far as the server has to do so.</summary>
    /// <returns>What holds it; to be disposed of with it. Null: it locks itself in.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">The system refuses.</exception>
    public static IDisposable? Around(Process process, long memory) =>
        OperatingSystem.IsWindows() ? WindowsCage.Around(process.Handle, memory) : null;

    /// <summary>Allows this process more processor time. When that is used up, the system ends the process.</summary>
    public static void AllowProcessorTime(TimeSpan time)
    {
        if (OperatingSystem.IsLinux())
        {
            LinuxCage.AllowProcessorTime(time);
        }
    }
}
