using System.Text;
using Validation.Engine.Documents.Flow;
using Validation.Engine.Documents.Numbering;

namespace Validation.Engine.Documents.Rtf;

/// <summary>Collects the text of a paragraph from bytes of a code page and from characters.</summary>
internal sealed class RtfText
{
    // Fonts of symbols have their glyphs in an area without meaning: it shows that there is something.
    private const char Symbol = '□';
    private const char FirstPrivate = '\uE000';
    private const char LastPrivate = '\uF8FF';

    private readonly TextBuffer _text = new();
    private byte[] _bytes = new byte[256];
    private int _length;
    private int _codePage;
    private bool _isRaised;

    static RtfText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether there is nothing but white space.</summary>
    public bool IsBlank
    {
        get
        {
            Decode();
            return _text.IsBlank;
        }
    }

    /// <summary>Characters so far.</summary>
    public int Length
    {
        get
        {
            Decode();
            return _text.Length;
        }
    }

    /// <summary>Adds bytes. A character of several bytes may come in parts.</summary>
    public void Append(ReadOnlySpan<byte> bytes, int codePage, bool isRaised)
    {
        if (codePage != _codePage || isRaised != _isRaised)
        {
            Decode();
            (_codePage, _isRaised) = (codePage, isRaised);
        }

        if (_length + bytes.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes.Length));
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Adds a character.</summary>
    public void Append(char character, bool isRaised)
    {
        Decode();
        _text.Append(character is >= FirstPrivate and <= LastPrivate ? Symbol : isRaised ? Superscript.Of(character) : character);
    }

    /// <summary>Ends an automatic number: without the tab behind it, and without the signs of lists that have no numbers.</summary>
    public void EndListText(int start)
    {
        Decode();
        var number = _text.From(start).ToString().Replace(Symbol.ToString(), string.Empty, StringComparison.Ordinal).Trim();
        var hasNumber = false;
        foreach (var character in number)
        {
            hasNumber |= char.IsLetterOrDigit(character) || char.IsNumber(character);
        }

        _text.Cut(start);
        if (hasNumber)
        {
            _text.Append(ListPrefix.Of(number));
        }
    }

    /// <summary>The text; there is none afterwards.</summary>
    public string Take()
    {
        Decode();
        return _text.Take();
    }

    private void Decode()
    {
        if (_length == 0)
        {
            return;
        }

        var bytes = _bytes.AsSpan(0, _length);
        _length = 0;
        if (Ascii.IsValid(bytes) || _codePage == RtfFonts.Symbols)
        {
            foreach (var value in bytes)
            {
                var character = value < 0x80 ? (char)value : Symbol;
                _text.Append(_isRaised ? Superscript.Of(character) : character);
            }

            return;
        }

        foreach (var character in EncodingOf(_codePage).GetString(bytes))
        {
            _text.Append(_isRaised ? Superscript.Of(character) : character);
        }
    }

    private static Encoding EncodingOf(int codePage)
    {
        try
        {
            return Encoding.GetEncoding(codePage);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return Encoding.GetEncoding(936);
        }
    }
}
