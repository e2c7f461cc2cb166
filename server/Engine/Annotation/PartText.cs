using System.Buffers;
using System.Text;
using Validation.Engine.Documents;
using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Annotation;

/// <summary>
/// The text of an XML part as it is written, to be changed in places: all other bytes stay as they are. UTF-8 and UTF-16, which are all
/// that packages may use. [ISO 29500-2] 8.1.4
/// </summary>
internal sealed class PartText
{
    private const int LongestDeclaration = 200;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Encoding _encoding;
    private readonly int _mark;

    private PartText(ReadOnlyMemory<byte> bytes, Encoding encoding, int mark)
    {
        _bytes = bytes;
        _encoding = encoding;
        _mark = mark;
        Text = encoding.GetString(bytes.Span[mark..]);
    }

    /// <summary>The characters, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>The content of a part that is to be changed. It is held whole, and more than once.</summary>
    /// <exception cref="UnreadableException">It is larger than such a part may be, or cannot be read.</exception>
    public static byte[] Read(Package package, string name) => package.LengthOf(name) <= package.Limits.AnnotatedPartBytes
        ? package.Read(name)
        : throw UnreadableException.TooLarge();

    /// <summary>Decodes a part. Null: it is in another encoding, or not in the one that it names.</summary>
    public static PartText? Of(ReadOnlyMemory<byte> bytes)
    {
        var (encoding, mark) = EncodingOf(bytes.Span);
        try
        {
            var part = encoding is null ? null : new PartText(bytes, encoding, mark);
            return part is not null && part.NamesItsEncoding() ? part : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The part with changes made.</summary>
    /// <param name="edits">The changes, in the order of their places, none inside of another.</param>
    public byte[] With(IEnumerable<TextEdit> edits)
    {
        var result = new ArrayBufferWriter<byte>(_bytes.Length + 1024);
        var (at, from) = (0, 0);
        foreach (var edit in edits)
        {
            var length = _encoding.GetByteCount(Text.AsSpan(at, edit.At - at));
            result.Write(_bytes.Span.Slice(from, length + (from == 0 ? _mark : 0)));
            from += length + (from == 0 ? _mark : 0);
            from += _encoding.GetByteCount(Text.AsSpan(edit.At, edit.Length));
            at = edit.At + edit.Length;
            _encoding.GetBytes(edit.Text, result);
        }

        result.Write(_bytes.Span[from..]);
        return result.WrittenSpan.ToArray();
    }

    private static (Encoding? Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8(), 3),
        [0xFF, 0xFE, 0, 0, ..] => (null, 0),
        [0xFF, 0xFE, ..] => (Utf16(isBig: false), 2),
        [0xFE, 0xFF, ..] => (Utf16(isBig: true), 2),
        [(byte)'<', 0, not 0, ..] => (Utf16(isBig: false), 0),
        [0, (byte)'<', 0, not 0, ..] => (Utf16(isBig: true), 0),
        _ => (Utf8(), 0),
    };

    private bool NamesItsEncoding()
    {
        if (!Text.StartsWith("<?xml", StringComparison.Ordinal))
        {
            return true;
        }

        var declaration = Text.AsSpan(0, Math.Min(Text.Length, LongestDeclaration));
        var end = declaration.IndexOf("?>", StringComparison.Ordinal);
        var name = declaration.IndexOf("encoding", StringComparison.Ordinal);
        if (end < 0 || name < 0 || name > end)
        {
            return end >= 0;
        }

        var value = declaration[(name + "encoding".Length)..end].TrimStart("= \t\r\n'\"");
        value = value[..Math.Max(0, value.IndexOfAny('\'', '"'))];
        return _encoding is UTF8Encoding
            ? value.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || value.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
            : value.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase);
    }

    private static UTF8Encoding Utf8() => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static UnicodeEncoding Utf16(bool isBig) => new UnicodeEncoding(isBig, byteOrderMark: false, throwOnInvalidBytes: true);
}

/// <summary>A change of a text.</summary>
/// <param name="At">Where it is, in characters (UTF-16 code units) from 0.</param>
/// <param name="Length">How many characters go.</param>
/// <param name="Text">What comes in their place.</param>
internal readonly record struct TextEdit(int At, int Length, string Text);
