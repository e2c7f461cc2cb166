using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Validation.Engine.Documents;
using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Annotation;

/// <summary>
/// The text of an XML part as it is written, to be changed in places: all other bytes stay as they are. UTF-8 and UTF-16, which are all
/// that packages may use. [ISO 29500-2] 8.1.4
/// </summary>
internal sealed partial class PartText
{
    private readonly byte[] _bytes;
    private readonly Encoding _encoding;
    private readonly int _mark;

    private PartText(byte[] bytes)
    {
        _bytes = bytes;
        (_encoding, _mark) = EncodingOf(bytes);
        Text = _encoding.GetString(bytes.AsSpan(_mark));
    }

    /// <summary>The characters, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>Reads a part that is to be changed. It is held whole, and more than once.</summary>
    /// <exception cref="UnreadableException">It is larger than such a part may be, cannot be read, or is in an encoding that packages do
    /// not have, or not in the one that it names.</exception>
    public static PartText Read(Package package, string name)
    {
        if (package.LengthOf(name) > package.Limits.AnnotatedPartBytes)
        {
            throw UnreadableException.TooLarge();
        }

        try
        {
            var part = new PartText(package.Read(name));
            return part.NamesItsEncoding() ? part : throw UnreadableException.Damaged();
        }
        catch (DecoderFallbackException)
        {
            throw UnreadableException.Damaged();
        }
    }

    /// <summary>Reads the part as XML.</summary>
    public PartXml Open(Package package) => package.OpenXml(_bytes);

    /// <summary>The part with changes made.</summary>
    /// <param name="edits">The changes, in the order of their places, none inside of another.</param>
    public byte[] With(IEnumerable<TextEdit> edits)
    {
        var result = new ArrayBufferWriter<byte>(_bytes.Length + 1024);
        var (at, from) = (0, 0);
        foreach (var edit in edits)
        {
            var length = _encoding.GetByteCount(Text.AsSpan(at, edit.At - at));
            result.Write(_bytes.AsSpan(from, length + (from == 0 ? _mark : 0)));
            from += length + (from == 0 ? _mark : 0);
            from += _encoding.GetByteCount(Text.AsSpan(edit.At, edit.Length));
            at = edit.At + edit.Length;
            _encoding.GetBytes(edit.Text, result);
        }

        result.Write(_bytes.AsSpan(from));
        return result.WrittenSpan.ToArray();
    }

    private static (Encoding Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8(), 3),
        [0xFF, 0xFE, 0, 0, ..] => throw UnreadableException.Damaged(),
        [0xFF, 0xFE, ..] => (Utf16(isBig: false), 2),
        [0xFE, 0xFF, ..] => (Utf16(isBig: true), 2),
        [(byte)'<', 0, not 0, ..] => (Utf16(isBig: false), 0),
        [0, (byte)'<', 0, not 0, ..] => (Utf16(isBig: true), 0),
        _ => (Utf8(), 0),
    };

    // Without a name it is one of those that the marks tell.
    private bool NamesItsEncoding()
    {
        var declaration = EncodingDeclaration().Match(Text);
        var name = declaration.Groups["name"].Value.ToUpperInvariant();
        return !declaration.Success
            || (_encoding is UTF8Encoding ? name is "UTF-8" or "US-ASCII" : name.StartsWith("UTF-16", StringComparison.Ordinal));
    }

    [GeneratedRegex("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"'](?<name>[^\"'>]*)[\"']", PatternOptions.Linear)]
    private static partial Regex EncodingDeclaration();

    private static UTF8Encoding Utf8() => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static UnicodeEncoding Utf16(bool isBig) => new UnicodeEncoding(isBig, byteOrderMark: false, throwOnInvalidBytes: true);
}

/// <summary>A change of a text.</summary>
/// <param name="At">Where it is, in characters (UTF-16 code units) from 0.</param>
/// <param name="Length">How many characters go.</param>
/// <param name="Text">What comes in their place.</param>
internal readonly record struct TextEdit(int At, int Length, string Text);
