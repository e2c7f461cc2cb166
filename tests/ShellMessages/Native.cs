using System.Runtime.InteropServices;

namespace Validation.ShellMessages;

/// <summary>What is used of user32 and shell32.</summary>
internal static unsafe partial class Native
{
    /// <summary>NOTIFYICONDATAW with no more than what tells one icon from another.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 976)]
    internal struct IconOfWindow
    {
        public uint Size;
        public nint Window;
    }

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool EnumWindows(delegate* unmanaged<nint, nint, int> each, nint value);

    [LibraryImport("user32")]
    internal static partial int GetClassNameW(nint window, char* name, int length);

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial uint RegisterWindowMessageW(string name);

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool PostMessageW(nint window, uint message, nint word, nint value);

    [LibraryImport("shell32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Shell_NotifyIconW(uint command, ref IconOfWindow icon);
}
