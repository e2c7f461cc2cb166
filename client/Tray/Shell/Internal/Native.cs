using System.Runtime.InteropServices;

namespace H.NotifyIcon.Core.Internal;

/// <summary>What is used of user32 and shell32.</summary>
internal static partial class Native
{
    /// <summary>The structure WNDCLASSEXW of winuser.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct WindowClass
    {
        public uint Size;
        public uint Style;
        public delegate* unmanaged<nint, uint, nint, nint, nint> Procedure;
        public int ClassExtra;
        public int WindowExtra;
        public nint Instance;
        public nint Icon;
        public nint Cursor;
        public nint Background;
        public char* MenuName;
        public char* ClassName;
        public nint SmallIcon;
    }

    [LibraryImport("user32", SetLastError = true)]
    internal static partial ushort RegisterClassExW(in WindowClass windowClass);

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool UnregisterClassW(string name, nint instance);

    [LibraryImport("user32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    internal static partial nint CreateWindowExW(
        uint extendedStyle, string className, string? name, uint style, int x, int y, int width, int height,
        nint parent, nint menu, nint instance, nint parameter);

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool DestroyWindow(nint window);

    [LibraryImport("user32")]
    internal static partial nint DefWindowProcW(nint window, uint message, nint word, nint value);

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial uint RegisterWindowMessageW(string name);

    [LibraryImport("kernel32")]
    internal static partial nint GetModuleHandleW(nint name);

    [LibraryImport("user32")]
    internal static partial nint CreatePopupMenu();

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool AppendMenuW(nint menu, uint flags, nint id, string? text);

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool DestroyMenu(nint menu);

    [LibraryImport("user32")]
    internal static partial int TrackPopupMenuEx(nint menu, uint flags, int x, int y, nint window, nint area);

    [LibraryImport("shell32", EntryPoint = "Shell_NotifyIconW")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool NotifyIcon(uint command, ref NotifyIconData data);
}
