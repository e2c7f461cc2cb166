using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Validation.Engine.Documents.Text;

/// <summary>Decodes text of unknown encoding: UTF-8, UTF-16 or GB18030, by byte order mark and content.</summary>
internal static partial class TextDecoder
{
    // A text may hold some stray control characters (form feeds count as white space); a binary file holds many.
    private const int LettersPerControl = 500;

    // A text may hold a stray zero byte. In UTF-16 every line end has one.
    private const int BytesPerZero = 200;

    // HTML asks for the first 1024 bytes. More are searched, for pages with long comments at their head.
    private const int DeclarationWindow = 4096;

    /// <summary>The character for bytes that are no character.</summary>
    public const char Broken = '\uFFFD';

    private static readonly SearchValues<char> AsciiControls =
        SearchValues.Create([.. Enumerable.Range(0, 0x80).Select(code => (char)code).Where(IsStrange)]);

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(false, false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(true, false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = Create("GB18030", DecoderFallback.ExceptionFallback);
    private static readonly Encoding Big5 = Create("big5", DecoderFallback.ExceptionFallback);
    private static readonly Encoding RepairedUtf8 = new UTF8Encoding(false);
    private static readonly Encoding RepairedGb18030 = Create("GB18030", new DecoderReplacementFallback($"{Broken}"));

    /// <summary>The text without its byte order mark and the encoding's name; null when the bytes are text in none of them.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="most">Characters that are allowed: those of a longer text are counted, and never made. Null: any number.</param>
    /// <exception cref="UnreadableException">The text has more characters than allowed.</exception>
    public static (string Text, string Encoding)? Decode(ReadOnlySpan<byte> content, int? most = null) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Try(Utf8, content[3..], "utf-8", most),
        [0xFF, 0xFE, ..] => Try(Utf16, content[2..], "utf-16le", most),
        [0xFE, 0xFF, ..] => Try(Utf16BigEndian, content[2..], "utf-16be", most),
        _ => Try(Utf8, content, "utf-8", most) ?? DecodeOtherThanUtf8(content, most),
    };

    /// <summary>
    /// The text of a web page. Its declaration decides what the bytes leave open: they are read as UTF-8 whenever they are valid UTF-8,
    /// whatever the page says of itself; otherwise GBK and its kin as GB18030, which holds them, and Big5.
    /// </summary>
    public static (string Text, string Encoding)? DecodeMarkup(ReadOnlySpan<byte> content) =>
        content is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? Decode(content)
        : Try(Utf8, content, "utf-8") ?? Declaration(content) switch
        {
            "gb2312" or "gbk" or "gb18030" or "gb_2312-80" or "x-gbk" or "cp936" => Try(Gb18030, content, "gb18030"),
            "big5" or "big5-hkscs" => Try(Big5, content, "big5"),
            _ => DecodeOtherThanUtf8(content),
        };

    /// <summary>
    /// The text of a web page that <see cref="DecodeMarkup"/> refuses, with <see cref="Broken"/> for every byte that is no character:
    /// systems cut descriptions by bytes. Null: it is not certain which encoding was meant.
    /// </summary>
    public static (string Text, string Encoding)? RepairMarkup(ReadOnlySpan<byte> content) =>
        content is [0xEF, 0xBB, 0xBF, ..] ? Try(RepairedUtf8, content[3..], "utf-8")
        : Declaration(content) switch
        {
            "gb2312" or "gbk" or "gb18030" or "gb_2312-80" or "x-gbk" or "cp936" => Try(RepairedGb18030, content, "gb18030"),
            "utf-8" or "utf8" => Try(RepairedUtf8, content, "utf-8"),
            "" when IsDamagedUtf8(content) => Try(RepairedUtf8, content, "utf-8"),
            _ => null,
        };

    // What follows charset= or encoding= near the beginning, in lower case; empty: nothing.
    private static string Declaration(ReadOnlySpan<byte> content)
    {
        var start = Encoding.Latin1.GetString(content[..Math.Min(content.Length, DeclarationWindow)]);
        var match = DeclarationPattern().Match(start);
        return match.Success ? match.Groups["name"].Value.ToLowerInvariant() : string.Empty;
    }

    private static (string, string)? DecodeOtherThanUtf8(ReadOnlySpan<byte> content, int? most = null) =>
        content.Count((byte)0) * BytesPerZero >= content.Length ? DecodeUtf16WithoutMark(content, most)
        : IsDamagedUtf8(content) ? null : Try(Gb18030, content, "gb18030", most);

    // In UTF-16 the digits, tabs and line ends of a report have a zero byte on one side, and always on the same.
    private static (string, string)? DecodeUtf16WithoutMark(ReadOnlySpan<byte> content, int? most)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == 0)
            {
                _ = (i & 1) == 0 ? even++ : odd++;
            }
        }

        return odd >= even ? Try(Utf16, content, "utf-16le", most) : Try(Utf16BigEndian, content, "utf-16be", most);
    }

    // A byte that is lost from UTF-8 leaves the Han characters around it whole; in GB18030 bytes follow one another in this way only by
    // chance.
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> content)
    {
        int han = 0, high = 0;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i..] is [>= 0xE3 and <= 0xE9, >= 0x80 and < 0xC0, >= 0x80 and < 0xC0, ..])
            {
                (han, high, i) = (han + 3, high + 3, i + 2);
            }
            else
            {
                high += content[i] >= 0x80 ? 1 : 0;
            }
        }

        return han * 2 > high;
    }

    private static (string, string)? Try(Encoding encoding, ReadOnlySpan<byte> content, string name, int? most = null)
    {
        try
        {
            var length = encoding.GetCharCount(content);
            UnreadableException.ThrowIfTooLarge(length > most);

            var text = string.Create(length, new Encoded(encoding, content), (characters, bytes) => bytes.Decode(characters));
            return IsText(text) ? (text, name) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsText(string text)
    {
        // Most texts have none: three fast searches say so.
        var characters = text.AsSpan();
        var hasStrange = characters.ContainsAny(AsciiControls) || characters.ContainsAnyInRange('\u0080', '\u009F')
            || characters.ContainsAnyInRange('\uFFFE', '\uFFFF');
        return !hasStrange || text.Count(IsStrange) * LettersPerControl <= text.Length;
    }

    // Control characters that are no white space, and what is no character at all.
    private static bool IsStrange(char character) =>
        (char.IsControl(character) && character is not ('\t' or '\r' or '\n' or '\f' or '\v')) || character is '\uFFFE' or '\uFFFF';

    private static Encoding Create(string name, DecoderFallback fallback)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, fallback);
    }

    [GeneratedRegex("(charset|encoding)\\s*=\\s*[\"']?\\s*(?<name>[A-Za-z0-9_:-]+)", PatternOptions.LinearIgnoringCase)]
    private static partial Regex DeclarationPattern();

    /// <summary>Bytes that were found to be text in an encoding.</summary>
    private readonly ref struct Encoded(Encoding encoding, ReadOnlySpan<byte> content)
    {
        private readonly ReadOnlySpan<byte> _content = content;

        public void Decode(Span<char> characters) => encoding.GetChars(_content, characters);
    }
}
