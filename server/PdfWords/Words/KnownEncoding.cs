using System.Text;

namespace Validation.PdfWords.Words;

/// <summary>
/// A predefined encoding whose codes are those of a character set (ISO 32000-1, table 118). PdfPig knows these by tables, which lack most
/// Han characters of UniGB-UTF16 and of GBK2K.
/// </summary>
internal sealed class KnownEncoding
{
    private static readonly KnownEncoding Utf16 = new(Encoding.BigEndianUnicode);
    private static readonly KnownEncoding Gb18030 = new(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!);

    private static readonly string[] Unicode = ["UniGB-UCS2-", "UniGB-UTF16-", "UniCNS-UCS2-", "UniCNS-UTF16-"];
    private static readonly string[] National = ["GBK-EUC-", "GBKp-EUC-", "GBK2K-", "GB-EUC-", "GBpc-EUC-"];

    private readonly Encoding _encoding;

    private KnownEncoding(Encoding encoding)
    {
        _encoding = (Encoding)encoding.Clone();
        _encoding.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
    }

    /// <summary>The encoding of that name. Null: it is none of these.</summary>
    public static KnownEncoding? Of(string? name) => name is null ? null
        : Array.Exists(Unicode, start => name.StartsWith(start, StringComparison.Ordinal)) ? Utf16
        : Array.Exists(National, start => name.StartsWith(start, StringComparison.Ordinal)) ? Gb18030
        : null;

    /// <summary>The character that a code stands for; U+FFFD where the code stands for none.</summary>
    public string TextOf(int code)
    {
        Span<byte> bytes = [(byte)(code >> 24), (byte)(code >> 16), (byte)(code >> 8), (byte)code];
        var length = code is < 0 or > 0xFFFF ? 4 : code > 0xFF || this == Utf16 ? 2 : 1;
        return _encoding.GetString(bytes[^length..]);
    }
}
