using System.Text;

namespace Validation.Engine.Documents;

/// <summary>Tells formats other than plain text by the first bytes of a file.</summary>
internal static class ContentFormat
{
    private const int Window = 1024;

    private static readonly (byte[] Magic, string Name)[] Magics =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], Texts.Formats.Png),
        ([0xFF, 0xD8, 0xFF], Texts.Formats.Jpeg),
        ("GIF8"u8.ToArray(), Texts.Formats.Gif),
        ([(byte)'B', (byte)'M'], Texts.Formats.Bitmap),
        ([(byte)'I', (byte)'I', 0x2A, 0x00], Texts.Formats.Tiff),
        ([(byte)'M', (byte)'M', 0x00, 0x2A], Texts.Formats.Tiff),
        ("RIFF"u8.ToArray(), Texts.Formats.Media),
        ("%PDF-"u8.ToArray(), Texts.Formats.Pdf),
        ([(byte)'P', (byte)'K', 0x03, 0x04], Texts.Formats.Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Texts.Formats.CompoundFile),
        ("{\\rtf"u8.ToArray(), Texts.Formats.Rtf),
        ("Rar!"u8.ToArray(), Texts.Formats.Archive),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], Texts.Formats.Archive),
        ([0x1F, 0x8B], Texts.Formats.Archive),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], Texts.Formats.Program),
        ([(byte)'M', (byte)'Z', 0x90, 0x00], Texts.Formats.Program),
    ];

    private static readonly string[] HtmlStarts = ["<!doctype html", "<html", "<head", "<body", "<table", "<div", "<meta"];

    /// <summary>The format's name for a clerk, or null when the bytes may be plain text.</summary>
    public static string? Detect(ReadOnlySpan<byte> content)
    {
        foreach (var (magic, name) in Magics)
        {
            if (content.StartsWith(magic) && !(name == Texts.Formats.Bitmap && !IsBitmap(content)))
            {
                return name;
            }
        }

        // A byte order mark and white space may stand before the first tag.
        var window = Encoding.Latin1.GetString(content[..Math.Min(content.Length, Window)]);
        var start = window.TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (start.StartsWith("<?xml", StringComparison.Ordinal))
        {
            return Texts.Formats.Xml;
        }

        return HtmlStarts.Any(tag => start.StartsWith(tag, StringComparison.OrdinalIgnoreCase)) ? Texts.Formats.Html : null;
    }

    // "BM" may begin an English text; a bitmap goes on with its size and four zero bytes.
    private static bool IsBitmap(ReadOnlySpan<byte> content) => content.Length > 14 && content[6..10].IndexOfAnyExcept((byte)0) < 0;
}
