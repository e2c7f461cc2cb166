using Validation.Client.Connection;
using Validation.Client.Drafts;

namespace Validation.Cli.Commands;

/// <summary>Where copies of drafts with comments go.</summary>
/// <param name="target">What the user wrote: a file, or a folder for several drafts.</param>
/// <param name="overwrite">Whether files that are there may be replaced. Drafts never are.</param>
internal sealed class CopyPlan(string target, bool overwrite)
{
    private static readonly StringComparer Names = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>The file for the copy of each draft.</summary>
    /// <param name="drafts">The drafts, in their order.</param>
    /// <param name="isFolder">Whether the target is a folder: there is more than one draft, or a folder was written.</param>
    /// <param name="problem">Why nothing can be written. Null: it can, as far as is known now.</param>
    public IReadOnlyList<string> Files(IReadOnlyList<Draft> drafts, bool isFolder, out string? problem)
    {
        isFolder |= drafts.Count != 1 || Directory.Exists(target);
        problem = isFolder && File.Exists(target) ? CopyTexts.TargetIsFile(target) : null;
        var files = isFolder ? Numbered(drafts) : [target];
        for (var i = 0; i < files.Count && problem is null; i++)
        {
            problem = IsDraft(files[i], drafts) ? CopyTexts.TargetIsDraft(files[i])
                : !overwrite && File.Exists(files[i]) ? CopyTexts.TargetExists(files[i])
                : null;
        }

        return files;
    }

    /// <summary>Writes a copy, whole or not at all.</summary>
    /// <returns>Why it was not written. Null: it was.</returns>
    public string? Write(string file, AnnotationOutcome outcome)
    {
        var temporary = $"{file}.{Environment.ProcessId}.tmp";
        try
        {
            // By another name, through a link or in other letters the file may still be the draft.
            if (File.Exists(file) && (!overwrite || File.ReadAllBytes(file).AsSpan().SequenceEqual(outcome.Draft.Span)))
            {
                return overwrite ? CopyTexts.TargetIsDraft(file) : CopyTexts.TargetExists(file);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(outcome.Copy.Span);
            }

            File.Move(temporary, file, overwrite);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            TryDelete(temporary);
            return CopyTexts.NotWritten(file);
        }
    }

    private static bool IsDraft(string file, IReadOnlyList<Draft> drafts) =>
        drafts.Any(draft => draft.FilePath is { } path && Names.Equals(Resolved(path), Resolved(file)));

    private List<string> Numbered(IReadOnlyList<Draft> drafts)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. drafts.Select(draft => Path.Combine(target, Enumerable.Range(1, int.MaxValue)
            .Select(number => AnnotatedName.Of(draft.Name, number))
            .First(taken.Add)))];
    }

    // The path without links, as far as it is there.
    private static string Resolved(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            var resolved = Path.GetPathRoot(full)!;
            foreach (var step in full[resolved.Length..].Split(Path.DirectorySeparatorChar))
            {
                var next = Path.Combine(resolved, step);
                resolved = File.ResolveLinkTarget(next, returnFinalTarget: true)?.FullName ?? next;
            }

            return resolved;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return path;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // A file that cannot be deleted stays.
        }
    }
}
