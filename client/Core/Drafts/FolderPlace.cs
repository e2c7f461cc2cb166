using System.Globalization;

namespace Validation.Client.Drafts;

/// <summary>Tells a folder from another one that has its name for a time: the empty folder on which a drive was mounted, or another
/// drive with the same letter.</summary>
internal static class FolderPlace
{
    /// <summary>The identity of the folder that has this name now; equal text for the same folder.</summary>
    /// <returns>Null: there is no such folder, or it cannot be reached.</returns>
    public static string? Of(string folder)
    {
        try
        {
            return !Directory.Exists(folder) ? null
                : OperatingSystem.IsWindows() ? FolderIdentity.Of(folder) ?? CreationTime(folder)
                : MountAround(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string CreationTime(string folder) => Directory.GetCreationTimeUtc(folder).ToString("O", CultureInfo.InvariantCulture);

    // On Linux and macOS many file systems do not tell when a folder was made.
    private static string MountAround(string folder) => DriveInfo.GetDrives().Select(drive => drive.Name)
        .Where(mount => DraftFiles.Names.Equals(mount, folder) || DraftFiles.IsBelow(folder, mount))
        .MaxBy(mount => mount.Length) ?? string.Empty;
}
