using System.IO.Enumeration;
using System.Text;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>A folder in which an administrator keeps rule files: every *.yaml and *.yml in it and below it, but for hidden files and
/// folders. Links to folders are not followed.</summary>
public static class RuleFolder
{
    private const int MostFiles = 1000;
    private const int MostBytes = 5 << 20;
    private const FileAttributes Hidden = FileAttributes.Hidden | FileAttributes.System;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the rule files of a folder and of its subfolders.</summary>
    /// <param name="folder">The folder, as the user wrote it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The files, sorted, with paths relative to the folder and "/" in them; or one sentence in Chinese that says why not. A
    /// folder without rule files is no rule set: it is too often a misspelt one.</returns>
    public static async Task<RuleFolderContent> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (File.Exists(folder))
        {
            return new RuleFolderContent(null, ConnectionTexts.NotAFolder);
        }

        if (!Directory.Exists(folder))
        {
            return new RuleFolderContent(null, ConnectionTexts.FolderMissing(folder));
        }

        return Find(folder) switch
        {
            null => new RuleFolderContent(null, ConnectionTexts.FolderUnreadable(folder)),
            { Count: 0 } => new RuleFolderContent(null, ConnectionTexts.NoRuleFiles(folder)),
            { Count: > MostFiles } => new RuleFolderContent(null, ConnectionTexts.TooManyRuleFiles(MostFiles)),
            var paths => await ReadAsync(folder, paths, cancellationToken),
        };
    }

    /// <summary>Reads one file, to look at it alone.</summary>
    /// <param name="file">The file, as the user wrote it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The file under its name; or one sentence in Chinese that says why not.</returns>
    public static Task<RuleFolderContent> ReadFileAsync(string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return IsRuleFile(Path.GetFileName(file))
            ? ReadAsync(Path.GetDirectoryName(file) ?? string.Empty, [file], cancellationToken)
            : Task.FromResult(new RuleFolderContent(null, ConnectionTexts.NotARuleFile(file)));
    }

    private static async Task<RuleFolderContent> ReadAsync(string folder, List<string> paths, CancellationToken cancellationToken)
    {
        var overlay = new RuleOverlay();
        var room = (long)MostBytes;
        foreach (var (path, name) in paths.Select(path => (path, Name(folder, path))).OrderBy(file => file.Item2, StringComparer.Ordinal))
        {
            try
            {
                room -= new FileInfo(path).Length;
                if (room < 0)
                {
                    return new RuleFolderContent(null, ConnectionTexts.RuleFilesTooLarge(MostBytes));
                }

                var text = Utf8.GetString(await File.ReadAllBytesAsync(path, cancellationToken));
                overlay.Files.Add(new RuleFile { Path = name, Text = text.TrimStart('\uFEFF') });
            }
            catch (DecoderFallbackException)
            {
                return new RuleFolderContent(null, ConnectionTexts.RuleFileNotUtf8(path));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new RuleFolderContent(null, ConnectionTexts.RuleFileUnreadable(path));
            }
        }

        return new RuleFolderContent(overlay, null);
    }

    private static string Name(string folder, string path) =>
        Path.GetRelativePath(folder.Length == 0 ? "." : folder, path).Replace(Path.DirectorySeparatorChar, '/');

    private static List<string>? Find(string folder)
    {
        // A folder that cannot be read is reported: without its files the set would be another one.
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = Hidden };
        try
        {
            var files = new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), options)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && IsRuleFile(entry.FileName),
                ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                    !entry.FileName.StartsWith('.') && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            };
            return [.. files.Take(MostFiles + 1)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsRuleFile(ReadOnlySpan<char> name) =>
        !name.StartsWith('.')
        && (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase));
}

/// <summary>What was read from a folder of rules: exactly one of overlay and problem is set.</summary>
/// <param name="Overlay">The files.</param>
/// <param name="Problem">Why there are none: one sentence in Chinese.</param>
public sealed record RuleFolderContent(RuleOverlay? Overlay, string? Problem);
