using System.Text;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Page;
using Validation.Client.Settings;
using Validation.Client.Wording;

namespace Validation.Client.Monitor;

/// <summary>The HTML reports, one for each draft: the newest; and copies of drafts with comments.</summary>
/// <param name="folder">The folder; it is made when the first report is written, for this user only.</param>
/// <param name="links">Whether the reports may have links that this program opens.</param>
internal sealed class ReportFolder(string folder, bool links = false)
{
    private const int MostNameCharacters = 60;

    // No report has this name: theirs are hexadecimal digits.
    private const string PageName = "all-drafts.html";

    // Without a mark some old browsers guess the encoding of a local file.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes the report of a draft, in which the new findings are marked.</summary>
    /// <returns>The file; null: it could not be written.</returns>
    public string? TryWrite(string draft, CheckOutcome outcome, DateTimeOffset checkedAt, FindingComparison? comparison)
    {
        return TryWrite(NameOf(draft), writer => HtmlReport.Write(writer, outcome, checkedAt, comparison, draft, Comments(draft)));
    }

    /// <summary>Writes the page of all drafts anew.</summary>
    /// <returns>The file; null: it could not be written.</returns>
    public string? TryWritePage(IReadOnlyList<KnownDraft> drafts, string? serverProblem, DateTimeOffset at) =>
        TryWrite(PageName, writer => DraftsPage.Write(writer, [.. drafts.Select(RowOf)], serverProblem, at));

    private string? TryWrite(string name, Action<TextWriter> write)
    {
        var path = Path.Combine(folder, name);
        try
        {
            PrivateFolder.Create(folder);
            using var content = new MemoryStream();
            using (var writer = new StreamWriter(content, Encoding, leaveOpen: true))
            {
                write(writer);
            }

            AtomicFile.Write(path, content.GetBuffer().AsSpan(0, (int)content.Length));
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private DraftRow RowOf(KnownDraft draft) => new(draft)
    {
        Report = File.Exists(draft.Checked?.ReportFile) ? draft.Checked.ReportFile : null, Comments = Comments(draft.FilePath),
    };

    private ProgramAddress? Comments(string draft) => links && draft.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
        ? new ProgramAddress(ProgramWish.Comments, DraftId.Of(draft))
        : null;

    /// <summary>Writes the copy of a draft with comments, which nobody is to change in the place of the draft: it can only be read.
    /// </summary>
    /// <returns>The file; null: it could not be written, perhaps because an older one is open.</returns>
    public string? TryWriteCopy(string draft, ReadOnlySpan<byte> copy)
    {
        var path = Path.Combine(folder, CopyNameOf(draft));
        try
        {
            PrivateFolder.Create(folder);
            MakeWritable(path);
            AtomicFile.Write(path, copy);
            File.SetAttributes(path, FileAttributes.ReadOnly);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Gives the report of a draft to another one, which is the same under a new name. The copy with comments bears the old
    /// name and goes.</summary>
    /// <returns>The file; null: there is none.</returns>
    public string? Move(string from, string to)
    {
        var path = Path.Combine(folder, NameOf(to));
        try
        {
            Remove(Path.Combine(folder, CopyNameOf(from)));
            File.Move(Path.Combine(folder, NameOf(from)), path, overwrite: true);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Deletes the report of a draft and its copy with comments, if there are such.</summary>
    public void Delete(string draft)
    {
        AtomicFile.TryDelete(Path.Combine(folder, NameOf(draft)));
        Remove(Path.Combine(folder, CopyNameOf(draft)));
    }

    /// <summary>Deletes reports and copies that are older.</summary>
    public void Clean(DateTime beforeUtc)
    {
        try
        {
            foreach (var report in new DirectoryInfo(folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < beforeUtc).ToList())
            {
                Remove(report.FullName);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // None yet.
        }
    }

    // Windows neither replaces nor deletes a file that can only be read.
    private static void Remove(string path)
    {
        try
        {
            MakeWritable(path);
            AtomicFile.TryDelete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that cannot be deleted stays.
        }
    }

    private static void MakeWritable(string path)
    {
        if (File.Exists(path) && File.GetAttributes(path) is var attributes && attributes.HasFlag(FileAttributes.ReadOnly))
        {
            File.SetAttributes(path, attributes & ~FileAttributes.ReadOnly);
        }
    }

    // Word shows the name of what it opens: the draft's stands in front.
    private static string CopyNameOf(string draft)
    {
        var name = Path.GetFileNameWithoutExtension(draft);
        var shown = name.Length <= MostNameCharacters ? name : name[..MostNameCharacters].TrimEnd();
        return AnnotatedName.Of($"{shown}-{HashOf(draft)[..8]}.docx");
    }

    // Not the draft's own name: two drafts may share it, and it may be too long.
    private static string NameOf(string draft) => HashOf(draft) + ".html";

    private static string HashOf(string draft) => DraftId.Of(draft).Text;
}
