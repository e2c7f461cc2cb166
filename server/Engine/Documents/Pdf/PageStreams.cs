using System.IO.Compression;

namespace Validation.Engine.Documents.Pdf;

/// <summary>
/// Checks the checksums of compressed streams (RFC 1950, Adler-32), which pdftotext leaves aside: a changed byte would show as other
/// digits; and whether the pages show their text. Fonts and images are no text and are not checked, nor are encrypted files.
/// </summary>
internal static class PageStreams
{
    // A dictionary before a stream is shorter, unless it is made to be long.
    private const int LongestDictionary = 1024;
    private const long MostBytes = 64L * 1024 * 1024;

    private static readonly string[] NoText = ["/Image", "/Length1", "Type1C", "CIDFontType0C", "/OpenType", "/XRef"];

    /// <summary>Throws if a stream of text is damaged, or if most of the text lies invisibly on images.</summary>
    /// <exception cref="UnreadableException">It is, or does.</exception>
    public static void Check(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var file = content.Span;
        if (file.IndexOf("/Encrypt"u8) >= 0)
        {
            return;
        }

        using var source = new MemoryStream(content.ToArray(), writable: false);
        var scratch = new byte[16 * 1024];
        var text = new ShownText();
        long total = 0;
        for (var at = 0; NextStream(file, ref at) is var (start, isChecked) && start >= 0 && total < MostBytes;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!isChecked)
            {
                continue;
            }

            source.Position = start;
            total += Inflate(source, scratch, text, MostBytes - total);
        }

        if (text.Hidden > text.Shown && file.IndexOf("/Image"u8) >= 0)
        {
            throw new UnreadableException(V1.Reason.NoText);
        }
    }

    private static long Inflate(MemoryStream source, byte[] scratch, ShownText text, long most)
    {
        try
        {
            using var inflated = new ZLibStream(source, CompressionMode.Decompress, leaveOpen: true);
            text.Begin();
            scratch.AsSpan(0, ShownText.Overlap).Clear();
            long total = 0;
            for (int read; total < most && (read = inflated.Read(scratch.AsSpan(ShownText.Overlap))) > 0;)
            {
                text.Add(scratch.AsSpan(0, ShownText.Overlap + read));
                scratch.AsSpan(read, ShownText.Overlap).CopyTo(scratch);
                total += read;
            }

            return total;
        }
        catch (InvalidDataException)
        {
            throw new UnreadableException(V1.Reason.DamagedDocument, Texts.Formats.Pdf);
        }
    }

    // Where the data of the next stream begins, and whether it is text that zlib has compressed.
    private static (int Start, bool IsChecked) NextStream(ReadOnlySpan<byte> file, ref int at)
    {
        var found = file[at..].IndexOf("stream"u8);
        if (found < 0)
        {
            return (-1, false);
        }

        var keyword = at + found;
        var start = keyword + 6;
        at = start;
        if (start + 4 >= file.Length || (keyword >= 3 && file[(keyword - 3)..keyword].SequenceEqual("end"u8)))
        {
            return (start, false);
        }

        start += file[start] == '\r' && file[start + 1] == '\n' ? 2 : 1;
        var dictionary = file[Math.Max(0, keyword - LongestDictionary)..keyword];
        var begin = dictionary.LastIndexOf(" obj"u8);
        dictionary = begin < 0 ? dictionary : dictionary[begin..];
        var isZlib = (file[start] & 0x0F) == 8 && ((file[start] << 8) + file[start + 1]) % 31 == 0;
        return (start, isZlib && dictionary.IndexOf("FlateDecode"u8) >= 0 && !IsNoText(dictionary));
    }

    private static bool IsNoText(ReadOnlySpan<byte> dictionary)
    {
        foreach (var mark in NoText)
        {
            if (dictionary.IndexOf(System.Text.Encoding.ASCII.GetBytes(mark)) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
