using System.IO.Enumeration;

namespace Validation.Client.Drafts;

/// <summary>The length and time of a file, from which it follows that it was saved again without reading it.</summary>
internal readonly record struct FileStamp(long Length, DateTime WrittenUtc);

/// <summary>Tells drafts from the other files that word processors leave in a folder.</summary>
internal static class DraftFiles
{
    /// <summary>How the names of drafts end.</summary>
    internal static readonly string[] Extensions = [".docx", ".doc", ".wps", ".pdf", ".ofd", ".html", ".htm", ".txt", ".rtf", ".odt"];

    /// <summary>Compares paths as the file systems of this operating system usually do.</summary>
    public static StringComparer Names { get; } = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Whether the path, seen from the watched folder, names a draft: no lock file, no temporary file, nothing hidden,
    /// no copy with comments.</summary>
    public static bool IsDraft(string folder, string path)
    {
        var parts = Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        return !Array.Exists(parts, IsHiddenOrTemporary) && !AnnotatedName.Is(path)
            && Array.Exists(Extensions, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The files of that name that a draft may be, whatever kind of file each is.</summary>
    /// <param name="stem">The path without the extension.</param>
    public static IReadOnlyList<string> Named(string stem) => [.. Extensions.Select(extension => stem + extension).Where(File.Exists)];

    /// <summary>Whether a path lies below a folder, at any depth.</summary>
    public static bool IsBelow(string path, string folder) =>
        path.Length > folder.Length && path.StartsWith(
            Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar,
            OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>The drafts in the folder. Subfolders that this user may not read are left out, and links to folders are not followed:
    /// they may lead back to where they stand, and the system does not tell what happens behind them.</summary>
    /// <param name="folder">The folder; the paths begin with it as it is written here.</param>
    /// <param name="recursive">True: also in all subfolders.</param>
    /// <param name="skip">Files and folders that have one of these attributes are left out.</param>
    /// <exception cref="IOException">The folder is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read the folder.</exception>
    public static IEnumerable<string> Enumerate(string folder, bool recursive, FileAttributes skip)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = recursive, IgnoreInaccessible = true, AttributesToSkip = skip,
        };
        var files = new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        return files.Where(path => IsDraft(folder, path) && RegularFile.IsOrMissing(path));
    }

    /// <summary>Every draft in the folder and below it; none when the folder is gone.</summary>
    public static IReadOnlyList<string> In(string folder)
    {
        try
        {
            return [.. Enumerate(folder, recursive: true, FileAttributes.None)];
        }
        catch (IOException)
        {
            return [];
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The length and time of a file now; null: there is none, or it is hidden.</summary>
    public static FileStamp? Stamp(string path)
    {
        try
        {
            var file = new FileInfo(path);
            var visible = file.Exists && !file.Attributes.HasFlag(FileAttributes.Hidden) && RegularFile.IsOrMissing(path);
            return visible ? new FileStamp(file.Length, file.LastWriteTimeUtc) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a file is gone, and not only out of sight: the nearest folder around it that is there can be listed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="root">The outermost folder that is looked at. If it is not there itself, nothing in it counts as gone.</param>
    public static bool IsGone(string path, string root)
    {
        var folder = Path.GetDirectoryName(path);
        while (folder is not null && IsBelow(folder, root) && !Path.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Stamp(path) is null && folder is not null && CanList(folder);
    }

    /// <summary>Whether the folder exists and can be listed.</summary>
    public static bool CanList(string folder)
    {
        try
        {
            _ = Directory.EnumerateFileSystemEntries(folder).Any();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether the file can be read now. A word processor that keeps it open but lets others read does not matter.</summary>
    public static bool CanRead(string path)
    {
        try
        {
            if (!RegularFile.IsOrMissing(path))
            {
                return false;
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // A folder in cloud storage is a reparse point without being a link.
    private static bool IsLink(ref FileSystemEntry entry)
    {
        try
        {
            return entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.ToFileSystemInfo().LinkTarget is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static bool IsHiddenOrTemporary(string name) =>
        (name.StartsWith('.') && !string.Equals(name, ".", StringComparison.Ordinal))
        || name.StartsWith('~')
        || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase);
}
