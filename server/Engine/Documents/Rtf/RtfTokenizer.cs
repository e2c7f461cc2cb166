using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace Validation.Engine.Documents.Rtf;

/// <summary>The kinds of tokens of RTF.</summary>
internal enum RtfTokenKind
{
    End,
    GroupStart, // An opening brace: a group begins.
    GroupEnd, // A closing brace: the group ends.
    Word, // A control word, with a number or without.
    Symbol, // A control symbol: a backslash with another character than a letter.
    Hex, // A byte in hexadecimal digits.
    Text, // Bytes of text; line ends mean nothing.
}

/// <summary>Parts RTF into its tokens. Steps over binary data.</summary>
internal ref struct RtfTokenizer(ReadOnlySpan<byte> content)
{
    /// <summary>How many letters a control word has at most.</summary>
    public const int LongestWord = 32;

    private const int LongestNumber = 10;

    private static readonly SearchValues<byte> TextEnds = SearchValues.Create("{}\\\r\n\0"u8);

    private readonly ReadOnlySpan<byte> _content = content;
    private int _at;

    /// <summary>The bytes of a text, or the letters of a control word.</summary>
    public ReadOnlySpan<byte> Text { get; private set; }

    /// <summary>The number of a control word. Null: it has none.</summary>
    public int? Number { get; private set; }

    /// <summary>The byte of a control symbol, or that in hexadecimal digits.</summary>
    public byte Byte { get; private set; }

    /// <summary>True: no control word or symbol follows.</summary>
    public readonly bool IsAtEnd => !_content[_at..].Contains((byte)'\\');

    /// <summary>Reads the next token and tells its kind.</summary>
    /// <exception cref="UnreadableException">It is cut off, or no RTF.</exception>
    public RtfTokenKind Next()
    {
        while (_at < _content.Length && _content[_at] is (byte)'\r' or (byte)'\n' or 0)
        {
            _at++;
        }

        if (_at >= _content.Length)
        {
            return RtfTokenKind.End;
        }

        switch (_content[_at])
        {
            case (byte)'{':
                _at++;
                return RtfTokenKind.GroupStart;
            case (byte)'}':
                _at++;
                return RtfTokenKind.GroupEnd;
            case (byte)'\\':
                _at++;
                return Control();
            default:
                var rest = _content[_at..];
                var length = rest.IndexOfAny(TextEnds);
                Text = length < 0 ? rest : rest[..length];
                _at += Text.Length;
                return RtfTokenKind.Text;
        }
    }

    /// <summary>Steps over the binary data behind a control word.</summary>
    /// <exception cref="UnreadableException">There are fewer bytes.</exception>
    public void Skip(int bytes)
    {
        UnreadableException.ThrowIfDamaged(bytes < 0 || bytes > _content.Length - _at);

        _at += bytes;
    }

    private RtfTokenKind Control()
    {
        UnreadableException.ThrowIfDamaged(_at >= _content.Length);

        if (!char.IsAsciiLetter((char)_content[_at]))
        {
            return Symbol();
        }

        var start = _at;
        while (_at < _content.Length && char.IsAsciiLetter((char)_content[_at]) && _at - start < LongestWord)
        {
            _at++;
        }

        Text = _content[start.._at];
        ReadNumber();

        // The space that ends a control word does not belong to the text.
        _at += _at < _content.Length && _content[_at] == ' ' ? 1 : 0;
        return RtfTokenKind.Word;
    }

    private void ReadNumber()
    {
        var rest = _content[_at..];
        var most = LongestNumber + (rest is [(byte)'-', ..] ? 1 : 0);
        rest = rest[..Math.Min(rest.Length, most)];
        var isNumber = Utf8Parser.TryParse(rest, out long number, out var length) && rest[0] != '+';
        Number = isNumber ? (int)Math.Clamp(number, int.MinValue, int.MaxValue) : null;
        _at += isNumber ? length : 0;
    }

    private RtfTokenKind Symbol()
    {
        Byte = _content[_at++];
        if (Byte != '\'')
        {
            return RtfTokenKind.Symbol;
        }

        var digits = Raw.Part(_content, _at, 2);
        var isByte = byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        UnreadableException.ThrowIfDamaged(!isByte);

        (Byte, _at) = (value, _at + 2);
        return RtfTokenKind.Hex;
    }
}
