using Validation.Engine.Documents.Html;

namespace Validation.Engine.Documents;

/// <summary>The format of a file, by its first bytes.</summary>
internal enum ContentKind
{
    Text, // Plain text, or a format that is not known.
    Html, // A web page, or a part of one.
    Pdf, // A PDF file: "%PDF-" stands near its beginning.
    Package, // A zip file: docx, odt, ofd or anything else.
    CompoundFile, // A compound file (MS-CFB): doc, wps or anything else.
    Rtf, // Rich Text Format: it begins with "{\rtf".
    Xml, // An XML file that is no web page.
    Other, // A format that is never read.
}

/// <summary>A format that was recognized.</summary>
/// <param name="Kind">What reads it.</param>
/// <param name="Name">What a clerk calls it.</param>
/// <param name="Start">Bytes before its first one: a byte order mark or line breaks that a transfer has put there.</param>
internal readonly record struct FoundFormat(ContentKind Kind, string Name, int Start = 0);

/// <summary>Tells formats by the first bytes of a file.</summary>
internal static class ContentFormat
{
    private const int Window = 1024;

    private static readonly (byte[] Magic, ContentKind Kind, string Name)[] Magics =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], ContentKind.Other, Texts.Formats.Png),
        ([0xFF, 0xD8, 0xFF], ContentKind.Other, Texts.Formats.Jpeg),
        ("GIF8"u8.ToArray(), ContentKind.Other, Texts.Formats.Gif),
        ([(byte)'B', (byte)'M'], ContentKind.Other, Texts.Formats.Bitmap),
        ([(byte)'I', (byte)'I', 0x2A, 0x00], ContentKind.Other, Texts.Formats.Tiff),
        ([(byte)'M', (byte)'M', 0x00, 0x2A], ContentKind.Other, Texts.Formats.Tiff),
        ("RIFF"u8.ToArray(), ContentKind.Other, Texts.Formats.Media),
        ("%PDF-"u8.ToArray(), ContentKind.Pdf, Texts.Formats.Pdf),
        ([(byte)'P', (byte)'K', 0x03, 0x04], ContentKind.Package, Texts.Formats.Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ContentKind.CompoundFile, Texts.Formats.CompoundFile),
        ("{\\rtf"u8.ToArray(), ContentKind.Rtf, Texts.Formats.Rtf),
        ("Rar!"u8.ToArray(), ContentKind.Other, Texts.Formats.Archive),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], ContentKind.Other, Texts.Formats.Archive),
        ([0x1F, 0x8B], ContentKind.Other, Texts.Formats.Archive),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], ContentKind.Other, Texts.Formats.Program),
        ([(byte)'M', (byte)'Z', 0x90, 0x00], ContentKind.Other, Texts.Formats.Program),
    ];

    /// <summary>Tells the format by the content's first bytes.</summary>
    public static FoundFormat Detect(ReadOnlySpan<byte> content)
    {
        foreach (var (magic, kind, name) in Magics)
        {
            if (content.StartsWith(magic) && !(name == Texts.Formats.Bitmap && !IsBitmap(content)))
            {
                return new FoundFormat(kind, name);
            }
        }

        // ISO 32000-1, 7.5.2 and implementation note 13: readers look for the header among the first bytes, not only at the first one.
        if (StartOfPdf(content) is > 0 and var start)
        {
            return new FoundFormat(ContentKind.Pdf, Texts.Formats.Pdf, start);
        }

        if (IsWebArchive(content))
        {
            return new FoundFormat(ContentKind.Other, Texts.Formats.WebArchive);
        }

        return MarkupSigns.KindOf(content) switch
        {
            ContentKind.Html => new FoundFormat(ContentKind.Html, Texts.Formats.Html),
            ContentKind.Xml => new FoundFormat(ContentKind.Xml, Texts.Formats.Xml),
            _ => new FoundFormat(ContentKind.Text, Texts.Formats.Text),
        };
    }

    // Behind a byte order mark and white space alone: a text may speak of "%PDF-". -1: it does not begin so.
    private static int StartOfPdf(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, Window)];
        var blank = head is [0xEF, 0xBB, 0xBF, ..] ? head[3..] : head;
        var start = head.Length - blank.TrimStart(" \t\r\n\f\0"u8).Length;
        return content[start..].StartsWith("%PDF-"u8) ? start : -1;
    }

    // A page saved with its images in one file (MHTML, RFC 2557): a message of several parts.
    private static bool IsWebArchive(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, Window)];
        return (head.StartsWith("MIME-Version:"u8) || head.StartsWith("From: "u8)) && head.IndexOf("multipart/related"u8) >= 0;
    }

    // "BM" may begin an English text; a bitmap goes on with its size and four zero bytes.
    private static bool IsBitmap(ReadOnlySpan<byte> content) => content.Length > 14 && content[6..10].IndexOfAnyExcept((byte)0) < 0;
}
