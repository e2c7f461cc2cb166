namespace Validation.Client.Drafts;

/// <summary>Finds the drafts in a folder, as <see cref="DraftWatcher"/> understands them: known extensions, no hidden files, no lock
/// files, no copies with comments.</summary>
public static class DraftFolder
{
    private const FileAttributes Hidden = FileAttributes.Hidden | FileAttributes.System;

    /// <summary>Finds the drafts. Subfolders that this user may not read are left out, links to folders are not followed.</summary>
    /// <param name="folder">The folder, as the user wrote it; the paths begin with it.</param>
    /// <param name="recursive">True: also in all subfolders.</param>
    /// <returns>The paths, sorted; null: the folder cannot be read.</returns>
    public static IReadOnlyList<string>? Find(string folder, bool recursive)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            return [.. DraftFiles.Enumerate(folder, recursive, Hidden).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
