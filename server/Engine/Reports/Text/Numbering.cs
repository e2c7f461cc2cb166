namespace Validation.Engine.Reports.Text;

/// <summary>The number before a heading or label.</summary>
internal enum NumberingStyle
{
    None,
    Han, // A number such as 一、
    Bracketed, // A number such as （一）
    Arabic, // A number such as 1、 or 1.
}

/// <summary>A number as printed before a heading or label.</summary>
/// <param name="Style">How it is written.</param>
/// <param name="Value">What it says; 0 for none.</param>
/// <param name="Length">How many characters of the text it takes.</param>
internal readonly record struct Numbering(NumberingStyle Style, int Value, int Length)
{
    private const string HanDigits = "一二三四五六七八九十";

    /// <summary>False: no text that begins with the character has a Han number.</summary>
    public static bool MayBeHan(char first) => first == '第' || Characters.IsHanNumeral(first);

    /// <summary>The number that the text begins with.</summary>
    public static Numbering Of(ReadOnlySpan<char> text)
    {
        if (text.Length > 3 && text[0] == '第' && PartLength(text) is var (number, length))
        {
            return new Numbering(NumberingStyle.Han, number, length);
        }

        var isBracketed = text.Length > 2 && Characters.Fold(text[0]) == '(';
        var at = isBracketed ? 1 : 0;
        var start = at;
        while (at < text.Length && at - start < 3 && Characters.IsNumeral(Characters.Fold(text[at])))
        {
            at++;
        }

        var value = Parse(text[start..at]);
        while (value > 0 && at < text.Length && Characters.IsBlank(text[at]))
        {
            at++;
        }

        if (value == 0 || at == text.Length)
        {
            return default;
        }

        var mark = Characters.Fold(text[at]);
        if (isBracketed)
        {
            return mark == ')' ? new Numbering(NumberingStyle.Bracketed, value, at + 1) : default;
        }

        // "1.5" is no number of a heading, "1.属于" is, and so is "一、2024年".
        var style = Characters.IsHanNumeral(text[start]) ? NumberingStyle.Han : NumberingStyle.Arabic;
        var isDecimal = style == NumberingStyle.Arabic && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
        var isNumber = mark is '、' or '.' or ',' or '。' && !isDecimal;
        return isNumber ? new Numbering(style, value, at + 1) : default;
    }

    // "第一部分", with or without a mark behind it.
    private static (int Number, int Length)? PartLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf("部分");
        if (end is < 2 or > 3 || !Characters.IsHanNumeral(text[1]) || !Characters.IsHanNumeral(text[end - 1]))
        {
            return null;
        }

        var length = end + 2;
        return (Parse(text[1..end]), length < text.Length && text[length] is '、' or '：' or ':' ? length + 1 : length);
    }

    private static int Parse(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            var folded = Characters.Fold(digit);
            var number = char.IsAsciiDigit(folded) ? folded - '0' : HanDigits.IndexOf(folded, StringComparison.Ordinal) + 1;
            value = number == 10 ? Math.Max(value, 1) * 10 : char.IsAsciiDigit(folded) ? (value * 10) + number : value + number;
        }

        return value;
    }
}
