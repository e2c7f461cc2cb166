using System.Runtime.InteropServices;

namespace Validation.Tray.Windows;

/// <summary>The system's dialog for choosing a file or a folder.</summary>
internal static unsafe class OpenDialog
{
    private const int Show = 3;
    private const int SetFileTypes = 4;
    private const int SetOptions = 9;
    private const int SetTitle = 17;
    private const int GetResult = 20;
    private const int GetDisplayName = 5;

    // FOS_NOCHANGEDIR: the program would otherwise keep the chosen folder open for as long as it runs.
    private const nint KeepFolder = 0x8;
    private const nint FolderOptions = KeepFolder | 0x20 | 0x40 | 0x800;
    private const nint FileOptions = KeepFolder | 0x40 | 0x800 | 0x1000;
    private const nint FileSystemPath = unchecked((int)0x80058000);

    private static readonly Guid ClassId = new("DC1C5A9C-E88A-4dde-A5A1-60F82A20AEF7");
    private static readonly Guid InterfaceId = new("d57c7288-d4ad-4768-be02-9d969532d960");

    /// <summary>Asks for a folder; null: none was chosen.</summary>
    /// <param name="title">What it is asked for.</param>
    /// <param name="owner">The window that waits for the answer; 0: none.</param>
    public static string? AskForFolder(string title, nint owner = 0)
    {
        using var dialog = ComObject.Create(ClassId, InterfaceId);
        dialog?.Call(SetOptions, FolderOptions);
        return dialog is null ? null : Ask(dialog, title, owner);
    }

    /// <summary>Asks for a file; null: none was chosen.</summary>
    /// <param name="title">What it is asked for.</param>
    /// <param name="kind">What the files are called, such as "年报".</param>
    /// <param name="patterns">Their names, such as "*.docx;*.doc".</param>
    /// <param name="owner">The window that waits for the answer; 0: none.</param>
    public static string? AskForFile(string title, string kind, string patterns, nint owner = 0)
    {
        using var dialog = ComObject.Create(ClassId, InterfaceId);
        if (dialog is null)
        {
            return null;
        }

        dialog.Call(SetOptions, FileOptions);
        fixed (char* name = kind, specification = patterns)
        {
            var pair = stackalloc char*[2] { name, specification };
            dialog.Call(SetFileTypes, 1, (nint)pair);
            return Ask(dialog, title, owner);
        }
    }

    private static string? Ask(ComObject dialog, string title, nint owner)
    {
        dialog.Call(SetTitle, title);
        if (dialog.Call(Show, owner) != 0)
        {
            return null;
        }

        using var item = ComObject.Take(dialog.Get(GetResult));
        var text = item?.Get(GetDisplayName, FileSystemPath) ?? 0;
        var path = Marshal.PtrToStringUni(text);
        Marshal.FreeCoTaskMem(text);
        return path;
    }
}
