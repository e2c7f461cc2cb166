using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Validation.Client.Drafts;

/// <summary>What Windows knows a folder by, whatever its name: the volume and the number of the folder on it. The time at which a folder
/// was made is no such thing: a folder that is made anew under an old name may get the old time (tunnelling of NTFS), and where a file
/// system stores no such time, Wine shows that of the last change.</summary>
internal static partial class FolderIdentity
{
    // FILE_SHARE_READ, _WRITE and _DELETE: nobody is kept from renaming or deleting the folder.
    private const uint ShareAll = 7;
    private const uint OpenExisting = 3;

    // FILE_FLAG_BACKUP_SEMANTICS: without it a folder cannot be opened.
    private const uint ForFolders = 0x02000000;

    // The structure BY_HANDLE_FILE_INFORMATION of fileapi.h, in words of 32 bits.
    private const int InformationWords = 13;
    private const int Volume = 7;
    private const int IndexHigh = 11;
    private const int IndexLow = 12;

    /// <summary>The volume's serial number and the folder's number on it; on Windows only.</summary>
    /// <returns>Null: the folder is not there, or its file system numbers no folders.</returns>
    public static string? Of(string folder)
    {
        using var handle = Open(folder, 0, ShareAll, 0, OpenExisting, ForFolders, 0);
        Span<uint> found = stackalloc uint[InformationWords];
        return !handle.IsInvalid && Read(handle, found) && (found[IndexHigh] != 0 || found[IndexLow] != 0)
            ? string.Create(CultureInfo.InvariantCulture, $"{found[Volume]:x8}-{found[IndexHigh]:x8}{found[IndexLow]:x8}")
            : null;
    }

    [LibraryImport("kernel32", EntryPoint = "CreateFileW", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
    private static partial SafeFileHandle Open(
        string path, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [LibraryImport("kernel32", EntryPoint = "GetFileInformationByHandle", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool Read(SafeFileHandle file, Span<uint> information);
}
