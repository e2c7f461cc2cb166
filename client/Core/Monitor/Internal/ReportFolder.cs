using System.Security.Cryptography;
using System.Text;
using Validation.Client.Html;

namespace Validation.Client.Internal;

/// <summary>The HTML reports, one for each draft: the newest.</summary>
/// <param name="folder">The folder; it is made when the first report is written, for this user only.</param>
internal sealed class ReportFolder(string folder)
{
    private const int NameBytes = 12;

    // Without a mark some old browsers guess the encoding of a local file.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes the report of a draft, in which the fresh findings are marked.</summary>
    /// <returns>The file; null: it could not be written.</returns>
    public string? TryWrite(string draft, CheckOutcome outcome, DateTimeOffset checkedAt, IReadOnlySet<string>? fresh)
    {
        var path = Path.Combine(folder, NameOf(draft));
        try
        {
            MonitorData.CreatePrivate(folder);
            using var content = new MemoryStream();
            using (var writer = new StreamWriter(content, Encoding, leaveOpen: true))
            {
                HtmlReport.Write(writer, outcome, checkedAt, fresh);
            }

            AtomicFile.Write(path, content.GetBuffer().AsSpan(0, (int)content.Length));
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Deletes the report of a draft, if there is one.</summary>
    public void Delete(string draft) => AtomicFile.TryDelete(Path.Combine(folder, NameOf(draft)));

    /// <summary>Deletes reports that are older.</summary>
    public void Clean(DateTime beforeUtc)
    {
        try
        {
            foreach (var report in new DirectoryInfo(folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < beforeUtc).ToList())
            {
                AtomicFile.TryDelete(report.FullName);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // None yet.
        }
    }

    // Not the draft's own name: two drafts may share it, and it may be too long.
    private static string NameOf(string draft) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(draft)).AsSpan(0, NameBytes)) + ".html";
}
