using System.Runtime.InteropServices;

namespace Validation.Tray.Windows;

/// <summary>What is used of kernel32.</summary>
internal static partial class Kernel32
{
    [LibraryImport("kernel32")]
    internal static partial nint GetModuleHandleW(nint name);

    [LibraryImport("kernel32")]
    internal static partial nint GetStdHandle(int which);

    [LibraryImport("kernel32")]
    internal static partial uint GetFileType(nint file);
}
