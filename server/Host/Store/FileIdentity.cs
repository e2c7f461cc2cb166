using System.Globalization;
using System.Runtime.InteropServices;

namespace Validation.Server.Store;

/// <summary>Tells whether a name still belongs to the same file.</summary>
internal static partial class FileIdentity
{
    // statx(2) has the same layout on every architecture, unlike stat(2).
    private const int FromHere = -100;
    private const uint Inode = 0x100;
    private const int Size = 256;
    private const int InodeAt = 32;
    private const int DeviceAt = 136;

    /// <summary>The identity of the file that now has this name.</summary>
    /// <returns>Equal as long as it is the same file. Empty: there is none, or nobody can tell, as on Windows, which does not let a file be
    /// deleted or replaced while a program has it open.</returns>
    public static string Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "";
        }

        Span<byte> found = stackalloc byte[Size];
        found.Clear();
        try
        {
            if (Look(FromHere, path, 0, Inode, ref MemoryMarshal.GetReference(found)) != 0)
            {
                return "";
            }
        }
        catch (EntryPointNotFoundException)
        {
            // The C library is older than 2018 and has no statx.
            return "";
        }

        var inode = MemoryMarshal.Read<ulong>(found[InodeAt..]);
        var device = MemoryMarshal.Read<ulong>(found[DeviceAt..]);
        return string.Create(CultureInfo.InvariantCulture, $"{device:x}:{inode:x}");
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Look(int folder, string path, int flags, uint mask, ref byte found);
}
