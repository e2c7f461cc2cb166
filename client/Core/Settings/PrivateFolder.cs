namespace Validation.Client.Settings;

/// <summary>Folders that are for this user only.</summary>
internal static class PrivateFolder
{
    /// <summary>Makes a folder, and those above it, where there is none. On Windows the rights are those of the folder above.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be made.</exception>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
