using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Validation.Client.Drafts;

/// <summary>Tells regular files from pipes, sockets and devices, which may have the name of a draft and whose reading may wait for
/// ever.</summary>
internal static partial class RegularFile
{
    private const int CurrentFolder = -100;
    private const uint TypeAndMode = 0x3;
    private const int StatxBytes = 256;
    private const int ModeOffset = 28;
    private const ushort TypeMask = 0xF000;
    private const ushort Regular = 0x8000;

    /// <summary>Whether the path leads to a file, over links too, or to nothing: whoever opens it then hears what is missing.</summary>
    public static bool IsOrMissing(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return !File.Exists(path) || !File.GetAttributes(path).HasFlag(FileAttributes.Device);
        }

        // statx(2): the same layout on every processor.
        var status = new byte[StatxBytes];
        try
        {
            return GetStatus(CurrentFolder, path, 0, TypeAndMode, status) != 0
                || (BinaryPrimitives.ReadUInt16LittleEndian(status.AsSpan(ModeOffset)) & TypeMask) == Regular;
        }
        catch (EntryPointNotFoundException)
        {
            // The C library is older than 2018 and has no statx.
            return true;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int GetStatus(int folder, string path, int flags, uint mask, [Out] byte[] status);
}
