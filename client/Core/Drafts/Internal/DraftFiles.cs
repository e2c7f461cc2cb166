namespace Validation.Client.Internal;

/// <summary>What one sees of a file without reading it: enough to tell that it was saved again.</summary>
internal readonly record struct FileStamp(long Length, DateTime WrittenUtc);

/// <summary>Tells drafts from the other files that word processors leave in a folder.</summary>
internal static class DraftFiles
{
    private static readonly string[] Extensions = [".docx", ".doc", ".wps", ".pdf", ".html", ".htm", ".txt", ".rtf", ".odt"];

    /// <summary>Compares paths as the system's file systems usually do.</summary>
    public static StringComparer Names { get; } = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None,
    };

    /// <summary>Whether the path, seen from the watched folder, names a draft: no lock file, no temporary file, nothing hidden.</summary>
    public static bool IsDraft(string folder, string path)
    {
        var parts = Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        return !Array.Exists(parts, IsHiddenOrTemporary)
            && Array.Exists(Extensions, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Every draft in the folder and below it; none when the folder is gone.</summary>
    public static IReadOnlyList<string> In(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*", Everything).Where(path => IsDraft(folder, path))];
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

    /// <summary>The file as it is now; null: there is none, or it is hidden.</summary>
    public static FileStamp? Stamp(string path)
    {
        try
        {
            var file = new FileInfo(path);
            var visible = file.Exists && !file.Attributes.HasFlag(FileAttributes.Hidden);
            return visible ? new FileStamp(file.Length, file.LastWriteTimeUtc) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether the file can be read now. A word processor that keeps it open, but lets others read, is no hindrance.</summary>
    public static bool CanRead(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsHiddenOrTemporary(string name) =>
        (name.StartsWith('.') && !string.Equals(name, ".", StringComparison.Ordinal))
        || name.StartsWith('~')
        || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase);
}
