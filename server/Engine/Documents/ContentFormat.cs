using System.Text;

namespace Validation.Engine.Documents;

/// <summary>What a file's first bytes say of its format.</summary>
internal enum ContentKind
{
    /// <summary>None of the others: plain text, if anything.</summary>
    Text,

    /// <summary>A web page, or a part of one.</summary>
    Html,

    /// <summary>A PDF file.</summary>
    Pdf,

    /// <summary>A zip file: docx, odt or anything else.</summary>
    Package,

    /// <summary>A compound file (MS-CFB): doc, wps or anything else.</summary>
    CompoundFile,

    /// <summary>Rich Text Format.</summary>
    Rtf,

    /// <summary>An XML file.</summary>
    Xml,

    /// <summary>A format that is never read.</summary>
    Other,
}

/// <summary>A format that was recognized.</summary>
/// <param name="Kind">What reads it.</param>
/// <param name="Name">What a clerk calls it.</param>
internal readonly record struct FoundFormat(ContentKind Kind, string Name);

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

    private static readonly string[] HtmlStarts = ["<!doctype html", "<html", "<head", "<body", "<table", "<div", "<meta"];

    /// <summary>The format.</summary>
    public static FoundFormat Detect(ReadOnlySpan<byte> content)
    {
        foreach (var (magic, kind, name) in Magics)
        {
            if (content.StartsWith(magic) && !(name == Texts.Formats.Bitmap && !IsBitmap(content)))
            {
                return new FoundFormat(kind, name);
            }
        }

        // A byte order mark and white space may stand before the first tag.
        var window = Encoding.Latin1.GetString(content[..Math.Min(content.Length, Window)]);
        var start = window.TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (start.StartsWith("<?xml", StringComparison.Ordinal))
        {
            return new FoundFormat(ContentKind.Xml, Texts.Formats.Xml);
        }

        return HtmlStarts.Any(tag => start.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
            ? new FoundFormat(ContentKind.Html, Texts.Formats.Html)
            : new FoundFormat(ContentKind.Text, Texts.Formats.Text);
    }

    // "BM" may begin an English text; a bitmap goes on with its size and four zero bytes.
    private static bool IsBitmap(ReadOnlySpan<byte> content) => content.Length > 14 && content[6..10].IndexOfAnyExcept((byte)0) < 0;
}
