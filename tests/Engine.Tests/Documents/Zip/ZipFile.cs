using System.IO.Compression;
using System.Text;
using Validation.Engine.Documents;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Documents.Zip;

/// <summary>Zip files for tests, and what <see cref="DocumentReader"/> makes of them.</summary>
internal static class ZipFile
{
    /// <summary>A zip file with these entries in this order.</summary>
    public static byte[] Of(IEnumerable<(string Name, byte[] Content)> entries, CompressionLevel level = CompressionLevel.Optimal)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>The same file with each occurrence of some bytes replaced by as many others.</summary>
    public static byte[] Replace(byte[] file, ReadOnlySpan<byte> old, ReadOnlySpan<byte> by)
    {
        old.Length.ShouldBe(by.Length);
        var copy = file.ToArray();
        for (var at = 0; copy.AsSpan(at).IndexOf(old) is >= 0 and var next; at += next + old.Length)
        {
            by.CopyTo(copy.AsSpan(at + next));
        }

        return copy;
    }

    /// <summary>Where the header of the entry begins in the directory.</summary>
    public static int HeaderOf(byte[] file, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        for (var at = 0; file.AsSpan(at).IndexOf("PK\u0001\u0002"u8) is >= 0 and var next; at += next + 4)
        {
            if (file.AsSpan(at + next + 46).StartsWith(bytes))
            {
                return at + next;
            }
        }

        throw new InvalidOperationException($"There is no {name}.");
    }

    /// <summary>Reads a file of any format.</summary>
    public static ReadResult Read(byte[] file, EngineLimits? limits = null) =>
        new DocumentReader(limits ?? EngineLimits.Default).Read(file);

    /// <summary>The paragraphs of a document; of rows the cells with " | " between them, line feeds as "/".</summary>
    public static string[] Lines(ReadResult result) =>
        [.. result.Document.ShouldNotBeNull(result.Reason.ToString()).Lines().Select(paragraph => paragraph.Cells is { } cells
            ? string.Join(" | ", cells.Select(cell => cell.Text.Replace('\n', '/')))
            : paragraph.Text)];
}
