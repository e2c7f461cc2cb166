using System.Globalization;

namespace Validation.Cel.Syntax;

/// <summary>Splits an expression into tokens. See the section "Syntax" of the CEL specification.</summary>
internal sealed class Lexer(string text)
{
    private readonly List<CelToken> _tokens = [];
    private int _at;

    /// <summary>What stopped the lexer, and where. Null: nothing.</summary>
    public (int Position, string Message)? Problem { get; private set; }

    /// <summary>The tokens; the last is <see cref="CelTokenKind.End"/>, standing where the text ends or the problem begins.</summary>
    public IReadOnlyList<CelToken> Read()
    {
        while (Problem is null && SkipBlank())
        {
            ReadToken();
        }

        var end = Problem?.Position ?? text.Length;
        _tokens.Add(new(CelTokenKind.End, end, end, default));
        return _tokens;
    }

    private bool SkipBlank()
    {
        while (_at < text.Length)
        {
            if (text[_at] is ' ' or '\t' or '\n' or '\f' or '\r')
            {
                _at++;
            }
            else if (text[_at] == '/' && Peek(1) == '/')
            {
                var end = text.AsSpan(_at).IndexOf('\n');
                _at = end < 0 ? text.Length : _at + end;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private char Peek(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private void ReadToken()
    {
        var c = text[_at];
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            ReadNumber();
        }
        else if (QuotedLiteral.StartsAt(text, _at))
        {
            ReadQuoted();
        }
        else if (IsNameStart(c))
        {
            var end = _at + 1;
            while (end < text.Length && (IsNameStart(text[end]) || char.IsAsciiDigit(text[end])))
            {
                end++;
            }

            Add(CelTokenKind.Name, end, CelValue.Of(text[_at..end]));
        }
        else if (c == '`')
        {
            ReadQuotedName();
        }
        else
        {
            ReadPunctuation(c);
        }
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private void Add(CelTokenKind kind, int end, CelValue value)
    {
        _tokens.Add(new(kind, _at, end, value));
        _at = end;
    }

    private void ReadQuoted()
    {
        var literal = QuotedLiteral.Read(text, _at);
        if (literal.Problem is not null)
        {
            Problem = (literal.End, literal.Problem);
            return;
        }

        Add(literal.Value.Kind == CelKind.Bytes ? CelTokenKind.Bytes : CelTokenKind.String, literal.End, literal.Value);
    }

    private void ReadQuotedName()
    {
        var end = _at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.' or '-' or '/' or ' '))
        {
            end++;
        }

        if (end == _at + 1 || end >= text.Length || text[end] != '`')
        {
            Problem = (_at, CelTexts.UnclosedName);
            return;
        }

        Add(CelTokenKind.QuotedName, end + 1, CelValue.Of(text[(_at + 1)..end]));
    }

    private void ReadNumber()
    {
        var isHex = text[_at] == '0' && Peek(1) is 'x' && char.IsAsciiHexDigit(Peek(2));
        var end = isHex ? Digits(_at + 2, char.IsAsciiHexDigit) : Digits(_at, char.IsAsciiDigit);
        var isDouble = false;
        if (!isHex && At(end) == '.' && char.IsAsciiDigit(At(end + 1)))
        {
            isDouble = true;
            end = Digits(end + 1, char.IsAsciiDigit);
        }

        if (!isHex && At(end) is 'e' or 'E')
        {
            var exponent = end + (At(end + 1) is '+' or '-' ? 2 : 1);
            if (char.IsAsciiDigit(At(exponent)))
            {
                isDouble = true;
                end = Digits(exponent, char.IsAsciiDigit);
            }
        }

        if (isDouble)
        {
            AddDouble(end);
        }
        else
        {
            AddInteger(end, isHex);
        }
    }

    private char At(int index) => index < text.Length ? text[index] : '\0';

    private int Digits(int from, Func<char, bool> isDigit)
    {
        while (from < text.Length && isDigit(text[from]))
        {
            from++;
        }

        return from;
    }

    private void AddDouble(int end)
    {
        var value = double.Parse(text.AsSpan(_at, end - _at), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsInfinity(value))
        {
            Problem = (_at, CelTexts.NumberTooLarge);
            return;
        }

        Add(CelTokenKind.Double, end, CelValue.Of(value));
    }

    private void AddInteger(int end, bool isHex)
    {
        var digits = isHex ? text.AsSpan(_at + 2, end - _at - 2) : text.AsSpan(_at, end - _at);
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!ulong.TryParse(digits.TrimStart('0') is [] ? "0" : digits.TrimStart('0'), style, CultureInfo.InvariantCulture, out var value))
        {
            Problem = (_at, CelTexts.NumberTooLarge);
        }
        else if (At(end) is 'u' or 'U')
        {
            Add(CelTokenKind.UInt, end + 1, CelValue.Of(value));
        }
        else
        {
            Add(CelTokenKind.Int, end, CelValue.Of(value));
        }
    }

    private void ReadPunctuation(char c)
    {
        var (kind, length) = (c, Peek(1)) switch
        {
            ('&', '&') => (CelTokenKind.And, 2),
            ('|', '|') => (CelTokenKind.Or, 2),
            ('<', '=') => (CelTokenKind.LessOrEqual, 2),
            ('>', '=') => (CelTokenKind.GreaterOrEqual, 2),
            ('=', '=') => (CelTokenKind.Equal, 2),
            ('!', '=') => (CelTokenKind.NotEqual, 2),
            _ => (Single(c), 1),
        };
        if (kind == CelTokenKind.End)
        {
            Problem = (_at, CelTexts.UnexpectedCharacter(text, _at));
            return;
        }

        Add(kind, _at + length, default);
    }

    private static CelTokenKind Single(char c)
    {
        return c switch
        {
            '(' => CelTokenKind.OpenParenthesis,
            ')' => CelTokenKind.CloseParenthesis,
            '[' => CelTokenKind.OpenBracket,
            ']' => CelTokenKind.CloseBracket,
            '{' => CelTokenKind.OpenBrace,
            '}' => CelTokenKind.CloseBrace,
            '.' => CelTokenKind.Dot,
            ',' => CelTokenKind.Comma,
            ':' => CelTokenKind.Colon,
            '?' => CelTokenKind.Question,
            '+' => CelTokenKind.Plus,
            '-' => CelTokenKind.Minus,
            '*' => CelTokenKind.Times,
            '/' => CelTokenKind.Divide,
            '%' => CelTokenKind.Modulo,
            '!' => CelTokenKind.Not,
            '<' => CelTokenKind.Less,
            '>' => CelTokenKind.Greater,
            _ => CelTokenKind.End,
        };
    }
}
