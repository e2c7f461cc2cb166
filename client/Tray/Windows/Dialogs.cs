using System.Runtime.InteropServices;

namespace Validation.Tray.Windows;

/// <summary>What is used of user32 for dialogs and their controls.</summary>
internal static unsafe partial class Dialogs
{
    /// <summary>The dialog is about to be shown.</summary>
    internal const uint Begin = 0x110;

    /// <summary>A control tells what was done with it.</summary>
    internal const uint Command = 0x111;

    /// <summary>The structure LOGFONTW of wingdi.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Font
    {
        public int Height;
        public int Width;
        public int Escapement;
        public int Orientation;
        public int Weight;
        public uint Styles;
        public uint Qualities;
        public fixed char Face[32];
    }

    /// <summary>The structure NONCLIENTMETRICSW of winuser.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Metrics
    {
        public uint Size;
        public fixed int Frame[5];
        public Font Caption;
        public fixed int SmallCaption[2];
        public Font SmallCaptionFont;
        public fixed int Menu[2];
        public Font MenuFont;
        public Font StatusFont;
        public Font MessageFont;
        public int PaddedBorder;
    }

    [LibraryImport("user32", SetLastError = true)]
    internal static partial nint DialogBoxIndirectParamW(
        nint instance, byte* template, nint owner, delegate* unmanaged<nint, uint, nint, nint, nint> procedure, nint parameter);

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool EndDialog(nint dialog, nint result);

    [LibraryImport("user32")]
    internal static partial nint GetDlgItem(nint dialog, int id);

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool SetWindowTextW(nint window, string text);

    [LibraryImport("user32")]
    internal static partial int GetWindowTextLengthW(nint window);

    [LibraryImport("user32")]
    internal static partial int GetWindowTextW(nint window, char* text, int length);

    [LibraryImport("user32")]
    internal static partial nint SendMessageW(nint window, uint message, nint word, nint value);

    [LibraryImport("user32", EntryPoint = "SendMessageW", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial nint SendTextW(nint window, uint message, nint word, string text);

    [LibraryImport("user32", EntryPoint = "SendMessageW")]
    internal static partial nint SendBufferW(nint window, uint message, nint word, char* buffer);

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool EnableWindow(nint window, [MarshalAs(UnmanagedType.Bool)] bool enable);

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool ShowWindow(nint window, int how);

    [LibraryImport("user32")]
    internal static partial nint LoadIconW(nint instance, nint name);

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool SystemParametersInfoForDpi(uint action, uint parameter, Metrics* value, uint change, uint dpi);
}
