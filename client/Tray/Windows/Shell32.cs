using System.Runtime.InteropServices;

namespace Validation.Tray.Windows;

/// <summary>What is used of shell32 and ole32.</summary>
internal static partial class Shell32
{
    [LibraryImport("shell32", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial nint ShellExecuteW(nint owner, string? verb, string file, string? arguments, string? folder, int show);

    [LibraryImport("ole32")]
    internal static partial int CoCreateInstance(in Guid classId, nint outer, uint context, in Guid interfaceId, out nint instance);
}
