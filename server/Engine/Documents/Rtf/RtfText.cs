using System.Buffers;
using System.Globalization;
using System.Text;
using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Rtf;

/// <summary>Collects the text of a paragraph from bytes of a code page and from characters.</summary>
internal sealed class RtfText
{
    private readonly TextBuffer _text = new();
    private readonly ArrayBufferWriter<byte> _bytes = new(256);
    private int _codePage;
    private bool _isRaised;

    static RtfText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether there is nothing but white space.</summary>
    public bool IsBlank => Decoded().IsBlank;

    /// <summary>The number of characters so far.</summary>
    public int Length => Decoded().Length;

    /// <summary>Adds bytes. A character of several bytes may come in parts.</summary>
    public void Append(ReadOnlySpan<byte> bytes, int codePage, bool isRaised)
    {
        if (codePage != _codePage || isRaised != _isRaised)
        {
            Decoded();
            (_codePage, _isRaised) = (codePage, isRaised);
        }

        _bytes.Write(bytes);
    }

    /// <summary>Adds a character; a raised one becomes its superscript form.</summary>
    public void Append(char character, bool isRaised)
    {
        // Fonts of symbols have their glyphs at codes of private use.
        var shown = char.GetUnicodeCategory(character) == UnicodeCategory.PrivateUse ? SymbolFont.Unknown : character;
        Decoded().Append(isRaised ? Superscript.Of(shown) : shown);
    }

    /// <summary>Ends an automatic number: without the tab behind it, and without the signs of lists that have no numbers.</summary>
    public void EndListText(int start)
    {
        var number = Decoded().From(start).ToString().Replace($"{SymbolFont.Unknown}", string.Empty, StringComparison.Ordinal).Trim();
        _text.Cut(start);
        if (number.Any(character => char.IsLetterOrDigit(character) || char.IsNumber(character)))
        {
            _text.Append(ListNumber.BeforeText(number));
        }
    }

    /// <summary>The text; there is none afterwards.</summary>
    public string Take() => Decoded().Take();

    // The text with the bytes that came last.
    private TextBuffer Decoded()
    {
        if (_bytes.WrittenCount == 0)
        {
            return _text;
        }

        var bytes = _bytes.WrittenSpan;
        _bytes.ResetWrittenCount();
        var start = _text.Length;
        if (Ascii.IsValid(bytes) || _codePage == RtfFonts.Symbols)
        {
            foreach (var value in bytes)
            {
                _text.Append(value < 0x80 ? (char)value : SymbolFont.Unknown);
            }
        }
        else
        {
            foreach (var character in EncodingOf(_codePage).GetString(bytes))
            {
                _text.Append(character);
            }
        }

        if (_isRaised)
        {
            _text.Raise(start);
        }

        return _text;
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
