using System.Globalization;

namespace Validation.Client.Internal;

/// <summary>Tells a folder from another one that has its name for a time: the empty folder on which a drive was mounted, or another
/// drive with the same letter.</summary>
internal static class FolderPlace
{
    /// <summary>The place that has this name now: the same words as long as it is the same place.</summary>
    /// <returns>Null: there is no such folder, or it cannot be reached.</returns>
    public static string? Of(string folder)
    {
        try
        {
            return !Directory.Exists(folder) ? null
                : OperatingSystem.IsWindows() ? Directory.GetCreationTimeUtc(folder).ToString("O", CultureInfo.InvariantCulture)
                : MountAround(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Where there are mounts, file systems often do not say when a folder was made.
    private static string MountAround(string folder) => DriveInfo.GetDrives().Select(drive => drive.Name)
        .Where(mount => DraftFiles.Names.Equals(mount, folder) || DraftFiles.IsBelow(folder, mount))
        .MaxBy(mount => mount.Length) ?? string.Empty;
}
