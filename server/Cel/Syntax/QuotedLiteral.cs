using System.Globalization;
using System.Text;

namespace Validation.Cel.Syntax;

/// <summary>Reads string and bytes literals: quotes, triple quotes, raw, escapes.</summary>
internal ref struct QuotedLiteral
{
    private readonly string _text;
    private readonly StringBuilder? _characters;
    private readonly MemoryStream? _bytes;
    private int _at;

    private QuotedLiteral(string text, int at, bool isBytes)
    {
        _text = text;
        _at = at;
        _characters = isBytes ? null : new();
        _bytes = isBytes ? new() : null;
    }

    /// <summary>Whether a literal begins there, with or without the prefixes r and b.</summary>
    public static bool StartsAt(string text, int at)
    {
        for (var i = at; i < text.Length && i < at + 3; i++)
        {
            if (text[i] is '\'' or '"')
            {
                return i < at + 2 || char.ToLowerInvariant(text[at]) != char.ToLowerInvariant(text[at + 1]);
            }

            if (text[i] is not ('r' or 'R' or 'b' or 'B'))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The value and where the literal ends; or the problem and where it stands.</summary>
    public static (CelValue Value, int End, string? Problem) Read(string text, int start)
    {
        var at = start;
        var (isRaw, isBytes) = (false, false);
        for (; text[at] is not ('\'' or '"'); at++)
        {
            isRaw |= text[at] is 'r' or 'R';
            isBytes |= text[at] is 'b' or 'B';
        }

        var quote = text[at];
        var isTriple = at + 2 < text.Length && text[at + 1] == quote && text[at + 2] == quote;
        var reader = new QuotedLiteral(text, at + (isTriple ? 3 : 1), isBytes);
        var problem = reader.ReadBody(isTriple ? new string(quote, 3) : text.Substring(at, 1), isRaw);
        return problem switch
        {
            null => (reader.Value(), reader._at, null),
            CelTexts.UnclosedString => (default, start, problem),
            _ => (default, reader._at, problem),
        };
    }

    private readonly CelValue Value()
    {
        return _bytes is null ? CelValue.Of(_characters!.ToString()) : CelValue.Of(_bytes.ToArray());
    }

    private string? ReadBody(string end, bool isRaw)
    {
        while (_at < _text.Length)
        {
            if (string.CompareOrdinal(_text, _at, end, 0, end.Length) == 0)
            {
                _at += end.Length;
                return null;
            }

            var c = _text[_at];
            if (c is '\n' or '\r' && end.Length == 1)
            {
                return CelTexts.UnclosedString;
            }

            if (c == '\\' && !isRaw)
            {
                if (ReadEscape() is { } problem)
                {
                    return problem;
                }
            }
            else if (!ReadCharacter(c))
            {
                return CelTexts.BadText;
            }
        }

        return CelTexts.UnclosedString;
    }

    /// <summary>Reads a character; line ends become \n, as the specification says.</summary>
    private bool ReadCharacter(char c)
    {
        if (c == '\r')
        {
            _at += _at + 1 < _text.Length && _text[_at + 1] == '\n' ? 2 : 1;
            AddRune(new('\n'));
            return true;
        }

        if (!Rune.TryGetRuneAt(_text, _at, out var rune))
        {
            return false;
        }

        _at += rune.Utf16SequenceLength;
        AddRune(rune);
        return true;
    }

    private readonly void AddRune(Rune rune)
    {
        if (_bytes is null)
        {
            Span<char> characters = stackalloc char[2];
            _characters!.Append(characters[..rune.EncodeToUtf16(characters)]);
            return;
        }

        Span<byte> bytes = stackalloc byte[4];
        _bytes.Write(bytes[..rune.EncodeToUtf8(bytes)]);
    }

    private string? ReadEscape()
    {
        var c = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        if (Simple(c) is { } simple)
        {
            _at += 2;
            AddRune(new(simple));
            return null;
        }

        return c switch
        {
            'x' or 'X' => ReadCode(2, 2, NumberStyles.AllowHexSpecifier),
            'u' when _bytes is null => ReadCode(2, 4, NumberStyles.AllowHexSpecifier),
            'U' when _bytes is null => ReadCode(2, 8, NumberStyles.AllowHexSpecifier),
            >= '0' and <= '3' => ReadOctal(),
            _ => CelTexts.BadEscape,
        };
    }

    private static char? Simple(char c)
    {
        return c switch
        {
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            '\\' or '?' or '"' or '\'' or '`' => c,
            _ => null,
        };
    }

    private string? ReadCode(int skip, int length, NumberStyles style)
    {
        if (_at + skip + length > _text.Length
            || !uint.TryParse(_text.AsSpan(_at + skip, length), style, CultureInfo.InvariantCulture, out var code))
        {
            return CelTexts.BadEscape;
        }

        return AddCode(code, skip + length);
    }

    private string? ReadOctal()
    {
        var code = 0u;
        for (var i = 1; i <= 3; i++)
        {
            var c = _at + i < _text.Length ? _text[_at + i] : '\0';
            if (c is < '0' or > '7')
            {
                return CelTexts.BadEscape;
            }

            code = (code * 8) + (uint)(c - '0');
        }

        return AddCode(code, 4);
    }

    private string? AddCode(uint code, int length)
    {
        if (_bytes is not null)
        {
            _bytes.WriteByte((byte)code);
        }
        else if (Rune.IsValid(code))
        {
            AddRune(new(code));
        }
        else
        {
            return CelTexts.BadEscape;
        }

        _at += length;
        return null;
    }
}
