using System.Diagnostics;

namespace Validation.PdfWords.Cages;

/// <summary>Locks a process in.</summary>
internal static class Cage
{
    /// <summary>What a reader has to report on this system before it gets a document. Null: no reader is held here.</summary>
    public static CageBars? Required =>
        OperatingSystem.IsLinux() ? CageBars.Linux : OperatingSystem.IsWindows() ? CageBars.Windows : null;

    /// <summary>Locks this process in, as far as it can do that itself.</summary>
    /// <param name="server">The process with which it is to end.</param>
    /// <returns>What binds it now.</returns>
    public static CageBars Close(int server) => OperatingSystem.IsLinux() ? LinuxCage.Close(server) : CageBars.None;

    /// <summary>What binds this process from outside, once the server has locked it in.</summary>
    public static CageBars Look() => OperatingSystem.IsWindows() ? WindowsCage.Look() : CageBars.None;

    /// <summary>Locks a process in that was just started, as far as the server has to do that.</summary>
    /// <returns>What holds it; to be disposed of with it. Null: it locks itself in.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">The system refuses.</exception>
    public static IDisposable? Around(Process process, long memory) =>
        OperatingSystem.IsWindows() ? WindowsCage.Around(process.Handle, memory) : null;

    /// <summary>Allows this process more time of a processor; used up, it is ended.</summary>
    public static void AllowProcessorTime(TimeSpan time)
    {
        if (OperatingSystem.IsLinux())
        {
            LinuxCage.AllowProcessorTime(time);
        }
    }
}
