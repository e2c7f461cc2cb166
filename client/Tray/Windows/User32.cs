using System.Runtime.InteropServices;

namespace Validation.Tray.Windows;

/// <summary>What is used of user32.</summary>
internal static partial class User32
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

    /// <summary>The structure MSG of winuser.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Message
    {
        public nint Window;
        public uint Id;
        public nint Word;
        public nint Value;
        public uint Time;
        public int X;
        public int Y;
        public uint Private;
    }

    [LibraryImport("user32", SetLastError = true)]
    internal static partial ushort RegisterClassExW(in WindowClass windowClass);

    [LibraryImport("user32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    internal static partial nint CreateWindowExW(
        uint extendedStyle, string className, string? name, uint style, int x, int y, int width, int height,
        nint parent, nint menu, nint instance, nint parameter);

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool IsWindow(nint window);

    [LibraryImport("user32")]
    internal static partial uint GetDoubleClickTime();

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool DestroyWindow(nint window);

    [LibraryImport("user32")]
    internal static partial nint DefWindowProcW(nint window, uint message, nint word, nint value);

    [LibraryImport("user32")]
    internal static partial int GetMessageW(out Message message, nint window, uint first, uint last);

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool TranslateMessage(in Message message);

    [LibraryImport("user32")]
    internal static partial nint DispatchMessageW(in Message message);

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool PostMessageW(nint window, uint message, nint word, nint value);

    [LibraryImport("user32")]
    internal static partial void PostQuitMessage(int exitCode);

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial uint RegisterWindowMessageW(string name);

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial nint FindWindowW(string className, string? name);

    [LibraryImport("user32")]
    internal static partial uint GetWindowThreadProcessId(nint window, out int processId);

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool SetForegroundWindow(nint window);

    [LibraryImport("user32")]
    internal static partial uint GetDpiForWindow(nint window);

    [LibraryImport("user32")]
    internal static partial int GetSystemMetricsForDpi(int index, uint dpi);

    [LibraryImport("user32", SetLastError = true)]
    internal static partial nint CreateIconFromResourceEx(
        byte[] bits, int length, [MarshalAs(UnmanagedType.Bool)] bool icon, uint version, int width, int height, uint flags);

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool DestroyIcon(nint icon);

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool AllowSetForegroundWindow(int processId);

    [LibraryImport("user32")]
    internal static partial nint SendMessageTimeoutW(
        nint window, uint message, nint word, nint value, uint flags, uint milliseconds, out nint result);

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial int MessageBoxW(nint owner, string text, string title, uint type);
}
